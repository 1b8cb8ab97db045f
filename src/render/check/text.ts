import { type CheckReport, type GatedFinding, describeVerdict } from '#domain/gate/check-report.ts';
import { escapeLine, escapeCommands } from '#render/escape.ts';
import { renderBar } from '#render/terminal/bar.ts';
import { getLines, renderCodeFrame } from '#render/terminal/findings.ts';
import { measureWidth, padLeft, wrap } from '#render/terminal/layout.ts';
import { type Theme, getPaint } from '#render/terminal/theme.ts';
import {
  type CheckContext,
  groupFindingsByFile,
  onlyDate,
  describePoints,
  describeSuppression,
  formatWholeScore,
  listScoreFacts,
  scoreNames,
} from './context.ts';

/** Minimum width of the text after a label, in columns, however narrow the terminal. */
const leastRoom = 12;

/**
 * Wraps text after a label. Further lines start with a bar: text from files never starts a line, so no CI log
 * takes it for a command.
 */
function alignLabels(label: string, text: string, width: number): string[] {
  const indent = measureWidth(label);
  const further = `${' '.repeat(Math.max(0, indent - 2))}| `;
  return wrap(text, Math.max(leastRoom, width - Math.max(indent, 2))).map(
    (line, index) => (index === 0 ? label : further) + line,
  );
}

function renderFinding(
  finding: GatedFinding,
  source: readonly string[] | undefined,
  report: CheckReport,
  { width, theme }: CheckContext,
): string[] {
  const { line, column, severity, check, message, fix, dueTo } = finding;
  const place = `  ${theme.strong(`${line}:${column}`)} ${getPaint(severity, theme)(severity)} `;
  const points = describePoints(finding, report);
  return [
    ...alignLabels(place, theme.faint(escapeLine(check)), width),
    ...alignLabels('  | ', [escapeLine(message), ...(dueTo === null ? [] : [onlyDate])].join(' '), width),
    ...(source === undefined
      ? []
      : renderCodeFrame(source, line, column, width - 4, theme).map((row) => `    ${row}`)),
    ...(fix === undefined ? [] : alignLabels(`  ${theme.strong('Fix:')} `, escapeLine(fix), width)),
    ...(points === undefined ? [] : alignLabels('  + ', theme.good(escapeLine(points)), width)),
  ];
}

/** Renders a section; nothing if it is empty. */
function renderSection(title: string, lines: readonly string[], theme: Theme): string[] {
  return lines.length === 0 ? [] : [theme.strong(title), ...lines, ''];
}

function renderBullets(texts: readonly string[], { width, theme }: CheckContext): string[] {
  return texts.flatMap((text) => alignLabels(`  ${theme.signs.dash} `, escapeLine(text), width));
}

function renderSuppressed({ suppressed }: CheckReport, { width, theme }: CheckContext): string[] {
  return suppressed.flatMap(({ finding, suppression }) => {
    const { file, line, column, severity, check, message, dueTo } = finding;
    const place = `${severity} ${check} at ${file}:${line}:${column}`;
    const said = dueTo === null ? message : `${message} ${onlyDate}`;
    return [
      ...alignLabels(`  ${theme.signs.dash} `, theme.faint(escapeLine(place)), width),
      ...alignLabels('    | ', theme.faint(escapeLine(said)), width),
      ...alignLabels('    > ', theme.faint(escapeLine(describeSuppression(suppression))), width),
    ];
  });
}

/** Renders the scores of each file and its elements, with bars. */
function renderScores({ scores }: CheckReport, { width, theme }: CheckContext): string[] {
  const barWidth = Math.max(10, Math.min(20, width - 50));
  const renderScoreBar = (score: number | null, shown: number | null): string =>
    `  ${renderBar(score, shown, barWidth, theme)} ${padLeft(score === null ? theme.signs.dash : formatWholeScore(score), 3)} `;
  // Most files have elements with the same scores.
  const cached = new Map<string, readonly string[]>();
  const renderElement = (name: string, score: number | null): readonly string[] => {
    const key = `${score} ${name}`;
    const lines = cached.get(key) ?? alignLabels(renderScoreBar(score, null), escapeLine(name), width);
    cached.set(key, lines);
    return lines;
  };
  return scores.flatMap((each) => [
    ...alignLabels(
      renderScoreBar(each.score, each.shown),
      [`${theme.strong(escapeLine(each.file))} (${scoreNames[each.kind]})`, ...listScoreFacts(each)].join(
        ', ',
      ),
      width,
    ),
    ...each.elements.flatMap(({ name, score }) => renderElement(name, score)),
  ]);
}

/** Renders the run by file. The last line is the verdict. */
export function renderCheckText(report: CheckReport, context: CheckContext): string {
  const { width, theme } = context;
  const found = groupFindingsByFile(report.files, report.findings).flatMap(({ file, findings }) => {
    if (findings.length === 0) return [];
    const text = report.texts.get(file);
    const source = text === undefined ? undefined : getLines(text);
    return [
      ...alignLabels(`${theme.faint('File')} `, theme.strong(escapeLine(file)), width),
      '',
      ...findings.flatMap((finding) => [...renderFinding(finding, source, report, context), '']),
    ];
  });
  const verdict = describeVerdict(report);
  const lines = [
    ...found,
    ...renderSection('Suppressed', renderSuppressed(report, context), theme),
    ...renderSection('Scores', renderScores(report, context), theme),
    ...renderSection('Changes', renderBullets(report.changes, context), theme),
    ...renderSection('Notes', renderBullets(report.notes, context), theme),
    ...renderSection('No longer needed in the baseline', renderBullets(report.settled, context), theme),
    ...renderSection('Why the gate failed', renderBullets(report.verdict.reasons, context), theme),
    // Never wrapped: scripts search for it.
    theme.strong(report.verdict.ok ? theme.good(verdict) : theme.bad(verdict)),
  ];
  return escapeCommands(`${lines.join('\n')}\n`);
}
