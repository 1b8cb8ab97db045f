import { say } from '#domain/messages.ts';
import { rangeInWords } from '#render/terminal/element-rows.ts';
import { write } from '#render/terminal/paragraph.ts';
import { headline, overallInWords } from '#render/report/headline.ts';
import { sourceInWords } from '#render/report/source-words.ts';
import { wholeScore } from '#render/report/numbers.ts';
import { scopeInWords } from '#render/report/phrases.ts';
import { safeFlow } from '#render/terminal/safe-wrap.ts';
import { type Page, bodyIndent, section } from './page.ts';

/** Whose report it is, of which day, from which sources. */
export function titleLines(page: Page, preparedBy: string | undefined): string[] {
  const { report, words, width } = page;
  const { organization, asOf: date, sources } = report;
  const about = [
    say(words, 'report.about', { organization: organization.name, date }),
    ...sources.map((source) => sourceInWords(source, words)),
    ...(preparedBy === undefined ? [] : [say(words, 'report.preparedBy', { name: preparedBy })]),
  ];
  return section(words['report.title'], [write(about, bodyIndent, width)], page);
}

/** The count twice, the neglected and the unknown by name, the overall score, and what limits it. */
export function resultLines(page: Page): string[] {
  const { report, words, theme, width } = page;
  const { declared, shown, range, provisional, scope, asked, outOf } = report.summary;
  const overall = [
    overallInWords(report, words),
    ...(declared === null ? [] : [`${wholeScore(declared, words)} ${words['summary.declared']}`]),
    ...(shown === null ? [] : [`${wholeScore(shown, words)} ${words['summary.shown']}`]),
    ...rangeInWords(range, words),
  ];
  const inParts = (parts: readonly string[]): string[] =>
    safeFlow(parts, ` ${theme.signs.dot} `, width - bodyIndent).map((line) => ' '.repeat(bodyIndent) + line);
  const notices = [
    ...(scope === 'quick' ? [say(words, 'report.quickAbout', { asked, outOf })] : []),
    ...(provisional ? [words['summary.provisional']] : []),
  ];
  return section(
    words['report.result'],
    [
      write(
        headline(report, words).map((text) => ({ text, paint: theme.strong })),
        bodyIndent,
        width,
      ),
      [...inParts(overall), ...inParts(scopeInWords(report, words))],
      write(
        notices.map((text) => ({ text, paint: theme.bad })),
        bodyIndent,
        width,
      ),
    ],
    page,
  );
}
