import { dirname, relative, resolve, sep } from 'node:path';
import { readDocument } from '#document/read/read-document.ts';
import { writeJson } from '#document/edit/write.ts';
import { type GatedFinding, isAcceptable } from '#domain/gate/check-report.ts';
import type { BaselineDocument } from '#domain/types/baseline.ts';
import { readBytes, readBytesIfThere } from '#io/files.ts';
import { writeFiles } from '#io/write/write-files.ts';
import { toInvalidDocumentError } from '#app/invalid-document.ts';

type Entry = BaselineDocument['findings'][number];

/**
 * Checks whether a run can decide if an entry is still needed: its file was read and its check ran, or its file was
 * deleted.
 */
export type Judged = (file: string, check: string) => boolean;

/** A baseline file: its absolute path, its name as the person called it, and the working folder. */
export interface BaselineFile {
  readonly path: string;
  readonly name: string;
  readonly cwd: string;
}

/** Findings that a team accepted when it started, by check and path, not by line or count. */
export interface Baseline {
  /** Every entry; undefined if there is no such file yet. */
  readonly entries: readonly Entry[] | undefined;
  /** Whether the baseline has a finding. */
  has(finding: GatedFinding): boolean;
  /** Returns the entries that no finding matches any more, of those that the run could judge. */
  findSettled(findings: readonly GatedFinding[], judged: Judged): readonly Entry[];
  /** Returns the entries that the run could not judge. */
  findUnjudged(judged: Judged): readonly Entry[];
}

function toEntry(finding: GatedFinding, { path, cwd }: BaselineFile): Entry {
  const file = relative(dirname(path), resolve(cwd, finding.file)).split(sep).join('/');
  return { check: finding.check, file, identity: finding.identity };
}

const toKey = ({ check, file, identity }: Entry): string => JSON.stringify([check, file, identity]);

/** Describes an entry in a line. */
export function describeEntry({ check, file, identity }: Entry): string {
  return `${file}: ${check} at ${identity || '/'}`;
}

/** Reads a baseline. A missing one counts as empty only if it is about to be written. */
export async function readBaseline(file: BaselineFile, mayBeMissing: boolean): Promise<Baseline> {
  const { path, name, cwd } = file;
  const bytes = mayBeMissing ? await readBytesIfThere(path, name) : await readBytes(path, name);
  let entries: readonly Entry[] = [];
  if (bytes !== undefined) {
    const read = await readDocument('baseline', name, bytes);
    if (!read.ok) throw toInvalidDocumentError(name, read, 'model');
    entries = read.document.value.findings;
  }
  const keys = new Set(entries.map(toKey));
  const isJudged = (entry: Entry, judged: Judged): boolean =>
    judged((relative(cwd, resolve(dirname(path), entry.file)) || '.').split(sep).join('/'), entry.check);
  return {
    entries: bytes === undefined ? undefined : entries,
    has: (finding) => isAcceptable(finding.check) && keys.has(toKey(toEntry(finding, file))),
    findUnjudged: (judged) => entries.filter((entry) => !isJudged(entry, judged)),
    findSettled: (findings, judged) => {
      const seen = new Set(findings.map((finding) => toKey(toEntry(finding, file))));
      return entries.filter((entry) => !seen.has(toKey(entry)) && isJudged(entry, judged));
    },
  };
}

/** Returns the entries for findings, without those that no baseline may accept. */
export function makeEntries(findings: readonly GatedFinding[], file: BaselineFile): readonly Entry[] {
  return findings.filter(({ check }) => isAcceptable(check)).map((finding) => toEntry(finding, file));
}

/** Returns the entries of one list that another one lacks. */
export function subtractEntries(entries: readonly Entry[], others: readonly Entry[]): readonly Entry[] {
  const known = new Set(others.map(toKey));
  return entries.filter((entry) => !known.has(toKey(entry)));
}

/** Writes entries as a baseline, each once and in a fixed order. Returns what was written. */
export async function writeBaseline(
  { path, name }: BaselineFile,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  const unique = new Map(entries.map((entry) => [toKey(entry), entry]));
  const sorted = [...unique].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  const text = writeJson({ kind: 'baseline', schemaVersion: 1, findings: sorted });
  await writeFiles([{ path, name, text }]);
  return sorted;
}
