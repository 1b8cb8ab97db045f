import type { CheckReport, GatedFinding } from '#domain/gate/check-report.ts';
import { safeLine } from '#render/escape.ts';
import { type CheckContext, fromRoot, onlyDate, describePoints } from './context.ts';
import { renderCheckText } from './text.ts';

/** GitHub shows 10 annotations of each severity for a step and drops the rest in silence. */
const shown = 9;

const commands = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['info', 'notice', 'notices'],
] as const satisfies readonly (readonly [GatedFinding['severity'], string, string])[];

function safeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function safeProperty(text: string): string {
  return safeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function command(name: string, properties: Readonly<Record<string, string | number>>, text: string): string {
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${safeProperty(String(value))}`);
  return `::${name} ${listed.join(',')}::${safeData(text)}`;
}

function annotation(name: string, finding: GatedFinding, report: CheckReport): string {
  const { file, line, column, check, message, fix, dueTo } = finding;
  const points = describePoints(finding, report);
  const text = [
    `${message}${dueTo === null ? '' : ` ${onlyDate}`}`,
    ...(fix === undefined ? [] : [`Fix: ${fix}`]),
    ...(points === undefined ? [] : [`(${points})`]),
  ].map(safeLine);
  const place = { file: safeLine(fromRoot(file)), line, col: column, title: safeLine(check) };
  return command(name, place, text.join('\n'));
}

function annotations(report: CheckReport): string[] {
  return commands.flatMap(([severity, name, many]) => {
    const findings = report.findings
      .filter((finding) => finding.severity === severity)
      .toSorted((left, right) => (right.points ?? 0) - (left.points ?? 0));
    const lines = findings.slice(0, shown).map((finding) => annotation(name, finding, report));
    const more = findings.length - shown;
    if (more <= 0) return lines;
    const text = `${more} more ${more === 1 ? name : many}: the log of this step lists every one.`;
    return [...lines, command(name, { title: 'sales-audit' }, text)];
  });
}

/** GitHub workflow commands, the most serious and most valuable first, and then the text report. */
export function renderGithub(report: CheckReport, context: CheckContext): string {
  const lines = annotations(report);
  return `${lines.length === 0 ? '' : `${lines.join('\n')}\n\n`}${renderCheckText(report, context)}`;
}
