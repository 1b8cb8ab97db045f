import { isOlderThan } from '#domain/calendar.ts';
import { getPastDate } from '#domain/dates.ts';
import type { CheckReport } from '#domain/gate/check-report.ts';
import { type OldEvidence, decideGate, findFailing } from '#domain/gate/gate.ts';
import { getGivenLimits, listIdleLimits } from '#domain/gate/idle-limits.ts';
import type { Overrides, Settings } from '#domain/gate/settings.ts';
import { groupBy } from '#domain/groups.ts';
import type { Model } from '#domain/model.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import { rules } from '#app/findings/rules.ts';
import { version } from '#app/version.ts';
import type { Baseline } from './accept/baseline.ts';
import type { Comparison } from './compare/comparison.ts';
import { applySuppressions, compareByPlace, scoreWithoutSuppressed } from './accept/suppressions.ts';

/** Counts the evidence of each file that is undated or older than the gate allows. */
function countOldEvidence(
  files: readonly CheckedFile[],
  getSettings: (file: string) => Settings,
  asOf: string,
): OldEvidence[] {
  return files.flatMap(({ file, document }) => {
    const { maxEvidenceAge: maxAge } = getSettings(file);
    if (maxAge === undefined || document?.kind !== 'answers') return [];
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
  /** Settings of the run as a whole. */
  readonly settings: Settings;
  /** Finds the settings of a file by its name in the report, if they differ. */
  readonly getSettings?: (file: string) => Settings;
  readonly baseline?: Baseline | undefined;
  /** What changed against an earlier state. */
  readonly comparison?: Comparison | undefined;
  /** Limits of the whole run. */
  readonly notes?: readonly string[];
  /** Baseline entries that no longer match anything, a line for each. */
  readonly settled?: readonly string[];
  /** Whether such entries fail the gate. */
  readonly failsOnStale?: boolean;
  /** What the settings limit and no checked file can miss, a sentence for each. */
  readonly idle?: readonly string[];
}

/** Decides the gate and builds the check report, for any format. */
export function buildCheckReport(files: readonly CheckedFile[], context: GateContext): CheckReport {
  const {
    model,
    asOf,
    settings,
    getSettings = () => settings,
    baseline,
    comparison,
    notes = [],
    settled = [],
    failsOnStale = false,
    idle = [],
  } = context;
  const sorted = files.map((file) => ({
    file,
    ...applySuppressions(file, getSettings(file.file), baseline, asOf),
  }));
  const findings = sorted.flatMap((own) => own.findings.toSorted(compareByPlace));
  const suppressed = sorted.flatMap((own) =>
    own.suppressed.toSorted((left, right) => compareByPlace(left.finding, right.finding)),
  );
  const uncompared = comparison?.uncompared ?? [];
  const scores = sorted.flatMap((own) => scoreWithoutSuppressed(own.file, own.suppressed, model) ?? []);
  return {
    version,
    asOf,
    files: files.map(({ file }) => file),
    texts: new Map(files.flatMap(({ file, text }) => (text === undefined ? [] : [[file, text] as const]))),
    kinds: new Map(files.flatMap(({ file, kind }) => (kind === undefined ? [] : [[file, kind] as const]))),
    unread: new Set(files.flatMap(({ unread }) => unread ?? [])),
    rules,
    scores,
    findings,
    failing: findFailing(findings, settings.floors),
    suppressed,
    settled,
    notes: [
      ...notes,
      ...mergeNotes(files),
      ...(comparison?.notes ?? []),
      // With a limit they are reasons to fail.
      ...uncompared.filter(({ maxDrop }) => maxDrop === undefined).map(({ why }) => why),
    ],
    changes: comparison?.changes ?? [],
    verdict: decideGate(
      {
        findings,
        scores,
        movements: comparison?.movements ?? [],
        uncompared,
        misses: comparison?.misses ?? [],
        stale: failsOnStale ? settled.length : 0,
        idle,
        oldEvidence: countOldEvidence(files, getSettings, asOf),
      },
      settings.floors,
      (file) => getSettings(file).floors,
    ),
  };
}

/**
 * Merges the reports of the groups of a run into one, by file.
 *
 * @param notes limits of the whole run
 * @param commandLine its limits apply to the files of all groups
 */
export function mergeReports(
  reports: readonly CheckReport[],
  notes: readonly string[],
  commandLine: Overrides,
): CheckReport {
  const [first] = reports;
  if (first === undefined) throw new TypeError('A run has at least one group.');
  const collect = <T>(list: (report: CheckReport) => readonly T[]): T[] => reports.flatMap(list);
  const sortByFile = <T>(list: readonly T[], getFile: (each: T) => string): T[] =>
    list.toSorted((a, b) => (getFile(a) < getFile(b) ? -1 : getFile(a) > getFile(b) ? 1 : 0));
  const files = collect((report) => report.files).toSorted();
  const unread = new Set(collect((report) => [...report.unread]));
  const reasons = [
    ...collect(({ verdict }) => verdict.reasons),
    ...listIdleLimits(
      collect(({ scores }) => scores),
      unread,
      getGivenLimits(commandLine),
    ),
  ];
  return {
    ...first,
    files,
    kinds: new Map(collect(({ kinds }) => [...kinds])),
    unread,
    texts: new Map(collect(({ texts }) => [...texts])),
    scores: sortByFile(
      collect(({ scores }) => scores),
      ({ file }) => file,
    ),
    findings: sortByFile(
      collect(({ findings }) => findings),
      ({ file }) => file,
    ),
    failing: new Set(collect(({ failing }) => [...failing])),
    suppressed: sortByFile(
      collect(({ suppressed }) => suppressed),
      ({ finding }) => finding.file,
    ),
    settled: collect(({ settled }) => settled),
    // Groups that are compared with the same revision note the same about it.
    notes: [...new Set([...notes, ...collect((report) => report.notes)])],
    changes: collect(({ changes }) => changes),
    verdict: { ok: reasons.length === 0, exitCode: reasons.length === 0 ? 0 : 1, reasons },
  };
}
