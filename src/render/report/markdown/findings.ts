/** Findings of the checks, collapsed by file. */
import { countBySeverity, severities, sortWorstFirst } from '#domain/gate/check-report.ts';
import type { Finding } from '#domain/types/report.ts';
import { safeMarkdown, safeMarkdownCode } from '#render/escape.ts';
import { describeSeverity } from '#render/report/labels.ts';
import { formatWholePoints } from '#render/report/numbers.ts';
import { formatPlace } from '#render/report/phrases.ts';
import { type Page, type Section, renderDetails, renderHeading, list, renderProse, strong } from './parts.ts';

function renderFinding(finding: Finding, { words }: Page): string {
  const { check, severity, message, path = '', line, points, fix } = finding;
  // A line number replaces the path inside the file.
  const place = [formatPlace(finding), line === undefined ? path : ''].join(' ');
  const worth =
    points === undefined || points === null || points <= 0
      ? ''
      : ` (${safeMarkdown(words['report.points'])}: ${safeMarkdown(formatWholePoints(points, words))})`;
  return [
    `${strong(`${describeSeverity(severity, words)}:`)} ${renderProse(message)}`,
    ...(fix === undefined ? [] : [`${strong(`${words['report.fix']}:`)} ${renderProse(fix)}${worth}`]),
    [check, place]
      .map(safeMarkdownCode)
      .filter((part) => part !== '')
      .join(' · '),
  ].join('<br>');
}

function renderFile(file: string, findings: readonly Finding[], page: Page): readonly string[] {
  const counts = countBySeverity(findings);
  const named = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${describeSeverity(severity, page.words)}: ${counts[severity]}`);
  return renderDetails(file, named.join(' · '), [
    list(
      sortWorstFirst(findings).map((finding) => renderFinding(finding, page)),
      true,
    ),
  ]);
}

/** Renders the findings of each file, worst first. */
export const findingsSection: Section = (page) => {
  const { report, words } = page;
  const { findings } = report;
  const files = [...new Set(findings.map(({ file = '' }) => file))];
  return [
    renderHeading(2, words['report.findings']),
    safeMarkdown(findings.length === 0 ? words['report.noFindings'] : words['report.findingsAbout']),
    ...files.flatMap((file) =>
      renderFile(
        file,
        findings.filter((finding) => (finding.file ?? '') === file),
        page,
      ),
    ),
  ];
};
