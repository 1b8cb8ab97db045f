import type { Finding } from '#domain/types/report.ts';
import { type FaultList, toPointer } from './fault.ts';
import type { Position } from './positions.ts';

/** A value with the text it was read from. */
export interface Sourced<T> {
  /** File name for messages. */
  readonly file: string;
  /** The whole text, including a byte order mark. */
  readonly text: string;
  readonly value: T;
  /**
   * Returns the position of the value (default) or the key at a path. An empty value has the position of
   * its key. A missing path has that of its nearest existing parent: of the parent's key if it has one.
   */
  locate(path: readonly (string | number)[], what?: 'key' | 'value'): Position;
}

/** A document, or all of its faults. */
export type Read<T> =
  | { ok: true; document: Sourced<T> }
  | {
      ok: false;
      findings: Finding[];
      /** Undefined if the bytes are not text. */
      text: string | undefined;
      /** The value, if only the schema refuses it, and it is of the kind and version that was expected. */
      partial?: Sourced<unknown>;
    };

/** Adds its place in a document to a finding: file, JSON pointer, line and column. */
export function makeFindingAt(
  document: Sourced<unknown>,
  path: readonly (string | number)[],
  finding: Pick<Finding, 'check' | 'severity' | 'message' | 'fix'>,
  what: 'key' | 'value' = 'value',
): Finding {
  const { line, column } = document.locate(path, what);
  return { ...finding, file: document.file, path: toPointer(path), line, column };
}

/** Sorts findings by file and position, and drops exact duplicates. */
export function orderFindings(findings: readonly Finding[]): Finding[] {
  const makeKey = ({ check, severity, message, file, path, line, column, points, fix }: Finding): string =>
    JSON.stringify([check, severity, message, file, path, line, column, points, fix]);
  const unique = new Map(findings.map((finding) => [makeKey(finding), finding]));
  const compareText = (a = '', b = ''): number => (a < b ? -1 : Number(a > b));
  return [...unique.values()].toSorted(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.check, b.check) ||
      compareText(a.message, b.message),
  );
}

/**
 * Makes the finding that counts the faults of a file that are not listed.
 *
 * @param last the last one that is listed, whose position it has
 */
export function makeRestFinding(file: string, count: number, last: Finding | undefined): Finding {
  return {
    check: 'document/invalid',
    severity: 'error',
    message: `There ${count === 1 ? 'is 1 more fault' : `are ${count} more faults`}, not listed here.`,
    file,
    path: '',
    line: last?.line ?? 1,
    column: last?.column ?? 1,
    fix: 'Correct the faults above, and run the command again.',
  };
}

/** Sorts the faults of several files, and counts those that are not listed. */
export function listFirst({ kept, count }: FaultList<Finding>): Finding[] {
  const ordered = orderFindings(kept);
  const more = count - kept.length;
  return more === 0
    ? ordered
    : [...ordered, makeRestFinding(ordered.at(-1)?.file ?? '', more, ordered.at(-1))];
}
