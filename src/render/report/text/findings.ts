import { sortWorstFirst } from '#domain/gate/check-report.ts';
import type { Finding } from '#domain/types/report.ts';
import { write } from '#render/terminal/paragraph.ts';
import { describeSeverity } from '#render/report/labels.ts';
import { describeFindings, formatPlace, listFindingFacts } from '#render/report/finding-phrases.ts';
import { makeNameLookup } from '#render/report/phrases.ts';
import { getPaint } from '#render/terminal/theme.ts';
import { type Fact, type Page, bodyIndent, listFacts, renderSection } from './page.ts';

function renderFinding(finding: Finding, nameOf: (id: string) => string, page: Page): string[] {
  const { messages, theme, width } = page;
  const { check, severity, message, path } = finding;
  const place = [formatPlace(finding), path ?? ''].filter((part) => part !== '').join(' ');
  const rows: Fact[] = [
    ...listFindingFacts(finding, nameOf, messages),
    ...(place === '' ? [] : [[messages['report.place'], place] as const]),
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
  const nameOf = makeNameLookup(report);
  return renderSection(
    messages['report.findings'],
    [
      write([{ text: describeFindings(report, messages), paint: theme.faint }], bodyIndent, width),
      ...sortWorstFirst(findings).map((finding) => renderFinding(finding, nameOf, page)),
    ],
    page,
  );
}
