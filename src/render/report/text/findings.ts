import { sortWorstFirst } from '#domain/gate/check-report.ts';
import type { Finding } from '#domain/types/report.ts';
import {
  type AppendixEntry,
  groupFindings,
  listEntryFacts,
  renderEntryTitle,
} from '#render/report/appendix.ts';
import { write } from '#render/terminal/paragraph.ts';
import { describeSeverity } from '#render/report/wording/labels.ts';
import { describeFindings, formatPlace, listFindingFacts } from '#render/report/wording/finding-phrases.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';
import { getPaint } from '#render/terminal/theme.ts';
import { type Fact, type Page, bodyIndent, joinApart, listFacts, renderSection } from './page.ts';

function renderFinding(finding: Finding, getName: (id: string) => string, page: Page): string[] {
  const { messages, theme, width } = page;
  const { check, severity, message, path } = finding;
  const place = [formatPlace(finding), path ?? ''].filter((part) => part !== '').join(' ');
  const rows: Fact[] = [
    ...listFindingFacts(finding, getName, messages),
    ...(place === '' ? [] : [[messages['report.place'], place] as const]),
  ];
  const heading = `${describeSeverity(severity, messages)}: ${check}`;
  return [
    ...write([{ text: heading, paint: getPaint(severity, theme) }], bodyIndent, width),
    ...write([message], bodyIndent + 2, width),
    ...(rows.length === 0 ? [] : listFacts(rows, bodyIndent + 2, page)),
  ];
}

function renderEntry(entry: AppendixEntry, page: Page): string[] {
  const { context, theme, width } = page;
  return [
    ...write([{ text: renderEntryTitle(entry), paint: theme.strong }], bodyIndent + 2, width),
    ...(entry.text === '' ? [] : write([entry.text], bodyIndent + 4, width)),
    ...listFacts(listEntryFacts(entry, context), bodyIndent + 4, page),
  ];
}

/** Renders the findings by element, in words of the business. */
function renderGroups(page: Page): string[][] {
  const { report, context, theme, width } = page;
  return groupFindings(report, context).map(({ name, entries }) =>
    joinApart([
      write([{ text: name, paint: theme.strong }], bodyIndent, width),
      ...entries.map((entry) => renderEntry(entry, page)),
    ]),
  );
}

/** Renders the appendix: the findings of the checks. */
export function renderFindingLines(page: Page): string[] {
  const { report, messages, theme, width, context } = page;
  const getName = makeNameLookup(report);
  return renderSection(
    messages['report.findings'],
    [
      write([{ text: describeFindings(report, messages), paint: theme.faint }], bodyIndent, width),
      ...(context.isTechnical
        ? sortWorstFirst(report.findings).map((finding) => renderFinding(finding, getName, page))
        : renderGroups(page)),
    ],
    page,
  );
}
