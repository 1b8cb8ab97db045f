/** Office files of several respondents: what each group said, in cells, on a slide and in a section. */
import { describe, expect, it } from 'vitest';
import { findQuestions } from '#domain/answers/not-known.ts';
import { listGroups } from '#render/report/voices/answers.ts';
import { listLeftOut } from '#render/report/voices/left-out.ts';
import { sortByGap } from '#render/report/voices/perception.ts';
import { getExampleReport, reportContext } from '../../../support/report/report-context.ts';
import {
  listDocumentTexts,
  listHeadings,
  listParagraphs,
  listSlideTexts,
  readParts,
  readSheets,
} from './read-office.ts';

const { messages } = reportContext;
const report = getExampleReport('sablewick-filtration');
const { voices } = report;
if (voices === undefined) throw new Error('The report is of one person.');

const whole = (score: number | null): number | null => score && Math.round(score);

/** Renders the slide of the sides. */
async function readSlide(of: typeof report): Promise<string> {
  return (await readParts('pptx', of)).get('ppt/slides/slide3.xml') ?? '';
}

/** Lists the shapes of a slide that have an alternative text, with their middle from the left in inches. */
function listShapes(slide: string) {
  return [...slide.matchAll(/<p:sp>.*?<\/p:sp>/gs)].flatMap(([shape]) => {
    const text = / descr="([^"]*)"/.exec(shape)?.[1];
    if (text === undefined) return [];
    const [left, width] = [/<a:off x="(\d+)"/, /<a:ext cx="(\d+)"/].map((each) =>
      Number(each.exec(shape)?.[1]),
    );
    return {
      text,
      kind: /prst="(\w+)"/.exec(shape)?.[1],
      isTurned: shape.includes('flipV="1"'),
      middle: ((left ?? 0) + (width ?? 0) / 2) / 914_400,
    };
  });
}

describe('the workbook of several respondents', () => {
  it('has how each role sees the practices, the largest gap first, as numbers', async () => {
    const sheets = await readSheets(report);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(
      'Actions Answers Gaps Perception Who_answered_what About'
        .split(' ')
        .map((name) => name.replaceAll('_', ' ')),
    );
    const practices = report.elements.flatMap((element) => element.practices);
    const [head, ...rows] = sheets[3]?.data ?? [];
    expect(head).toEqual(['Practice', 'Element', 'Leader', 'Managers', 'Sellers', 'Gap', 'Today']);
    expect(rows[0]).toEqual(['Coaching cadence', 'Execution', 75, 25, 19, 56, 13]);
    expect(rows.map((row) => [row[0], ...row.slice(2, 5)])).toEqual(
      sortByGap(voices.practices).map(({ id, leader, managers, sellers }) => [
        practices.find((each) => each.id === id)?.name,
        ...[leader, managers, sellers].map(whole),
      ]),
    );
  });

  it('has what each group answered: counts, median, gap, and whose answer counts', async () => {
    const [head, ...rows] = (await readSheets(report))[4]?.data ?? [];
    expect(head?.slice(2, 13)).toEqual(
      ['Group', 'People', 'Level 0', 'Level 1', 'Level 2', 'Level 3', 'Level 4', 'No level', 'Median'].concat(
        'Agreement',
        'Gap',
      ),
    );
    const asks = new Map(findQuestions(report).map(({ question }) => [question.id, question.ask]));
    expect(rows.map((row) => [row[1], ...row.slice(2, 11), row[12], row[14]])).toEqual(
      voices.questions.flatMap((question) =>
        listGroups(question, voices, messages).map(({ name, count, levels, withoutLevel, median }) => [
          ...[asks.get(question.id), name, count ?? null, ...(levels ?? [null, null, null, null, null])],
          ...[withoutLevel ?? null, median, question.gap, question.because],
        ]),
      ),
    );
    // What is left out has its reason, and no number.
    expect(rows.filter((row) => row[15] !== null).map((row) => row.slice(4, 10))).toEqual([
      [null, null, null, null, null, null],
    ]);
  });

  it('says who answered and what is left out', async () => {
    const about = (await readSheets(report)).at(-1)?.data.flat();
    expect(about).toContain('One leader, three managers, eight sellers and two customers answered.');
    expect(about).toContain(
      'Answers of sellers are shown only in groups of 5 or more, so that nobody can work out who said what.',
    );
  });

  it('freezes heads, filters every table, and prints the first columns as wide as the page', async () => {
    const parts = await readParts('xlsx', report);
    for (const number of [1, 2, 3, 4, 5]) {
      const sheet = parts.get(`xl/worksheets/sheet${number}.xml`) ?? '';
      expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      expect(sheet).toMatch(/<autoFilter ref="A1:[G-P]\d+"\/>/);
      expect(sheet).toMatch(/<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"/);
      // As many characters as a landscape page has room for at more than 8 points.
      const printed = new RegExp(
        `Print_Area" localSheetId="${number - 1}">'[^']+'!\\$A\\$1:\\$(\\w)\\$\\d+<`,
      );
      const last = printed.exec(parts.get('xl/workbook.xml') ?? '')?.[1] ?? 'Z';
      const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
      const shown = widths.slice(0, last.charCodeAt(0) - 64);
      expect(shown.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(185);
    }
  });
});

describe('the presentation of several respondents', () => {
  it('has a seventh slide with the gap as its title, and a row of signs per practice', async () => {
    const parts = await readParts('pptx', report);
    expect(parts.has('ppt/slides/slide7.xml')).toBe(true);
    expect(parts.has('ppt/slides/slide8.xml')).toBe(false);
    const [title, ...texts] = listSlideTexts(parts, 3);
    expect(title).toBe('Coaching cadence: the leader sees it at 75, sellers at 19.');
    expect(texts).toContain('One leader, three managers, eight sellers and two customers answered.');
    expect(texts).toContain('Announced, not resourced');
    expect(texts.join(' ')).toContain(`Smaller gaps: ${voices.practices.length - 7}.`);
    const notes = parts.get('ppt/notesSlides/notesSlide3.xml') ?? '';
    for (const { text } of listLeftOut(voices, messages)) expect(notes).toContain(text);
  });

  it('has the names and scores in a table, the largest gap first', async () => {
    const [table = ''] = /<a:tbl>.*<\/a:tbl>/s.exec(await readSlide(report)) ?? [];
    const cells = listParagraphs(table, 'a');
    expect(cells.slice(0, 12)).toEqual(
      [
        ['Practice', '', 'Leader', 'Managers', 'Sellers', 'Gap'],
        ['Coaching cadence', '', '75', '25', '19', '+56'],
      ].flat(),
    );
    const practices = report.elements.flatMap((element) => element.practices);
    const names = sortByGap(voices.practices).map(({ id }) => practices.find((each) => each.id === id)?.name);
    expect(cells.filter((_, index) => index % 6 === 0)).toEqual(['Practice', ...names.slice(0, 7)]);
  });

  it('has a sign of another shape per side, at its score, with an alternative text', async () => {
    const shapes = listShapes(await readSlide(report));
    const marks = ['37.5', '62.5', '75'].map((mark) => shapes.find(({ text }) => text === mark)?.middle ?? 0);
    const [low = 0, , target = 0] = marks;
    const at = (score: number): number => low + ((score - 37.5) / 37.5) * (target - low);
    for (const { id, leader, managers, sellers } of sortByGap(voices.practices).slice(0, 7)) {
      const name = report.elements.flatMap(({ practices }) => practices).find((each) => each.id === id)?.name;
      const sides = [
        ['Leader', leader, 'triangle', true],
        ['Managers', managers, 'ellipse', false],
        ['Sellers', sellers, 'triangle', false],
      ] as const;
      for (const [side, score, kind, isTurned] of sides) {
        const sign = shapes.find(({ text }) => text === `${name}: ${side} ${whole(score)}`);
        expect(sign).toMatchObject({ kind, isTurned });
        expect(Math.abs((sign?.middle ?? 0) - at(score ?? 0))).toBeLessThan(0.01);
      }
    }
  });

  it('has no sign of a side without a score', async () => {
    const practices = voices.practices.map((each) => ({ ...each, leader: null, gap: null }));
    const slide = await readSlide({ ...report, voices: { ...voices, practices } });
    const texts = listShapes(slide).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('Leader'))).toEqual([]);
    expect(texts.filter((text) => /: (?:Managers|Sellers) \d+$/.test(text))).toHaveLength(14);
    expect(listParagraphs(slide, 'a')).not.toContain('Leader');
  });

  it('says that too few sellers answered, without a chart', async () => {
    const parts = await readParts('pptx', { ...report, voices: { ...voices, practices: [] } });
    expect(listSlideTexts(parts, 3)[0]).toBe(`${messages['voices.notCompared']}.`);
    expect(parts.get('ppt/slides/slide3.xml')).not.toMatch(/<a:tbl>|prst="triangle"/);
  });
});

describe('the document of several respondents', () => {
  it('has the practices, the readings, who answered and what is left out', async () => {
    const parts = await readParts('docx', report);
    expect(listHeadings(parts)).toContain(messages['voices.title']);
    expect(listHeadings(parts, 2)).toEqual(
      expect.arrayContaining([messages['voices.readings'], messages['voices.leftOut']]),
    );
    const texts = listDocumentTexts(parts);
    const row = texts.indexOf('Coaching cadence', texts.indexOf(messages['voices.gapAbout']));
    expect(texts.slice(row, row + 5)).toEqual(['Coaching cadence', '75', '25', '19', '+56']);
    for (const { name, means } of voices.readings) {
      expect(listHeadings(parts, 3)).toContain(name);
      expect(texts).toContain(means);
    }
    for (const { text } of listLeftOut(voices, messages)) expect(texts).toContain(text);
    for (const { because, notes = [] } of voices.questions) {
      expect(texts).toContain(`${messages['voices.governs']}: ${because}`);
      for (const { note } of notes) expect(texts.join('\n')).toContain(note);
    }
  });
});
