import type { CheckReport, GatedFinding } from '#domain/gate/check-report.ts';
import type { Finding } from '#domain/types/report.ts';
import { escapeLine } from '#render/escape.ts';
import { type CheckContext, getRepositoryPath, onlyDate, describePoints } from './context.ts';
import { renderCheckText } from './text.ts';

/** GitHub shows 10 annotations per severity and step and silently drops the rest. */
const shown = 9;

const commands = [
  ['error', 'error', 'errors'],
  ['warning', 'warning', 'warnings'],
  ['info', 'notice', 'notices'],
] as const satisfies readonly (readonly [GatedFinding['severity'], string, string])[];

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function formatCommand(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  text: string,
): string {
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${listed.join(',')}::${escapeData(text)}`;
}

function annotate(name: string, finding: GatedFinding, report: CheckReport, context: CheckContext): string {
  const { file, line, column, check, message, fix, dueTo } = finding;
  const points = describePoints(finding, report);
  const text = [
    `${message}${dueTo === null ? '' : ` ${onlyDate}`}`,
    ...(fix === undefined ? [] : [`Fix: ${fix}`]),
    ...(points === undefined ? [] : [`(${points})`]),
  ].map(escapeLine);
  const path = escapeLine(getRepositoryPath(file, context));
  const place = { file: path, line, col: column, title: escapeLine(check) };
  return formatCommand(name, place, text.join('\n'));
}

function listAnnotations(report: CheckReport, context: CheckContext): string[] {
  return commands.flatMap(([severity, name, many]) => {
    const findings = report.findings
      .filter((finding) => finding.severity === severity)
      .toSorted((left, right) => (right.points ?? 0) - (left.points ?? 0));
    const lines = findings.slice(0, shown).map((finding) => annotate(name, finding, report, context));
    const more = findings.length - shown;
    if (more <= 0) return lines;
    const text = `${more} more ${more === 1 ? name : many}: the log of this step lists all of them.`;
    return [...lines, formatCommand(name, { title: 'sales-audit' }, text)];
  });
}

/**
 * Renders GitHub workflow commands, the most severe and valuable first, followed by the text report. GitHub's page
 * "Workflow commands": `file` is a path from the root of the repository, whatever folder the step runs in.
 */
export function renderGithub(report: CheckReport, context: CheckContext): string {
  const lines = listAnnotations(report, context);
  return `${lines.length === 0 ? '' : `${lines.join('\n')}\n\n`}${renderCheckText(report, context)}`;
}

/** Renders a workflow command for a usage error, which prevented a run from checking anything. */
export function renderGithubError(message: string): string {
  return `${formatCommand('error', { title: 'sales-audit' }, escapeLine(message))}\n`;
}

/** Renders workflow commands for the faults of a file that prevented a run from checking anything. */
export function renderGithubFaults(
  findings: readonly Finding[],
  context: Pick<CheckContext, 'repositoryPath'>,
): string {
  const lines = findings.slice(0, shown).map(({ file = '', line = 1, column = 1, message, fix, check }) => {
    const text = [message, ...(fix === undefined ? [] : [`Fix: ${fix}`])].map(escapeLine).join('\n');
    const path = escapeLine(getRepositoryPath(file, context));
    return formatCommand('error', { file: path, line, col: column, title: escapeLine(check) }, text);
  });
  return `${lines.join('\n')}\n`;
}
