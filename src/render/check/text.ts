import { type CheckReport, type GatedFinding, describeVerdict } from '#domain/gate/check-report.ts';
import { safeLine, withoutCommands } from '#render/escape.ts';
import { getLines, renderCodeFrame } from '#render/terminal/findings.ts';
import { type Theme, getPaint } from '#render/terminal/theme.ts';
import {
  type CheckContext,
  groupFindingsByFile,
  onlyDate,
  describePoints,
  describeSuppression,
} from './context.ts';
import { alignLabels } from './held.ts';
import { scoreLines } from './text-scores.ts';

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
