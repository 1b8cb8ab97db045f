/** The appendix: findings of the checks, collapsed by element or, for those who edit the files, by file. */
import { countBySeverity, severities, sortWorstFirst } from '#domain/gate/check-report.ts';
import type { Finding } from '#domain/types/report.ts';
import { escapeMarkdown, escapeMarkdownCode } from '#render/escape.ts';
import { describeSeverity } from '#render/report/wording/labels.ts';
import {
  type AppendixEntry,
  groupFindings,
  listEntryFacts,
  renderEntryTitle,
} from '#render/report/appendix.ts';
import { describeFindings, formatPlace, listFindingFacts } from '#render/report/wording/finding-phrases.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';
import {
  type Page,
  type Section,
  renderDetails,
  renderHeading,
  renderLabeled,
  renderList,
  renderProse,
  renderStrong,
} from './parts.ts';

function renderFinding(finding: Finding, { report, messages }: Page): string {
  const { check, severity, message, path = '', line } = finding;
  const facts = listFindingFacts(finding, makeNameLookup(report), messages);
  // A line number replaces the path inside the file.
  const place = [formatPlace(finding), line === undefined ? path : ''].join(' ');
  return [
    `${renderStrong(`${describeSeverity(severity, messages)}:`)} ${renderProse(message)}`,
    ...facts.map(([label, text]) => `${renderStrong(`${label}:`)} ${renderProse(text)}`),
    [check, place]
      .map(escapeMarkdownCode)
      .filter((part) => part !== '')
      .join(' · '),
  ].join('<br>');
}

function renderFile(file: string, findings: readonly Finding[], page: Page): readonly string[] {
  const open = findings.filter(({ waiver }) => waiver === undefined);
  const counts = countBySeverity(open);
  const waived = findings.length - open.length;
  const named = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${describeSeverity(severity, page.messages)}: ${counts[severity]}`);
  const facts = [...named, ...(waived === 0 ? [] : [`${page.messages['report.waived']}: ${waived}`])];
  return renderDetails(file, facts.join(' · '), [
    renderList(
      sortWorstFirst(findings).map((finding) => renderFinding(finding, page)),
      true,
    ),
  ]);
}

function renderEntry(entry: AppendixEntry, { context }: Page): string {
  return [
    renderStrong(renderEntryTitle(entry)),
    escapeMarkdown(entry.text),
    ...listEntryFacts(entry, context).map(([label, text]) => renderLabeled(label, text)),
  ]
    .filter((line) => line !== '')
    .join('<br>');
}

/** Renders the findings by element, in words of the business. */
function renderGroups(page: Page): readonly string[] {
  return groupFindings(page.report, page.context).flatMap(({ name, entries }) =>
    renderDetails(name, String(entries.reduce((sum, { count }) => sum + count, 0)), [
      renderList(
        entries.map((entry) => renderEntry(entry, page)),
        true,
      ),
    ]),
  );
}

/** Renders the findings of each file, worst first, with everything that leads to their places. */
function renderFiles(page: Page): readonly string[] {
  const { findings } = page.report;
  const files = [...new Set(findings.map(({ file = '' }) => file))];
  return files.flatMap((file) =>
    renderFile(
      file,
      findings.filter((finding) => (finding.file ?? '') === file),
      page,
    ),
  );
}

/** Renders the appendix. */
export const renderFindingsSection: Section = (page) => {
  const { report, messages, context } = page;
  return [
    renderHeading(2, messages['report.findings']),
    escapeMarkdown(describeFindings(report, messages)),
    ...(context.isTechnical ? renderFiles(page) : renderGroups(page)),
  ];
};
