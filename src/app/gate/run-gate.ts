import pMap from 'p-map';
import type { AnyDocument } from '#document/read/read-document.ts';
import type { Sourced } from '#document/read/sourced.ts';
import { isOlderThan } from '#domain/calendar.ts';
import { getPastDate } from '#domain/dates.ts';
import type { CheckReport, GatedFinding } from '#domain/gate/check-report.ts';
import { type OldEvidence, decideGate, findFailing } from '#domain/gate/gate.ts';
import { groupBy } from '#domain/groups.ts';
import type { Model } from '#domain/model.ts';
import type { Settings } from '#domain/gate/settings.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { clearGitCache } from '#io/git/git.ts';
import type { Baseline } from './baseline.ts';
import { checkOpened } from '#app/findings/check-document.ts';
import { checkReportFile } from './check-report.ts';
import type { CheckedFile, CheckedInput } from '#app/findings/checked-file.ts';
import { compareByPlace, applySuppressions, scoreWithoutSuppressed } from './suppressions.ts';
import type { Comparison } from './comparison.ts';
import { rules } from '#app/findings/rules.ts';
import { readAnyAgainst } from '#app/read-document.ts';
import { version } from '#app/version.ts';

/** Called after each file with the number of files done. Throw to abort the run. */
export type Pace = (done: number) => Promise<void>;

/** Clears what earlier runs cached. */
export const clearCaches = clearGitCache;

/** A report that was read. */
interface OpenedReport {
  readonly read: { readonly ok: true; readonly document: Sourced<ReportDocument> };
}

function isReport(opened: AnyDocument): opened is AnyDocument & OpenedReport {
  return opened.kind === 'report' && opened.read.ok;
}

/** Files checked at the same time: each may wait for git. */
const filesAtOnce = 8;

/** What files are checked with. */
export interface CheckSetup {
  readonly model: Model;
  readonly asOf: string;
  /**
   * Loads the model that a settings file is for; if absent, it is `model`.
   *
   * @param path absolute path of the settings file; undefined for standard input
   * @param named the model that it names; undefined if it names none
   */
  readonly loadConfigModel?: (path: string | undefined, named: ConfigDocument['model']) => Promise<Model>;
  readonly pace?: Pace | undefined;
}

/**
 * Checks files together, declared systems first, because their failing checks can disprove answers. Sorts the
 * results by name.
 */
export async function checkFiles(
  inputs: readonly CheckedInput[],
  { model, asOf, loadConfigModel = async () => model, pace = async () => undefined }: CheckSetup,
): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = [];
  const later: { readonly input: CheckedInput; readonly opened: AnyDocument }[] = [];
  const systems = new Map<string, CheckedFile[]>();
  const documents = new Map<string, AnyDocument>();
  const failingChecksOf = (organization: string): ReadonlySet<string> | undefined => {
    const [own, ...others] = systems.get(organization) ?? [];
    // If a company has two systems, it is unknown which one the answers are about.
    return own === undefined || others.length > 0
      ? undefined
      : new Set(own.findings.map(({ check }) => check));
  };
  const checkOne = async (input: CheckedInput, opened: AnyDocument): Promise<void> => {
    const file = isReport(opened)
      ? await checkReportFile(opened.read.document, input, model, (path) => documents.get(path))
      : await checkOpened(input, opened, { model, asOf, failingChecksOf });
    const { organization } = file;
    if (organization !== undefined) systems.set(organization, [...(systems.get(organization) ?? []), file]);
    checked.push(file);
    await pace(checked.length);
  };
  await pMap(
    inputs,
    async (input) => {
      const opened = await readAnyAgainst(input.file, await input.read(), model, (named) =>
        loadConfigModel(input.path, named),
      );
      if (input.path !== undefined) documents.set(input.path, opened);
      if (opened.kind !== 'sales-system') {
        later.push({ input, opened });
        return;
      }
      await checkOne(input, opened);
    },
    { concurrency: filesAtOnce },
  );
  await pMap(later, ({ input, opened }) => checkOne(input, opened), { concurrency: filesAtOnce });
  return checked.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/** Counts the evidence of each file that is undated or older than the gate allows. */
function countOldEvidence(
  files: readonly CheckedFile[],
  maxAge: string | undefined,
  asOf: string,
): OldEvidence[] {
  if (maxAge === undefined) return [];
  return files.flatMap(({ file, document }) => {
    if (document?.kind !== 'answers') return [];
    const count = Object.values(document.value.answers)
      .flatMap(({ evidence }) => evidence ?? [])
      .map(({ date }) => getPastDate(date, asOf))
      .filter((date) => date === undefined || isOlderThan(date, maxAge, asOf)).length;
    return count === 0 ? [] : [{ file, count, maxAge }];
  });
}

/** Maximum number of files that a note names. */
const namedFiles = 3;

/** Merges notes that several files share, each with its files in front. */
function mergeNotes(files: readonly CheckedFile[]): readonly string[] {
  const byNote = groupBy(
    files.flatMap(({ file, notes }) => notes.map((note) => ({ file, note }))),
    ({ note }) => note,
  );
  return [...byNote].map(([note, about]) => {
    const names = about.slice(0, namedFiles).map(({ file }) => file);
    const others = about.length - names.length;
    return `${names.join(', ')}${others === 0 ? '' : ` and ${others} more`}: ${note}`;
  });
}

/** What the gate compares checked files with. */
export interface GateContext {
  readonly model: Model;
  readonly asOf: string;
  readonly settings: Settings;
  readonly baseline?: Baseline | undefined;
  /** What changed against an earlier state. */
  readonly comparison?: Comparison | undefined;
  /** Baseline entries that match nothing any more, given every finding that was made. */
  readonly settledBy?: (visible: readonly GatedFinding[]) => readonly string[];
}

/** Decides the gate and builds the check report, for any format. */
export function buildCheckReport(files: readonly CheckedFile[], context: GateContext): CheckReport {
  const { model, asOf, settings, baseline, comparison, settledBy } = context;
  const sorted = files.map((file) => ({ file, ...applySuppressions(file, settings, baseline, asOf) }));
  const findings = sorted.flatMap((own) => own.findings.toSorted(compareByPlace));
  const suppressed = sorted.flatMap((own) =>
    own.suppressed.toSorted((left, right) => compareByPlace(left.finding, right.finding)),
  );
  const scores = sorted.flatMap((own) => scoreWithoutSuppressed(own.file, own.suppressed, model) ?? []);
  return {
    version,
    asOf,
    files: files.map(({ file }) => file),
    texts: new Map(files.flatMap(({ file, text }) => (text === undefined ? [] : [[file, text] as const]))),
    kinds: new Map(files.flatMap(({ file, kind }) => (kind === undefined ? [] : [[file, kind] as const]))),
    rules,
    scores,
    findings,
    failing: findFailing(findings, settings.floors),
    suppressed,
    settled: settledBy?.([...findings, ...suppressed.map(({ finding }) => finding)]) ?? [],
    notes: [...mergeNotes(files), ...(comparison?.notes ?? [])],
    changes: comparison?.changes ?? [],
    verdict: decideGate(
      findings,
      scores,
      comparison?.movements ?? [],
      countOldEvidence(files, settings.maxEvidenceAge, asOf),
      settings.floors,
    ),
  };
}
