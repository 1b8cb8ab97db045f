import { quoteYaml } from '#document/edit/quoting.ts';
import {
  type CheckReport,
  type GatedFinding,
  isAcceptable,
  sortWorstFirst,
} from '#domain/gate/check-report.ts';
import { escapeLine } from '#render/escape.ts';
import { getLines, renderCodeFrame } from '#render/terminal/findings.ts';
import { getPaint } from '#render/terminal/theme.ts';
import {
  type CheckContext,
  describePoints,
  describeSuppression,
  groupFindingsByFile,
  onlyDate,
} from './context.ts';
import { alignLabels } from './text-layout.ts';

/** Whether a finding is about something that is not there: its place is only where it would be. */
function isAbsence({ isMissing }: GatedFinding): boolean {
  return isMissing === true;
}

function renderFinding(
  finding: GatedFinding,
  source: readonly string[] | undefined,
  report: CheckReport,
  { width, theme, detail }: CheckContext,
): string[] {
  const { line, column, severity, check, message, fix, dueTo } = finding;
  const place = `  ${theme.strong(`${line}:${column}`)} ${getPaint(severity, theme)(severity)} `;
  const points = describePoints(finding, report);
  return [
    ...alignLabels(place, theme.faint(escapeLine(check)), width),
    ...alignLabels('  | ', [escapeLine(message), ...(dueTo === null ? [] : [onlyDate])].join(' '), width),
    ...(source === undefined || isAbsence(finding)
      ? []
      : renderCodeFrame(source, line, column, width - 4, theme).map((row) => `    ${row}`)),
    ...(fix === undefined ? [] : alignLabels(`  ${theme.strong('Fix:')} `, escapeLine(fix), width)),
    ...(points === undefined ? [] : alignLabels('  + ', theme.good(escapeLine(points)), width)),
    ...(detail === 'verbose' ? renderWaiver(finding, report) : []),
  ];
}

/** Renders the waiver of a finding, in one line to copy; nothing if it cannot be waived. Only a system has waivers. */
function renderWaiver({ check, identity, file }: GatedFinding, { scores }: CheckReport): string[] {
  const isInSystem = scores.some((each) => each.file === file && each.kind === 'sales-system');
  if (!isInSystem || !isAcceptable(check)) return [];
  const path = quoteYaml(identity === '' ? '/' : identity);
  return [`  Waiver: - {rule: ${check}, path: ${escapeLine(path)}, reason: , owner: , until: }`];
}

/** The most findings of a file that are printed unless everything is asked for. Nobody reads more at once. */
const mostFindings = 100;

/** Returns the worst findings of a file, in the order of the file. A single one more takes no more space than to count it. */
function chooseWorst(findings: readonly GatedFinding[]): readonly GatedFinding[] {
  if (findings.length <= mostFindings + 1) return findings;
  const worst = new Set(sortWorstFirst(findings).slice(0, mostFindings));
  return findings.filter((finding) => worst.has(finding));
}

/** Says how many findings of a file are not printed; nothing if all are. */
function renderRest(count: number, { width, theme }: CheckContext): string[] {
  if (count === 0) return [];
  const text = `${count} more in this file, none of them worse. --verbose shows everything that was found.`;
  return [...alignLabels('  ', theme.faint(text), width), ''];
}

/** Renders findings by file: those at a place with its lines, then those about what is not there. */
export function renderFindings(
  findings: readonly GatedFinding[],
  report: CheckReport,
  context: CheckContext,
): string[] {
  const { width, theme, detail } = context;
  return groupFindingsByFile(report.files, findings).flatMap(({ file, findings: own }) => {
    if (own.length === 0) return [];
    const text = report.texts.get(file);
    const source = text === undefined ? undefined : getLines(text);
    const shown = detail === 'verbose' ? own : chooseWorst(own);
    const present = shown.filter((finding) => !isAbsence(finding));
    const absent = shown.filter(isAbsence);
    const render = (each: readonly GatedFinding[]): string[] =>
      each.flatMap((finding) => [...renderFinding(finding, source, report, context), '']);
    return [
      ...alignLabels(`${theme.faint('File')} `, theme.strong(escapeLine(file)), width),
      '',
      ...render(present),
      ...(absent.length === 0 || present.length === 0 ? [] : [theme.faint('  Not there:'), '']),
      ...render(absent),
      ...renderRest(own.length - shown.length, context),
    ];
  });
}

/** Renders suppressed findings, each with the reason. */
export function renderSuppressed({ suppressed }: CheckReport, { width, theme }: CheckContext): string[] {
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
