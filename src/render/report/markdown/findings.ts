/** Findings of the checks, collapsed by file. */
import { countBySeverity, severities, sortWorstFirst } from '#domain/gate/check-report.ts';
import type { Finding } from '#domain/types/report.ts';
import { escapeMarkdown, escapeMarkdownCode } from '#render/escape.ts';
import { describeSeverity } from '#render/report/labels.ts';
import { formatWholePoints } from '#render/report/numbers.ts';
import { formatPlace } from '#render/report/phrases.ts';
import {
  type Page,
  type Section,
  renderDetails,
  renderHeading,
  renderList,
  renderProse,
  renderStrong,
} from './parts.ts';

function renderFinding(finding: Finding, { messages }: Page): string {
  const { check, severity, message, path = '', line, points, fix } = finding;
  // A line number replaces the path inside the file.
  const place = [formatPlace(finding), line === undefined ? path : ''].join(' ');
  const worth =
    points === undefined || points === null || points <= 0
      ? ''
      : ` (${escapeMarkdown(messages['report.points'])}: ${escapeMarkdown(formatWholePoints(points, messages))})`;
  return [
    `${renderStrong(`${describeSeverity(severity, messages)}:`)} ${renderProse(message)}`,
    ...(fix === undefined
      ? []
      : [`${renderStrong(`${messages['report.fix']}:`)} ${renderProse(fix)}${worth}`]),
    [check, place]
      .map(escapeMarkdownCode)
      .filter((part) => part !== '')
      .join(' · '),
  ].join('<br>');
}

function renderFile(file: string, findings: readonly Finding[], page: Page): readonly string[] {
  const counts = countBySeverity(findings);
  const named = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${describeSeverity(severity, page.messages)}: ${counts[severity]}`);
  return renderDetails(file, named.join(' · '), [
    renderList(
      sortWorstFirst(findings).map((finding) => renderFinding(finding, page)),
      true,
    ),
  ]);
}

/** Renders the findings of each file, worst first. */
export const renderFindingsSection: Section = (page) => {
  const { report, messages } = page;
  const { findings } = report;
  const files = [...new Set(findings.map(({ file = '' }) => file))];
  return [
    renderHeading(2, messages['report.findings']),
    escapeMarkdown(findings.length === 0 ? messages['report.noFindings'] : messages['report.findingsAbout']),
    ...files.flatMap((file) =>
      renderFile(
        file,
        findings.filter((finding) => (finding.file ?? '') === file),
        page,
      ),
    ),
  ];
};
