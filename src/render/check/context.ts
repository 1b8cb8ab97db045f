import type {
  CheckReport,
  FileScores,
  GatedFinding,
  Suppression,
  RuleDescription,
} from '#domain/gate/check-report.ts';
import { groupBy } from '#domain/groups.ts';
import { roundTo, settle } from '#domain/scoring/numbers.ts';
import { safeUri } from '#render/escape.ts';
import type { Theme } from '#render/terminal/theme.ts';

/** What a format of `check` needs beside the report. */
export interface CheckContext {
  /** Columns to lay out in; only `text` and `github` look at it. */
  readonly width: number;
  readonly theme: Theme;
  /** The https address where a check is explained. */
  helpUrl(check: string): string;
}

/** Writes a run of `check` in one format. The text ends in a newline. */
export type CheckRenderer = (report: CheckReport, context: CheckContext) => string;

/** Findings of one file. */
export interface FileFindings {
  readonly file: string;
  readonly findings: readonly GatedFinding[];
}

/** Findings by file, files in the order of the report; a file that the report does not list comes last. */
export function groupFindingsByFile(
  files: readonly string[],
  findings: readonly GatedFinding[],
): readonly FileFindings[] {
  const groups = groupBy(findings, ({ file }) => file);
  return [...new Set([...files, ...groups.keys()])].map((file) => ({
    file,
    findings: groups.get(file) ?? [],
  }));
}

/** A rule as the formats list it. */
export type Rule = RuleDescription;

/** Every rule that was run, each once, and any that only a finding names. */
export function getRules({ rules, findings, suppressed }: CheckReport): readonly Rule[] {
  const all = new Map<string, Rule>();
  for (const rule of rules) if (!all.has(rule.id)) all.set(rule.id, rule);
  for (const { check, severity } of [...findings, ...suppressed.map(({ finding }) => finding)]) {
    if (!all.has(check)) all.set(check, { id: check, title: check, why: '', severity });
  }
  return [...all.values()];
}

/** Names of elements by file and id, made once for each report: there can be very many findings. */
const elementNames = new WeakMap<CheckReport, ReadonlyMap<string, string>>();

function namesOf(report: CheckReport): ReadonlyMap<string, string> {
  let names = elementNames.get(report);
  if (names === undefined) {
    const entries = report.scores.flatMap(({ file, elements }) =>
      elements.map(({ id, name }): [string, string] => [`${file}\0${id}`, name]),
    );
    // The first of several counts.
    names = new Map(entries.toReversed());
    elementNames.set(report, names);
  }
  return names;
}

/** Name of the element that a finding's points count for, its id where the scores do not name it. */
function elementName({ file, element }: GatedFinding, report: CheckReport): string {
  return namesOf(report).get(`${file}\0${element}`) ?? element ?? '';
}

/** What fixing a finding is worth, in whole points; undefined where it has none. Not escaped. */
export function describePoints(finding: GatedFinding, report: CheckReport): string | undefined {
  const points = settle(finding.points ?? 0);
  if (points <= 0 || finding.element === null) return undefined;
  const worth = points < 1 ? 'less than 1' : String(roundTo(points, 0));
  return `fixing this adds ${worth} to ${elementName(finding, report)}`;
}

/** Said of a finding that only the passing of time made. */
export const onlyDate = '(only the date changed)';

/** What stands behind the message of a finding: that only the date changed, the fix, what it is worth. Not escaped. */
export function listRemarks(finding: GatedFinding, report: CheckReport): readonly string[] {
  const { fix, dueTo } = finding;
  const points = describePoints(finding, report);
  return [
    ...(dueTo === null ? [] : [onlyDate]),
    ...(fix === undefined ? [] : [`Fix: ${fix}`]),
    ...(points === undefined ? [] : [`(${points})`]),
  ];
}

/** Why a finding does not count, with who answers for it and until when. Not escaped. */
export function describeSuppression(suppression: Suppression): string {
  if (suppression.by === 'baseline') return 'in the baseline';
  const { owner, until, reason } = suppression;
  return `waived by ${owner} until ${until}: ${reason}`;
}

/** A score for people: a whole number, `unknown` where there is none. */
export function formatWholeScore(score: number | null): string {
  return score === null ? 'unknown' : String(roundTo(score, 0));
}

/** What the score of a file stands for. */
export const scoreNames = { 'sales-system': 'declared', answers: 'said', report: 'said' } as const;

/** What is known of a file's score beside the score itself, for people. */
export function scoreFacts(scores: FileScores): string[] {
  const { scoreWithoutSuppressed, shown, coverage, inPlace } = scores;
  return [
    ...(scoreWithoutSuppressed === null
      ? []
      : [`${formatWholeScore(scoreWithoutSuppressed)} without what is suppressed`]),
    ...(shown === null ? [] : [`${formatWholeScore(shown)} shown`]),
    ...(inPlace === null ? [] : [`${inPlace} of ${scores.elements.length} in place`]),
    ...(coverage === null ? [] : [`${roundTo(coverage * 100, 0)}% answered`]),
  ];
}

/** A path as tools that join it to the root of the repository expect it: neither `./` nor `/` in front. */
export function fromRoot(file: string): string {
  return file.replace(/^(?:\.?\/)+/, '');
}

/** An address that is safe in a link and valid as a URI; undefined where it is not https. */
export function safeAddress(url: string): string | undefined {
  return /^https:\/\/[a-z0-9]/i.test(url) ? safeUri(url) : undefined;
}
