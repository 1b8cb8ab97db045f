import type {
  CheckReport,
  FileScores,
  GatedFinding,
  Suppression,
  RuleDescription,
} from '#domain/gate/check-report.ts';
import type { AnswerCounts } from '#domain/answers/not-known.ts';
import { groupBy } from '#domain/groups.ts';
import { roundTo, settle } from '#domain/scoring/numbers.ts';
import { escapeUri } from '#render/escape.ts';
import type { Theme } from '#render/terminal/theme.ts';

/** How much the text says: nothing but failures, one line for each file that passes, or everything. */
export type Detail = 'quiet' | 'normal' | 'verbose';

/** Settings of a format of `check`. */
export interface CheckContext {
  /** Width in columns; only `text` and `github` use it. */
  readonly width: number;
  readonly theme: Theme;
  /** Default: `normal`. Only `text` and `github` use it. */
  readonly detail?: Detail;
  /** Returns the https URL that explains a check. */
  helpUrl(check: string): string;
  /** Returns the path of a file from the root of its repository, for `github`, `sarif` and `gitlab`. */
  repositoryPath(file: string): string;
  /** Whether `sarif` includes suppressed findings. */
  readonly sarifSuppressed: boolean;
}

/** Renders a run of `check` in one format. The text ends in a newline. */
export type CheckRenderer = (report: CheckReport, context: CheckContext) => string;

/** Findings of one file. */
export interface FileFindings {
  readonly file: string;
  readonly findings: readonly GatedFinding[];
}

/** Groups findings by file, in the order of the report. Files that the report does not list come last. */
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

/** Lists every rule that was run, once, and rules that only a finding names. */
export function getRules({ rules, findings, suppressed }: CheckReport): readonly Rule[] {
  const all = new Map<string, Rule>();
  for (const rule of rules) if (!all.has(rule.id)) all.set(rule.id, rule);
  for (const { check, severity } of [...findings, ...suppressed.map(({ finding }) => finding)]) {
    if (!all.has(check)) all.set(check, { id: check, title: check, why: '', severity });
  }
  return [...all.values()];
}

/** Names of elements by file and id, cached per report: there can be very many findings. */
const elementNames = new WeakMap<CheckReport, ReadonlyMap<string, string>>();

function mapElementNames(report: CheckReport): ReadonlyMap<string, string> {
  let names = elementNames.get(report);
  if (names === undefined) {
    const entries = report.scores.flatMap(({ file, elements }) =>
      elements.map(({ id, name }): [string, string] => [`${file}\0${id}`, name]),
    );
    // The first of several wins.
    names = new Map(entries.toReversed());
    elementNames.set(report, names);
  }
  return names;
}

/** Returns the name of the element of a finding; its id if the scores do not name it. */
function getElementName({ file, element }: GatedFinding, report: CheckReport): string {
  return mapElementNames(report).get(`${file}\0${element}`) ?? element ?? '';
}

/** Describes the points gained by a fix, as a whole number; undefined if there are none. Not escaped. */
export function describePoints(finding: GatedFinding, report: CheckReport): string | undefined {
  const points = settle(finding.points ?? 0);
  if (points <= 0 || finding.element === null) return undefined;
  const worth = points < 1 ? 'less than 1' : String(roundTo(points, 0));
  return `fixing this adds ${worth} to the declared score of ${getElementName(finding, report)}`;
}

/** Remark on a finding caused only by the passage of time. */
export const onlyDate = '(only the date changed)';

/** Lists the remarks that follow the message of a finding: date, fix, points. Not escaped. */
export function listRemarks(finding: GatedFinding, report: CheckReport): readonly string[] {
  const { fix, dueTo } = finding;
  const points = describePoints(finding, report);
  return [
    ...(dueTo === null ? [] : [onlyDate]),
    ...(fix === undefined ? [] : [`Fix: ${fix}`]),
    ...(points === undefined ? [] : [`(${points})`]),
  ];
}

/** Describes why a finding does not count, with owner and end date of a waiver. Not escaped. */
export function describeSuppression(suppression: Suppression): string {
  if (suppression.by === 'baseline') return 'in the baseline';
  const { owner, until, reason } = suppression;
  return `waived by ${owner} until ${until}: ${reason}`;
}

/** Formats a score of 0..100 as a whole number, or as `unknown` (null). */
export function formatWholeScore(score: number | null): string {
  return score === null ? 'unknown' : String(roundTo(score, 0));
}

/** Lens of the score of each kind of file. */
export const scoreNames = { 'sales-system': 'declared', answers: 'said', report: 'said' } as const;

/** Describes how many of the asked questions are answered, and lists what the others are. */
function describeCounts({ answered, unknown, open, notApplicable }: AnswerCounts): string[] {
  const list = (count: number, state: string): string[] => (count === 0 ? [] : [`${count} ${state}`]);
  return [
    `${answered} of ${answered + unknown + open + notApplicable} answered`,
    ...list(unknown, "don't know"),
    ...list(open, 'open'),
    ...list(notApplicable, 'not applicable'),
  ];
}

/** Lists what is known about a file besides its score. */
export function listScoreFacts(scores: FileScores): string[] {
  const { scoreWithoutSuppressed, shown, counts, inPlace } = scores;
  return [
    ...(scoreWithoutSuppressed === null
      ? []
      : [`${formatWholeScore(scoreWithoutSuppressed)} once what is suppressed is fixed`]),
    ...(shown === null ? [] : [`${formatWholeScore(shown)} shown`]),
    ...(inPlace === null ? [] : [`${inPlace} of ${scores.elements.length} in place`]),
    ...(counts === null ? [] : describeCounts(counts)),
  ];
}

/** Returns the path of a file from the root of the repository, without a leading `./` or `/`. */
export function getRepositoryPath(file: string, context: Pick<CheckContext, 'repositoryPath'>): string {
  return context.repositoryPath(file).replace(/^(?:\.?\/)+/, '');
}

/** Returns a URL that is safe in a link and valid as a URI; undefined if it is not https. */
export function toSafeAddress(url: string): string | undefined {
  return /^https:\/\/[a-z0-9]/i.test(url) ? escapeUri(url) : undefined;
}
