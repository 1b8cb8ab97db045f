import { sortWorstFirst } from '#domain/gate/check-report.ts';
import type { Finding } from '#domain/types/report.ts';
import { write } from '#render/terminal/paragraph.ts';
import { describeSeverity } from '#render/report/labels.ts';
import { formatWholePoints } from '#render/report/numbers.ts';
import { formatPlace } from '#render/report/phrases.ts';
import { getPaint } from '#render/terminal/theme.ts';
import { type Fact, type Page, bodyIndent, listFacts, renderSection } from './page.ts';

function renderFinding(finding: Finding, page: Page): string[] {
  const { messages, theme, width } = page;
  const { check, severity, message, path, points, fix } = finding;
  const place = [formatPlace(finding), path ?? ''].filter((part) => part !== '').join(' ');
  const rows: Fact[] = [
    ...(fix === undefined ? [] : [[messages['report.fix'], fix] as const]),
    ...(place === '' ? [] : [[messages['report.place'], place] as const]),
    ...(points === undefined || points === null || points === 0
      ? []
      : [[messages['report.points'], formatWholePoints(points, messages)] as const]),
  ];
  const heading = `${describeSeverity(severity, messages)}: ${check}`;
  return [
    ...write([{ text: heading, paint: getPaint(severity, theme) }], bodyIndent, width),
    ...write([message], bodyIndent + 2, width),
    ...(rows.length === 0 ? [] : listFacts(rows, bodyIndent + 2, page)),
  ];
}

/** Renders the findings of the checks, worst first. */
export function renderFindingLines(page: Page): string[] {
  const { report, messages, theme, width } = page;
  const { findings } = report;
  const about = findings.length === 0 ? messages['report.noFindings'] : messages['report.findingsAbout'];
  return renderSection(
    messages['report.findings'],
    [
      write([{ text: about, paint: theme.faint }], bodyIndent, width),
      ...sortWorstFirst(findings).map((finding) => renderFinding(finding, page)),
    ],
    page,
  );
}
