import {
  type CheckReport,
  type GatedFinding,
  countBySeverity,
  describeVerdict,
  formatCount,
} from '#domain/gate/check-report.ts';
import { groupBy } from '#domain/groups.ts';
import { escapeLine, escapeCommands } from '#render/escape.ts';
import { renderBar } from '#render/terminal/bar.ts';
import { padLeft } from '#render/terminal/layout.ts';
import { type CheckContext, formatWholeScore, listScoreFacts, scoreNames } from './context.ts';
import { renderFindings, renderSuppressed } from './text-findings.ts';
import { alignLabels, renderBullets, renderSection } from './text-layout.ts';

function renderScoreBar(
  score: number | null,
  shown: number | null,
  barWidth: number,
  { theme }: CheckContext,
): string {
  const number = padLeft(score === null ? theme.signs.dash : formatWholeScore(score), 3);
  return `  ${renderBar(score, shown, barWidth, theme)} ${number} `;
}

/** Renders the scores of each file and its elements, with bars. */
function renderScores({ scores }: CheckReport, context: CheckContext): string[] {
  const { width, theme } = context;
  const barWidth = Math.max(10, Math.min(20, width - 50));
  // Most files have elements with the same scores.
  const cached = new Map<string, readonly string[]>();
  const renderElement = (name: string, score: number | null): readonly string[] => {
    const key = `${score} ${name}`;
    const label = renderScoreBar(score, null, barWidth, context);
    const lines = cached.get(key) ?? alignLabels(label, escapeLine(name), width);
    cached.set(key, lines);
    return lines;
  };
  return scores.flatMap((each) => [
    ...alignLabels(
      renderScoreBar(each.score, each.shown, barWidth, context),
      [`${theme.strong(escapeLine(each.file))} (${scoreNames[each.kind]})`, ...listScoreFacts(each)].join(
        ', ',
      ),
      width,
    ),
    ...each.elements.flatMap(({ name, score }) => renderElement(name, score)),
  ]);
}

/** Columns of the bar of a file that has one line. */
const shortBar = 10;

/** Counts what was found in a file, without what there is none of. */
function describeCounts(findings: readonly GatedFinding[], suppressed: number): string {
  const { error, warning, info } = countBySeverity(findings);
  return [
    ...(error === 0 ? [] : [formatCount(error, 'error', 'errors')]),
    ...(warning === 0 ? [] : [formatCount(warning, 'warning', 'warnings')]),
    ...(info === 0 ? [] : [`${info} info`]),
    ...(suppressed === 0 ? [] : [`${suppressed} suppressed`]),
  ].join(', ');
}

/** Renders a line for each file: its score, and how much was found. */
function renderFiles(report: CheckReport, context: CheckContext): string[] {
  const scores = new Map(report.scores.map((each) => [each.file, each]));
  const findings = groupBy(report.findings, ({ file }) => file);
  const suppressed = groupBy(report.suppressed, ({ finding }) => finding.file);
  return report.files.flatMap((file) => {
    const own = scores.get(file);
    const label =
      own === undefined ? ' '.repeat(shortBar + 7) : renderScoreBar(own.score, own.shown, shortBar, context);
    const counts = describeCounts(findings.get(file) ?? [], suppressed.get(file)?.length ?? 0);
    const name = context.theme.strong(escapeLine(file));
    return alignLabels(label, counts === '' ? name : `${name}: ${counts}`, context.width);
  });
}

/** Renders the verdict. Never wrapped: scripts search for it. */
function renderVerdict(report: CheckReport, { theme }: CheckContext): string {
  const verdict = describeVerdict(report);
  return theme.strong(report.verdict.ok ? theme.good(verdict) : theme.bad(verdict));
}

function renderReasons(report: CheckReport, context: CheckContext): string[] {
  return renderSection('Why the gate failed', renderBullets(report.verdict.reasons, context), context);
}

/** Maximum number of baseline entries that the short text lists. */
const fewEntries = 5;

/** Returns the first of many lines, and counts the rest. */
function listFew(lines: readonly string[]): readonly string[] {
  const more = lines.length - fewEntries;
  return more <= 1 ? lines : [...lines.slice(0, fewEntries), `and ${more} more`];
}

/** Renders what a comparison, the surroundings and the baseline say, for either length of the report. */
function renderRemarks(report: CheckReport, context: CheckContext, settled: readonly string[]): string[] {
  return [
    ...renderSection('Changes', renderBullets(report.changes, context), context),
    ...renderSection('Notes', renderBullets(report.notes, context), context),
    ...renderSection('No longer needed in the baseline', renderBullets(settled, context), context),
    ...renderReasons(report, context),
    renderVerdict(report, context),
  ];
}

/** Renders nothing but what fails; no line if nothing does. */
function renderQuiet(report: CheckReport, context: CheckContext): string[] {
  if (report.verdict.ok) return [];
  const failing = report.findings.filter((finding) => report.failing.has(finding));
  return [
    ...renderFindings(failing, report, context),
    ...renderReasons(report, context),
    renderVerdict(report, context),
  ];
}

/** Renders a line for each file, and the findings if the gate fails. */
function renderShort(report: CheckReport, context: CheckContext): string[] {
  const { verdict, findings, suppressed } = report;
  const isHiding = suppressed.length > 0 || (verdict.ok && findings.length > 0);
  return [
    ...(verdict.ok ? [] : renderFindings(findings, report, context)),
    ...renderFiles(report, context),
    ...(isHiding ? [context.theme.faint('--verbose shows everything that was found.')] : []),
    '',
    ...renderRemarks(report, context, listFew(report.settled)),
  ];
}

/** Renders everything, by file. */
function renderLong(report: CheckReport, context: CheckContext): string[] {
  return [
    ...renderFindings(report.findings, report, context),
    ...renderSection('Suppressed', renderSuppressed(report, context), context),
    ...renderSection('Scores', renderScores(report, context), context),
    ...renderRemarks(report, context, report.settled),
  ];
}

const details = { quiet: renderQuiet, normal: renderShort, verbose: renderLong } as const;

/** Renders the run by file. The last line is the verdict. With `quiet`, a run that passes renders to nothing. */
export function renderCheckText(report: CheckReport, context: CheckContext): string {
  const lines = details[context.detail ?? 'normal'](report, context);
  return lines.length === 0 ? '' : escapeCommands(`${lines.join('\n')}\n`);
}
