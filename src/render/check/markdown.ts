import {
  type CheckReport,
  type FileScores,
  type GatedFinding,
  describeVerdict,
} from '#domain/gate/check-report.ts';
import { safeMarkdown } from '#render/escape.ts';
import {
  type CheckContext,
  groupFindingsByFile,
  onlyDate,
  describePoints,
  safeAddress,
  scoreNames,
  describeSuppression,
  formatWholeScore,
  scoreFacts,
} from './context.ts';

/** By this line a workflow finds its own comment again and updates it. */
const marker = '<!-- sales-audit -->';

/** Entries of one list that a reader is shown; the rest is counted. */
const listed = 50;

/** Characters of one text from a file or person that are shown. */
const longestText = 600;

/** Characters of a comment that GitHub accepts; GitLab takes more. */
const longestComment = 65_536;

/** Bytes of a job summary that GitHub accepts. */
const largestSummary = 1024 * 1024;

/** A text from a file or person, on one line and without markup. */
function inert(text: string): string {
  const characters = [...text];
  const short = characters.length <= longestText ? text : `${characters.slice(0, longestText - 1).join('')}…`;
  return safeMarkdown(short.trim());
}

function linked(check: string, { helpUrl }: CheckContext): string {
  const address = safeAddress(helpUrl(check));
  return address === undefined || address.length > longestText
    ? inert(check)
    : `[${inert(check)}](${address})`;
}

/** Entries as a list, with the rest counted. */
function list(entries: readonly string[], more: number): string[] {
  return [...entries.map((entry) => `- ${entry}`), ...(more > 0 ? [`- ${more} more`] : [])];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `### ${title}`, '', ...lines];
}

function scoreRow(scores: FileScores): string {
  const elements = scores.elements
    .slice(0, listed)
    .map(({ name, score }) => `${name} ${formatWholeScore(score)}`);
  const cells = [
    inert(scores.file),
    `${formatWholeScore(scores.score)} ${scoreNames[scores.kind]}`,
    inert(elements.join(', ')),
    inert(scoreFacts(scores).join(', ')),
  ];
  return `| ${cells.join(' | ')} |`;
}

function scoreTable(scores: readonly FileScores[], most: number): string[] {
  if (scores.length === 0) return [];
  const more = scores.length - most;
  return [
    '| File | Score | By element | Also |',
    '| --- | --- | --- | --- |',
    ...scores.slice(0, most).map(scoreRow),
    ...(more > 0 ? ['', `${more} more`] : []),
  ];
}

function findingEntry(finding: GatedFinding, report: CheckReport, context: CheckContext): string {
  const { severity, check, line, column, message, fix, dueTo } = finding;
  const points = describePoints(finding, report);
  return [
    `**${severity}** ${linked(check, context)} at ${line}:${column}: ${inert(message)}`,
    ...(dueTo === null ? [] : [onlyDate]),
    ...(fix === undefined ? [] : [`**Fix:** ${inert(fix)}`]),
    ...(points === undefined ? [] : [`(${inert(points)})`]),
  ].join(' ');
}

function findingLines(report: CheckReport, context: CheckContext, most: number): string[] {
  const more = report.findings.length - most;
  const groups = groupFindingsByFile([], report.findings.slice(0, most));
  return [
    ...groups.flatMap(({ file, findings }) =>
      section(
        inert(file),
        findings.map((finding) => `- ${findingEntry(finding, report, context)}`),
      ),
    ),
    ...(more > 0 ? ['', `${more} more ${more === 1 ? 'finding' : 'findings'}`] : []),
  ];
}

function suppressedLines({ suppressed }: CheckReport, context: CheckContext, most: number): string[] {
  if (suppressed.length === 0) return [];
  const entries = suppressed.slice(0, most).map(({ finding, suppression }) => {
    const { severity, check, file, line, column, message, dueTo } = finding;
    const date = dueTo === null ? '' : ` ${onlyDate}`;
    const place = `${inert(file)}:${line}:${column}`;
    return `${severity} ${linked(check, context)} at ${place}: ${inert(message)}${date} (${inert(describeSuppression(suppression))})`;
  });
  return [
    '',
    '<details>',
    `<summary>${suppressed.length} suppressed</summary>`,
    '',
    ...list(entries, suppressed.length - most),
    '',
    '</details>',
  ];
}

function markdownWith(report: CheckReport, context: CheckContext, most: number): string {
  const texts = (entries: readonly string[]): string[] =>
    list(entries.slice(0, most).map(inert), entries.length - most);
  return [
    marker,
    '',
    `**${describeVerdict(report)}**`,
    ...section('Scores', scoreTable(report.scores, most)),
    ...findingLines(report, context, most),
    ...suppressedLines(report, context, most),
    ...section('Changes', texts(report.changes)),
    ...section('Notes', texts(report.notes)),
    ...section('No longer needed in the baseline', texts(report.settled)),
    ...section('Why the gate is not passed', texts(report.verdict.reasons)),
    '',
  ].join('\n');
}

/** The comment with as many entries in each list as fit: the verdict is never cut off. */
function markdownWithin(report: CheckReport, context: CheckContext, fits: (text: string) => boolean): string {
  for (let most = listed; most > 0; most = Math.floor(most / 2)) {
    const text = markdownWith(report, context, most);
    if (fits(text)) return text;
  }
  return markdownWith(report, context, 0);
}

/** A comment for a pull request, at most as long as GitHub accepts. */
export function renderCheckMarkdown(report: CheckReport, context: CheckContext): string {
  return markdownWithin(report, context, (text) => text.length <= longestComment);
}

/** The same for `$GITHUB_STEP_SUMMARY`, at most 1 MiB of UTF-8. */
export function renderJobSummary(report: CheckReport, context: CheckContext): string {
  return markdownWithin(report, context, (text) => new TextEncoder().encode(text).length <= largestSummary);
}
