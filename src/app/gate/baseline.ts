import { dirname, relative, resolve, sep } from 'node:path';
import { isAcceptable } from '#checks/queries/waivers.ts';
import { readDocument } from '#document/read/read-document.ts';
import { writeJson } from '#document/edit/write.ts';
import type { GatedFinding } from '#domain/gate/check-report.ts';
import type { BaselineDocument } from '#domain/types/baseline.ts';
import { readBytes, readBytesIfThere } from '#io/files.ts';
import { writeFiles } from '#io/write-files.ts';
import { toInvalidDocumentError } from '#app/invalid-document.ts';

type Entry = BaselineDocument['findings'][number];

/**
 * Checks whether a run can decide if an entry is still needed: its file was read and its check ran, or its file was
 * deleted.
 */
export type Judged = (file: string, check: string) => boolean;

/** Findings that a team accepted when it started, by check and path, not by line or count. */
export interface Baseline {
  /** Whether the baseline has a finding. */
  has(finding: GatedFinding): boolean;
  /** Describes the entries that no finding matches any more. */
  settledBy(findings: readonly GatedFinding[], judged: Judged): readonly string[];
  /** Entries that the run could not judge. */
  besides(judged: Judged): readonly Entry[];
}

function toEntry(finding: GatedFinding, baseline: string, cwd: string): Entry {
  const file = relative(dirname(baseline), resolve(cwd, finding.file)).split(sep).join('/');
  return { check: finding.check, file, identity: finding.identity };
}

const toKey = ({ check, file, identity }: Entry): string => JSON.stringify([check, file, identity]);

/**
 * Reads a baseline. A missing one counts as empty only if it is about to be written.
 *
 * @param path absolute
 * @param name the file as the person called it
 */
export async function readBaseline(
  path: string,
  name: string,
  cwd: string,
  mayBeMissing: boolean,
): Promise<Baseline> {
  const bytes = mayBeMissing ? await readBytesIfThere(path, name) : await readBytes(path, name);
  let entries: readonly Entry[] = [];
  if (bytes !== undefined) {
    const read = await readDocument('baseline', name, bytes);
    if (!read.ok) throw toInvalidDocumentError(name, read, 'model');
    entries = read.document.value.findings;
  }
  const keys = new Set(entries.map(toKey));
  const fileOf = ({ file }: Entry): string =>
    (relative(cwd, resolve(dirname(path), file)) || '.').split(sep).join('/');
  return {
    has: (finding) => isAcceptable(finding.check) && keys.has(toKey(toEntry(finding, path, cwd))),
    besides: (judged) => entries.filter((entry) => !judged(fileOf(entry), entry.check)),
    settledBy: (findings, judged) => {
      const seen = new Set(findings.map((finding) => toKey(toEntry(finding, path, cwd))));
      return entries
        .filter((entry) => !seen.has(toKey(entry)) && judged(fileOf(entry), entry.check))
        .map(({ check, file, identity }) => `${file}: ${check} at ${identity || '/'}`);
    },
  };
}

/**
 * Writes the findings as a baseline, in a fixed order, without those that no baseline may accept. Returns how many.
 *
 * @param besides entries of an earlier baseline to keep
 */
export async function writeBaseline(
  path: string,
  name: string,
  cwd: string,
  findings: readonly GatedFinding[],
  besides: readonly Entry[] = [],
): Promise<number> {
  const found = findings
    .filter(({ check }) => isAcceptable(check))
    .map((finding) => toEntry(finding, path, cwd));
  const entries = new Map([...besides, ...found].map((entry) => [toKey(entry), entry]));
  const sorted = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  const text = writeJson({ kind: 'baseline', schemaVersion: 1, findings: sorted });
  await writeFiles([{ path, name, text }]);
  return sorted.length;
}
