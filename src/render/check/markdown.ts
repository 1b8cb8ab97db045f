import {
  type CheckReport,
  type FileScores,
  type GatedFinding,
  describeVerdict,
} from '#domain/gate/check-report.ts';
import { escapeMarkdown } from '#render/escape.ts';
import {
  type CheckContext,
  groupFindingsByFile,
  onlyDate,
  describePoints,
  toSafeAddress,
  scoreNames,
  describeSuppression,
  formatWholeScore,
  listScoreFacts,
} from './context.ts';

/** Marker by which a workflow finds and updates its comment. */
const marker = '<!-- sales-audit -->';

/** Maximum number of entries in a list; the rest is counted. */
const listed = 50;

/** Maximum length of a text from a file or person, in characters. */
const longestText = 600;

/** Maximum length of a comment on GitHub, in characters; GitLab allows more. */
const longestComment = 65_536;

/** Maximum size of a job summary on GitHub, in bytes. */
const largestSummary = 1024 * 1024;

/** Escapes a text from a file or person, shortened and on one line. */
function escapeText(text: string): string {
  const characters = [...text];
  const short = characters.length <= longestText ? text : `${characters.slice(0, longestText - 1).join('')}…`;
  return escapeMarkdown(short.trim());
}

function linkCheck(check: string, { helpUrl }: CheckContext): string {
  const address = toSafeAddress(helpUrl(check));
  return address === undefined || address.length > longestText
    ? escapeText(check)
    : `[${escapeText(check)}](${address})`;
}

/** Renders entries as a list and counts the rest. */
function renderList(entries: readonly string[], more: number): string[] {
  return [...entries.map((entry) => `- ${entry}`), ...(more > 0 ? [`- ${more} more`] : [])];
}

function renderSection(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `### ${title}`, '', ...lines];
}

function renderScoreRow(scores: FileScores): string {
  const elements = scores.elements
    .slice(0, listed)
    .map(
      ({ name, score, isAsked }) => `${name} ${isAsked === false ? 'not asked' : formatWholeScore(score)}`,
    );
  const cells = [
    escapeText(scores.file),
    `${formatWholeScore(scores.score)} ${scoreNames[scores.kind]}`,
    escapeText(elements.join(', ')),
    escapeText(listScoreFacts(scores).join(', ')),
  ];
  return `| ${cells.join(' | ')} |`;
}

function renderScoreTable(scores: readonly FileScores[], most: number): string[] {
  if (scores.length === 0) return [];
  const more = scores.length - most;
  return [
    '| File | Score | By element | Also |',
    '| --- | --- | --- | --- |',
    ...scores.slice(0, most).map(renderScoreRow),
    ...(more > 0 ? ['', `${more} more`] : []),
  ];
}

function renderFinding(finding: GatedFinding, report: CheckReport, context: CheckContext): string {
  const { severity, check, line, column, message, fix, dueTo } = finding;
  const points = describePoints(finding, report);
  return [
    `**${severity}** ${linkCheck(check, context)} at ${line}:${column}: ${escapeText(message)}`,
    ...(dueTo === null ? [] : [onlyDate]),
    ...(fix === undefined ? [] : [`**Fix:** ${escapeText(fix)}`]),
    ...(points === undefined ? [] : [`(${escapeText(points)})`]),
  ].join(' ');
}

function renderFindings(report: CheckReport, context: CheckContext, most: number): string[] {
  const more = report.findings.length - most;
  const groups = groupFindingsByFile([], report.findings.slice(0, most));
  return [
    ...groups.flatMap(({ file, findings }) =>
      renderSection(
        escapeText(file),
        findings.map((finding) => `- ${renderFinding(finding, report, context)}`),
      ),
    ),
    ...(more > 0 ? ['', `${more} more ${more === 1 ? 'finding' : 'findings'}`] : []),
  ];
}

function renderSuppressed({ suppressed }: CheckReport, context: CheckContext, most: number): string[] {
  if (suppressed.length === 0) return [];
  const entries = suppressed.slice(0, most).map(({ finding, suppression }) => {
    const { severity, check, file, line, column, message, dueTo } = finding;
    const date = dueTo === null ? '' : ` ${onlyDate}`;
    const place = `${escapeText(file)}:${line}:${column}`;
    return `${severity} ${linkCheck(check, context)} at ${place}: ${escapeText(message)}${date} (${escapeText(describeSuppression(suppression))})`;
  });
  return [
    '',
    '<details>',
    `<summary>${suppressed.length} suppressed</summary>`,
    '',
    ...renderList(entries, suppressed.length - most),
    '',
    '</details>',
  ];
}

function renderAtMost(report: CheckReport, context: CheckContext, most: number): string {
  const renderTexts = (entries: readonly string[]): string[] =>
    renderList(entries.slice(0, most).map(escapeText), entries.length - most);
  return [
    marker,
    '',
    `**${describeVerdict(report)}**`,
    ...renderSection('Scores', renderScoreTable(report.scores, most)),
    ...renderFindings(report, context, most),
    ...renderSuppressed(report, context, most),
    ...renderSection('Changes', renderTexts(report.changes)),
    ...renderSection('Notes', renderTexts(report.notes)),
    ...renderSection('No longer needed in the baseline', renderTexts(report.settled)),
    ...renderSection('Why the gate failed', renderTexts(report.verdict.reasons)),
    '',
  ].join('\n');
}

/** Renders as many entries per list as fit. The verdict is never cut off. */
function renderWithin(report: CheckReport, context: CheckContext, fits: (text: string) => boolean): string {
  for (let most = listed; most > 0; most = Math.floor(most / 2)) {
    const text = renderAtMost(report, context, most);
    if (fits(text)) return text;
  }
  return renderAtMost(report, context, 0);
}

/** Renders a comment for a pull request, within the limit of GitHub. */
export function renderCheckMarkdown(report: CheckReport, context: CheckContext): string {
  return renderWithin(report, context, (text) => text.length <= longestComment);
}

/** Renders the summary for `$GITHUB_STEP_SUMMARY`, at most 1 MiB of UTF-8. */
export function renderJobSummary(report: CheckReport, context: CheckContext): string {
  return renderWithin(report, context, (text) => new TextEncoder().encode(text).length <= largestSummary);
}
