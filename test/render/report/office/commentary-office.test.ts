/** The commentary and the length of office files. */
import { describe, expect, it } from 'vitest';
import { parseCommentary } from '#document/commentary/parse-commentary.ts';
import { getExampleReport, reportContext } from '../../../support/report/report-context.ts';
import { listDocumentTexts, listHeadings, listSlideTexts, readParts, readSheets } from './read-office.ts';

const { messages } = reportContext;
const report = getExampleReport('harbor-instruments');
const commentary = parseCommentary(
  `---
confidential: For the board only
nextMeeting: 2026-12-12
---
We met **five** sellers. See [the plan](https://example.org/plan).

1. Read it
2. Talk about it

# Execution

> Nobody has time.

# Action 1

Begin \`now\`.
`,
  report,
  messages,
);
const context = {
  ...reportContext,
  commentary,
  brand: { ...reportContext.brand, name: 'Northlight', confidential: 'For the board only' },
};

describe('a commentary in a document', () => {
  it('has its texts, links and numbers where they belong, below the author', async () => {
    const parts = await readParts('docx', report, context);
    const texts = listDocumentTexts(parts);
    const place = (text: string): number => texts.findIndex((each) => each.includes(text));
    expect(texts.filter((text) => text === 'Commentary by Northlight')).toHaveLength(3);
    const places = [
      'We met five sellers. See the plan.',
      '2.Talk about it',
      'Nobody has time.',
      'Begin now.',
    ].map(place);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(texts).toContain('For the board only');
    expect(texts).toContain('Next meeting: December 12, 2026');
    expect(listHeadings(parts, 2)).toContain('Execution');
    expect(parts.get('word/_rels/document.xml.rels')).toContain('https://example.org/plan');
    expect(parts.get('word/document.xml')).toMatch(/<w:b\/>.{0,80}five</);
  });

  it('has no sign that could hide or reorder its text', async () => {
    const own = parseCommentary('Up \u202Edown.', report, messages);
    const parts = await readParts('docx', report, { ...context, commentary: own });
    expect([...parts.values()].join('')).not.toContain('\u202E');
  });
});

describe('a commentary in a presentation', () => {
  it('is in the notes of the finding and the actions, and its confidentiality on every slide', async () => {
    const parts = await readParts('pptx', report, context);
    const notes = (number: number): string => parts.get(`ppt/notesSlides/notesSlide${number}.xml`) ?? '';
    expect(notes(1)).toContain('We met five sellers. See the plan (https://example.org/plan).');
    expect(notes(1)).toContain('Nobody has time.');
    expect(notes(4)).toContain('Begin now.');
    expect(notes(6)).toContain('December 12, 2026');
    for (const number of [1, 2, 3, 4, 5, 6])
      expect(listSlideTexts(parts, number).join('\n')).toContain('For the board only');
  });
});

describe('a commentary in a workbook', () => {
  it('is on a sheet of its own, by what it is about', async () => {
    const sheets = await readSheets(report, context);
    expect(sheets.find(({ sheet }) => sheet === 'Commentary')?.data).toEqual([
      ['About', 'Commentary by Northlight'],
      [
        'Overall',
        'We met five sellers. See the plan (https://example.org/plan).\n1. Read it\n2. Talk about it',
      ],
      ['Execution', 'Nobody has time.'],
      ['Action 1', 'Begin now.'],
    ]);
    expect((await readSheets(report)).map(({ sheet }) => sheet)).toEqual([
      'Actions',
      'Answers',
      'Gaps',
      'About',
    ]);
  });
});

describe('the summary as a document', () => {
  it('has the result, the elements and the actions, and no contents', async () => {
    const full = await readParts('docx', report);
    const parts = await readParts('docx', report, { ...reportContext, length: 'summary' });
    expect(listHeadings(parts)).toEqual(['The four elements', 'Do first']);
    expect(listHeadings(full).length).toBeGreaterThan(8);
    const texts = listDocumentTexts(parts);
    expect(texts).toContain(report.summary.sentence);
    for (const { recommendation } of report.plan.now) {
      expect(texts).toContain(recommendation?.do);
      expect(texts).toContain(`Owner: ${recommendation?.owner}`);
    }
    expect(texts.filter((text) => /^(?:Effort|Success measure):/.test(text))).toEqual([]);
    expect(parts.get('word/document.xml')).not.toContain('<w:sdtContent>');
  });
});
