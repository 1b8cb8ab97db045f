/** What the checks found in the sources, folded away by file. */
import { countBySeverity, severities, worstFirst } from '#domain/gate/check-report.ts';
import type { Finding } from '#domain/types/report.ts';
import { safeMarkdown, safeMarkdownCode } from '#render/escape.ts';
import { severityInWords } from '#render/report/labels.ts';
import { wholePoints } from '#render/report/numbers.ts';
import { placeInWords } from '#render/report/phrases.ts';
import { type Page, type Section, details, heading, list, prose, strong } from './parts.ts';

function findingItem(finding: Finding, { words }: Page): string {
  const { check, severity, message, path = '', line, points, fix } = finding;
  // A line says it shorter than the path inside the file.
  const place = [placeInWords(finding), line === undefined ? path : ''].join(' ');
  const worth =
    points === undefined || points === null || points <= 0
      ? ''
      : ` (${safeMarkdown(words['report.points'])}: ${safeMarkdown(wholePoints(points, words))})`;
  return [
    `${strong(`${severityInWords(severity, words)}:`)} ${prose(message)}`,
    ...(fix === undefined ? [] : [`${strong(`${words['report.fix']}:`)} ${prose(fix)}${worth}`]),
    [check, place]
      .map(safeMarkdownCode)
      .filter((part) => part !== '')
      .join(' · '),
  ].join('<br>');
}

function fileBlocks(file: string, findings: readonly Finding[], page: Page): readonly string[] {
  const counts = countBySeverity(findings);
  const named = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${severityInWords(severity, page.words)}: ${counts[severity]}`);
  return details(file, named.join(' · '), [
    list(
      worstFirst(findings).map((finding) => findingItem(finding, page)),
      true,
    ),
  ]);
}

/** The findings of each file, worst first. */
export const findingsSection: Section = (page) => {
  const { report, words } = page;
  const { findings } = report;
  const files = [...new Set(findings.map(({ file = '' }) => file))];
  return [
    heading(2, words['report.findings']),
    safeMarkdown(findings.length === 0 ? words['report.noFindings'] : words['report.findingsAbout']),
    ...files.flatMap((file) =>
      fileBlocks(
        file,
        findings.filter((finding) => (finding.file ?? '') === file),
        page,
      ),
    ),
  ];
};
