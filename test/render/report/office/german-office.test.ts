/** Office files in German: titles of slides, names of sheets and headings, of one respondent and of several. */
import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '#domain/types/report.ts';
import { makeExampleContext } from '../../../../src/tools/docs/derive-examples.ts';
import { loadShippedModel } from '../../../support/model/shipped-model.ts';
import { getExampleReport, reportContext } from '../../../support/report/report-context.ts';
import { listHeadings, listSlideTexts, readParts, readSheets } from './read-office.ts';

const german = {
  ...makeExampleContext(await loadShippedModel('de')),
  width: 80,
};

/** The English messages, none of which may be a heading. */
const onlyEnglish = new Set<string>(
  Object.values(reportContext.messages).filter((text) => !Object.values(german.messages).includes(text)),
);

const companies = [
  ['one respondent', getExampleReport('harbor-instruments'), 6],
  ['several respondents', getExampleReport('sablewick-filtration'), 7],
] as const;

/** Lists the titles of the slides. */
async function listTitles(report: ReportDocument, slides: number, context = german): Promise<string[]> {
  const parts = await readParts('pptx', report, context);
  return Array.from({ length: slides }, (_, index) => listSlideTexts(parts, index + 1)[0] ?? '');
}

describe.each(companies)('a German report of %s', (_of, report, slides) => {
  it('has German titles of slides', async () => {
    const titles = await listTitles(report, slides);
    const english = await listTitles(report, slides, reportContext);
    // The sentence of the report is in the language that it was scored in.
    for (const [index, title] of titles.slice(1).entries()) {
      expect(title).toMatch(/\.$/);
      expect(title).not.toBe(english[index + 1]);
      expect(title).not.toMatch(/\b(?:the|of|with|and|are|is|by)\b/i);
    }
  });

  it('has German sheets with German heads', async () => {
    const sheets = await readSheets(report, german);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      ...['Maßnahmen', 'Antworten', 'Lücken'],
      ...(slides === 7 ? ['Wahrnehmung', 'Wer was geantwortet hat'] : []),
      'Über diesen Bericht',
    ]);
    const heads = sheets.slice(0, -1).flatMap(({ data }) => data[0] ?? []);
    expect(
      heads.filter((head) => /\b(?:Action|Owner|Question|Level|Gap|People|By)\b/.test(String(head))),
    ).toEqual([]);
  });

  it('has German headings', async () => {
    const headings = listHeadings(await readParts('docx', report, german));
    const { messages } = german;
    expect(headings).toEqual(
      expect.arrayContaining([
        ...[messages['report.elements'], messages['summary.do'], messages['report.patterns']],
        ...[messages['report.practices'], messages['report.gaps'], messages['report.method']],
      ]),
    );
    expect(headings.includes(messages['voices.title'])).toBe(slides === 7);
    expect(headings.filter((heading) => onlyEnglish.has(heading))).toEqual([]);
  });
});
