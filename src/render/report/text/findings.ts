import { worstFirst } from '#domain/gate/check-report.ts';
import type { Finding } from '#domain/types/report.ts';
import { write } from '#render/terminal/paragraph.ts';
import { severityInWords } from '#render/report/labels.ts';
import { wholePoints } from '#render/report/numbers.ts';
import { placeInWords } from '#render/report/phrases.ts';
import { paintOf } from '#render/terminal/theme.ts';
import { type Fact, type Page, bodyIndent, facts, section } from './page.ts';

function findingLines(finding: Finding, page: Page): string[] {
  const { words, theme, width } = page;
  const { check, severity, message, path, points, fix } = finding;
  const place = [placeInWords(finding), path ?? ''].filter((part) => part !== '').join(' ');
  const rows: Fact[] = [
    ...(fix === undefined ? [] : [[words['report.fix'], fix] as const]),
    ...(place === '' ? [] : [[words['report.place'], place] as const]),
    ...(points === undefined || points === null || points === 0
      ? []
      : [[words['report.points'], wholePoints(points, words)] as const]),
  ];
  const heading = `${severityInWords(severity, words)}: ${check}`;
  return [
    ...write([{ text: heading, paint: paintOf(severity, theme) }], bodyIndent, width),
    ...write([message], bodyIndent + 2, width),
    ...(rows.length === 0 ? [] : facts(rows, bodyIndent + 2, page)),
  ];
}

/** What the checks found in the sources, worst first. */
export function findingsLines(page: Page): string[] {
  const { report, words, theme, width } = page;
  const { findings } = report;
  const about = findings.length === 0 ? words['report.noFindings'] : words['report.findingsAbout'];
  return section(
    words['report.findings'],
    [
      write([{ text: about, paint: theme.faint }], bodyIndent, width),
      ...worstFirst(findings).map((finding) => findingLines(finding, page)),
    ],
    page,
  );
}
