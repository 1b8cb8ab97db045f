import { type CheckReport, type GatedFinding, describeVerdict } from '#domain/gate/check-report.ts';
import { safeLine, withoutCommands } from '#render/escape.ts';
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
  scoreFacts,
  scoreNames,
} from './context.ts';

/** A label leaves its text at least this many columns, however narrow the terminal is. */
const leastRoom = 12;

/**
 * Text behind a label of ours, wrapped. Every further line starts with a bar: text from files never starts a
 * line, so no log reader can take it for a command.
 */
function alignLabels(label: string, text: string, width: number): string[] {
  const indent = measureWidth(label);
  const further = `${' '.repeat(Math.max(0, indent - 2))}| `;
  return wrap(text, Math.max(leastRoom, width - Math.max(indent, 2))).map(
    (line, index) => (index === 0 ? label : further) + line,
  );
}

function findingLines(
  finding: GatedFinding,
  source: readonly string[] | undefined,
  report: CheckReport,
  { width, theme }: CheckContext,
): string[] {
  const { line, column, severity, check, message, fix, dueTo } = finding;
  const place = `  ${theme.strong(`${line}:${column}`)} ${getPaint(severity, theme)(severity)} `;
  const points = describePoints(finding, report);
  return [
    ...alignLabels(place, theme.faint(safeLine(check)), width),
    ...alignLabels('  | ', [safeLine(message), ...(dueTo === null ? [] : [onlyDate])].join(' '), width),
    ...(source === undefined
      ? []
      : renderCodeFrame(source, line, column, width - 4, theme).map((row) => `    ${row}`)),
    ...(fix === undefined ? [] : alignLabels(`  ${theme.strong('Fix:')} `, safeLine(fix), width)),
    ...(points === undefined ? [] : alignLabels('  + ', theme.good(safeLine(points)), width)),
  ];
}

/** A part of the report under its title; nothing where it has no lines. */
function section(title: string, lines: readonly string[], theme: Theme): string[] {
  return lines.length === 0 ? [] : [theme.strong(title), ...lines, ''];
}

function bullets(texts: readonly string[], { width, theme }: CheckContext): string[] {
  return texts.flatMap((text) => alignLabels(`  ${theme.signs.dash} `, safeLine(text), width));
}

function suppressedLines({ suppressed }: CheckReport, { width, theme }: CheckContext): string[] {
  return suppressed.flatMap(({ finding, suppression }) => {
    const { file, line, column, severity, check, message, dueTo } = finding;
    const place = `${severity} ${check} at ${file}:${line}:${column}`;
    const said = dueTo === null ? message : `${message} ${onlyDate}`;
    return [
      ...alignLabels(`  ${theme.signs.dash} `, theme.faint(safeLine(place)), width),
      ...alignLabels('    | ', theme.faint(safeLine(said)), width),
      ...alignLabels('    > ', theme.faint(safeLine(describeSuppression(suppression))), width),
    ];
  });
}

/** Scores of each file and its elements, with bars. */
function scoreLines({ scores }: CheckReport, { width, theme }: CheckContext): string[] {
  const barWidth = Math.max(10, Math.min(20, width - 50));
  const bar = (score: number | null, shown: number | null): string =>
    `  ${renderBar(score, shown, barWidth, theme)} ${padLeft(score === null ? theme.signs.dash : formatWholeScore(score), 3)} `;
  // Of many files, most have elements of the same scores.
  const known = new Map<string, readonly string[]>();
  const elementLines = (name: string, score: number | null): readonly string[] => {
    const key = `${score} ${name}`;
    const lines = known.get(key) ?? alignLabels(bar(score, null), safeLine(name), width);
    known.set(key, lines);
    return lines;
  };
  return scores.flatMap((each) => [
    ...alignLabels(
      bar(each.score, each.shown),
      [`${theme.strong(safeLine(each.file))} (${scoreNames[each.kind]})`, ...scoreFacts(each)].join(', '),
      width,
    ),
    ...each.elements.flatMap(({ name, score }) => elementLines(name, score)),
  ]);
}

/** The run for people, by file; the last line is the verdict. */
export function renderCheckText(report: CheckReport, context: CheckContext): string {
  const { width, theme } = context;
  const found = groupFindingsByFile(report.files, report.findings).flatMap(({ file, findings }) => {
    if (findings.length === 0) return [];
    const text = report.texts.get(file);
    const source = text === undefined ? undefined : getLines(text);
    return [
      ...alignLabels(`${theme.faint('File')} `, theme.strong(safeLine(file)), width),
      '',
      ...findings.flatMap((finding) => [...findingLines(finding, source, report, context), '']),
    ];
  });
  const verdict = describeVerdict(report);
  const lines = [
    ...found,
    ...section('Suppressed', suppressedLines(report, context), theme),
    ...section('Scores', scoreLines(report, context), theme),
    ...section('Changes', bullets(report.changes, context), theme),
    ...section('Notes', bullets(report.notes, context), theme),
    ...section('No longer needed in the baseline', bullets(report.settled, context), theme),
    ...section('Why the gate is not passed', bullets(report.verdict.reasons, context), theme),
    // Never broken into lines: scripts look for it.
    theme.strong(report.verdict.ok ? theme.good(verdict) : theme.bad(verdict)),
  ];
  return withoutCommands(`${lines.join('\n')}\n`);
}
