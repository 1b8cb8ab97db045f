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
 *
 * @param path absolute path of the file
 */
export type Judged = (path: string, check: string) => boolean;

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
  /** Absolute paths of the files that the entries are about. */
  readonly files: readonly string[];
  /** Whether the baseline has a finding, or one at the same place that covers its subjects and more. */
  has(finding: GatedFinding): boolean;
  /** Returns the entries that no longer match a finding, of those that the run could judge. */
  findSettled(findings: readonly GatedFinding[], judged: Judged): readonly Entry[];
  /** Returns the entries that the run could not judge. */
  findUnjudged(judged: Judged): readonly Entry[];
}

function toEntry(finding: GatedFinding, { path, cwd }: BaselineFile): Entry {
  const file = relative(dirname(path), resolve(cwd, finding.file)).split(sep).join('/');
  return { check: finding.check, file, identity: finding.identity };
}

const toKey = ({ check, file, identity }: Entry): string => JSON.stringify([check, file, identity]);

/** Separates the subjects that one finding covers from its place: `/cadence/gulf/farmer+hunter`. */
function splitSubjects({ check, file, identity }: Entry): {
  readonly place: string;
  readonly subjects: readonly string[];
} {
  const end = identity.lastIndexOf('/') + 1;
  return {
    place: JSON.stringify([check, file, identity.slice(0, end)]),
    subjects: identity.slice(end).split('+'),
  };
}

/** Makes a test of whether one of the entries covers another one: it is the same, or about fewer of the subjects. */
function makeCover(entries: readonly Entry[]): (entry: Entry) => boolean {
  const keys = new Set(entries.map(toKey));
  const wide = entries.map(splitSubjects).filter(({ subjects }) => subjects.length > 1);
  return (entry) => {
    if (keys.has(toKey(entry))) return true;
    const { place, subjects } = splitSubjects(entry);
    return wide.some((own) => own.place === place && subjects.every((each) => own.subjects.includes(each)));
  };
}

/** Describes an entry in a line. */
export function describeEntry({ check, file, identity }: Entry): string {
  return `${file}: ${check} at ${identity || '/'}`;
}

/** Reads a baseline. A missing one counts as empty only if it is about to be written. */
export async function readBaseline(file: BaselineFile, mayBeMissing: boolean): Promise<Baseline> {
  const { path, name } = file;
  const bytes = mayBeMissing ? await readBytesIfThere(path, name) : await readBytes(path, name);
  let entries: readonly Entry[] = [];
  if (bytes !== undefined) {
    const read = await readDocument('baseline', name, bytes);
    if (!read.ok) throw toInvalidDocumentError(name, read, 'model');
    entries = read.document.value.findings;
  }
  const covers = makeCover(entries);
  const findFile = (entry: Entry): string => resolve(dirname(path), entry.file);
  const isJudged = (entry: Entry, judged: Judged): boolean => judged(findFile(entry), entry.check);
  return {
    entries: bytes === undefined ? undefined : entries,
    files: [...new Set(entries.map(findFile))],
    has: (finding) => isAcceptable(finding.check) && covers(toEntry(finding, file)),
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
