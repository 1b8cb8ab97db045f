import { dirname, relative, resolve, sep } from 'node:path';
import { readDocument } from '#document/read.ts';
import { writeJson } from '#document/write.ts';
import type { GatedFinding } from '#domain/check-report.ts';
import { InvalidDocumentError } from '#domain/errors.ts';
import type { BaselineDocument } from '#domain/types/baseline.ts';
import { readBytes, readBytesIfThere, writeAtomically } from '#io/files.ts';

type Entry = BaselineDocument['findings'][number];

/** Findings that a team found when it began, by check and place, never by line or count. */
export interface Baseline {
  /** Whether a finding was there. */
  has(finding: GatedFinding): boolean;
  /** Entries that none of the findings matches any more, in words. */
  settledBy(findings: readonly GatedFinding[]): readonly string[];
}

function entryOf(finding: GatedFinding, baseline: string, cwd: string): Entry {
  const file = relative(dirname(baseline), resolve(cwd, finding.file)).split(sep).join('/');
  return { check: finding.check, file, identity: finding.identity };
}

const keyOf = ({ check, file, identity }: Entry): string => JSON.stringify([check, file, identity]);

/**
 * Reads a baseline. One that is named but not there is an empty one only while it is about to be written.
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
    const read = readDocument('baseline', name, bytes);
    if (!read.ok)
      throw new InvalidDocumentError(
        read.findings,
        new Map(read.text === undefined ? [] : [[name, read.text]]),
        'model',
      );
    entries = read.document.value.findings;
  }
  const keys = new Set(entries.map(keyOf));
  return {
    has: (finding) => keys.has(keyOf(entryOf(finding, path, cwd))),
    settledBy: (findings) => {
      const seen = new Set(findings.map((finding) => keyOf(entryOf(finding, path, cwd))));
      return entries
        .filter((entry) => !seen.has(keyOf(entry)))
        .map(({ check, file, identity }) => `${file}: ${check} at ${identity || '/'}`);
    },
  };
}

/** Writes the findings as a baseline, in a fixed order. */
export async function writeBaseline(
  path: string,
  name: string,
  cwd: string,
  findings: readonly GatedFinding[],
): Promise<number> {
  const entries = new Map(
    findings.map((finding) => entryOf(finding, path, cwd)).map((entry) => [keyOf(entry), entry]),
  );
  const sorted = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  await writeAtomically(path, writeJson({ kind: 'baseline', schemaVersion: 1, findings: sorted }), name);
  return sorted.length;
}
