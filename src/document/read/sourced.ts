import type { Finding } from '#domain/types/report.ts';
import { toPointer } from './fault.ts';
import type { Position } from './positions.ts';

/** A value with the text that it was read from. */
export interface Sourced<T> {
  /** The name of the file to show. */
  readonly file: string;
  /** The whole text as it was read, a byte order mark included. */
  readonly text: string;
  readonly value: T;
  /**
   * Position of the node at a path: of the key for `key`, else of the value. An empty value stands where
   * its key does; for something absent, it is that of its nearest existing parent (its key where it has
   * one). Computed only when first asked for.
   */
  locate(path: readonly (string | number)[], what?: 'key' | 'value'): Position;
}

/** A document, or everything that is wrong with it. */
export type Read<T> =
  | { ok: true; document: Sourced<T> }
  | {
      ok: false;
      findings: Finding[];
      /** undefined where the bytes are no text. */
      text: string | undefined;
      /** The value that was read, where only the schema refuses it. */
      partial?: Sourced<unknown>;
    };

/** A finding with its place in a document: file, JSON pointer, line and column. */
export function findingAt(
  document: Sourced<unknown>,
  path: readonly (string | number)[],
  finding: Pick<Finding, 'check' | 'severity' | 'message' | 'fix'>,
  what: 'key' | 'value' = 'value',
): Finding {
  const { line, column } = document.locate(path, what);
  return { ...finding, file: document.file, path: toPointer(path), line, column };
}

/** Sorts by file and position and drops exact duplicates. */
export function orderFindings(findings: readonly Finding[]): Finding[] {
  const keyOf = ({ check, severity, message, file, path, line, column, points, fix }: Finding): string =>
    JSON.stringify([check, severity, message, file, path, line, column, points, fix]);
  const unique = new Map(findings.map((finding) => [keyOf(finding), finding]));
  const byText = (a = '', b = ''): number => (a < b ? -1 : Number(a > b));
  return [...unique.values()].toSorted(
    (a, b) =>
      byText(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      byText(a.check, b.check) ||
      byText(a.message, b.message),
  );
}
