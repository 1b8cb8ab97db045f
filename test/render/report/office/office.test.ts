/**
 * Reads office files back: every cell, every slide, every heading.
 *
 * Longer than 200 lines: three formats, which share what reads them.
 */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { addDaysTo } from '#domain/calendar.ts';
import { officeFormats } from '#render/report/context.ts';
import { formatDay } from '#domain/format-day.ts';
import { describePlanGain, describeRoads } from '#render/report/wording/gain.ts';
import { makeNumberer } from '#render/report/backlog.ts';
import { renderOffice } from '#render/report/office/index.ts';
import { listTrackedActions } from '#render/report/office/tracked-actions.ts';
import {
  exampleReports,
  getExampleReport,
  readExampleReport,
  reportContext,
} from '../../../support/report/report-context.ts';
import { makeReportSaying, mixedReports } from '../hostile-report.ts';
import { listDocumentTexts, listParagraphs, listSlideTexts, readParts, readSheets } from './read-office.ts';

const day = (date: string | undefined): Date | null =>
  date === undefined ? null : new Date(`${date}T00:00:00Z`);

const orNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

describe.each(exampleReports)('the workbook of %s', (_company, report) => {
  it('tracks every action, with real dates', async () => {
    const [actions] = await readSheets(report);
    const rows = listTrackedActions(report, reportContext.messages).map((each) => [
      each.number,
      each.when,
      each.action,
      orNull(each.firstStep),
      orNull(each.owner),
      day(each.firstStepBy),
      day(each.due),
      'Not started',
      orNull(each.practice),
      each.element,
      orNull(each.doneWhen),
      orNull(each.after),
      null,
    ]);
    expect(actions?.sheet).toBe('Actions');
    expect(actions?.data.slice(1)).toEqual(rows);
    const { now, next, later } = report.plan;
    // What comes later has no day to begin with.
    for (const row of rows.slice(now.length))
      expect(row.join('\n').replaceAll(/day \d+ after the start/g, '')).not.toMatch(/day \d/);
    expect(rows).toHaveLength([...now, ...next, ...later].length);
    expect(rows[0]?.[5]).toEqual(day(addDaysTo(report.asOf, 30)));
    // One numbering: the number of an action is that of its gap.
    for (const { practice, rank } of report.gaps)
      expect([...now, ...next, ...later].findIndex((move) => move.practice === practice)).toBe(rank - 1);
  });

  it('has every answer and every gap', async () => {
    const [, answers, gaps, ...others] = await readSheets(report);
    const about = others.at(-1);
    const questions = report.elements.flatMap(({ name, practices }) =>
      practices.flatMap((practice) =>
        practice.questions.map(({ ask, level, next, note }) => [
          ...[name, practice.name, ask, level],
          next === undefined ? null : `To reach ${next.level}: ${next.means}`,
          orNull(note),
        ]),
      ),
    );
    expect(answers?.data.slice(1).map((row) => [row[0], row[1], row[2], row[4], row[10], row[11]])).toEqual(
      questions,
    );
    expect(gaps?.data.slice(1).map((row) => row[0])).toEqual(report.gaps.map(({ rank }) => rank));
    expect(about?.data[1]?.[0]).toBe(report.summary.sentence);
  });
});

describe('a workbook', () => {
  it('has frozen heads, filters, and a list for the status', async () => {
    const parts = await readParts('xlsx', getExampleReport('harbor-instruments'));
    const sheet = (number: number): string => parts.get(`xl/worksheets/sheet${number}.xml`) ?? '';
    for (const number of [1, 2, 3]) {
      expect(sheet(number)).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      expect(sheet(number)).toMatch(/<autoFilter ref="A1:[K-N]\d+"\/>/);
    }
    expect(sheet(1)).toMatch(
      /<dataValidation type="list"[^>]* sqref="H2:H18"><formula1>'About'!\$A\$\d+:\$A\$\d+</,
    );
    const [, , , about] = await readSheets(getExampleReport('harbor-instruments'));
    const [, first = '0', last = '0'] = /'About'!\$A\$(\d+):\$A\$(\d+)/.exec(sheet(1)) ?? [];
    expect(about?.data.slice(Number(first) - 1, Number(last)).flat()).toEqual([
      'Not started',
      'In progress',
      'Done',
      'Dropped',
    ]);
  });

  it.each(['=cmd|"/c calc"!A0', '+1', '-1', '@SUM(A1)'])('has %j only as text', async (text) => {
    const report = makeReportSaying(text);
    const parts = [...(await readParts('xlsx', report))].filter(([path]) =>
      path.includes('worksheets/sheet'),
    );
    expect(parts.filter(([, xml]) => /<f[ >]/.test(xml))).toEqual([]);
    const [, answers] = await readSheets(report);
    expect(answers?.data.flat()).toContain(text);
  });

  it('shortens a note that no cell can have', async () => {
    const report = readExampleReport('fernlatch');
    const note = `${'👩🏽‍🚒 '.repeat(5000)}end`;
    const [question] = report.elements[0]?.practices[0]?.questions ?? [];
    if (question !== undefined) question.note = note;
    const [, answers] = await readSheets(report);
    const cell = String(answers?.data[1]?.[11]);
    expect(cell.length).toBeLessThanOrEqual(32_767);
    expect(cell).toMatch(/^(?:👩🏽‍🚒 )+👩🏽‍🚒? ?…$/u);
  });
});

describe.each(exampleReports)('the presentation of %s', (_company, report) => {
  const numbers = report.voices === undefined ? [1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7];

  it('has its slides, each with its message, sources in the notes, and editable charts', async () => {
    const parts = await readParts('pptx', report);
    const slides = numbers.map((number) => parts.get(`ppt/slides/slide${number}.xml`) ?? '');
    expect(parts.has(`ppt/slides/slide${numbers.length + 1}.xml`)).toBe(false);
    const titles = slides.map((xml) => listParagraphs(xml, 'a')[0] ?? '');
    expect(titles[0]).toBe(report.summary.sentence);
    expect(new Set(titles).size).toBe(numbers.length);
    for (const title of titles) expect(title).toMatch(/\.$/);
    for (const [index] of slides.entries()) {
      const notes = parts.get(`ppt/notesSlides/notesSlide${index + 1}.xml`) ?? '';
      expect(notes).toContain('Answers: Leader');
    }
    const charts = [...parts.keys()].filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path));
    expect(charts).toHaveLength(1);
    const chart = charts.map((path) => parts.get(path)).join('');
    for (const { name } of report.elements) expect(chart).toContain(name);
    expect([...parts.keys()].some((path) => path.startsWith('ppt/embeddings/'))).toBe(true);
  });

  it('names every action with owner and day', async () => {
    const parts = await readParts('pptx', report);
    const text = listParagraphs(parts.get(`ppt/slides/slide${numbers.length - 2}.xml`) ?? '', 'a');
    for (const { action, owner } of listTrackedActions(report, reportContext.messages).slice(0, 3)) {
      expect(text).toContain(action);
      expect(text).toContain(owner);
    }
    expect(text).toContain(formatDay(addDaysTo(report.asOf, 30), reportContext.messages));
    expect(text).toContain('What the plan buys');
    expect(text).toContain(describePlanGain(report, reportContext.messages).join(' '));
  });
});

describe.each(exampleReports)('the document of %s', (_company, report) => {
  it('has headings by style, filled contents, and every question', async () => {
    const xml = (await readParts('docx', report)).get('word/document.xml') ?? '';
    const headings = [...xml.matchAll(/<w:pStyle w:val="Heading1"\/>.*?<w:t[^>]*>([^<]*)</g)].map(
      ([, text]) => text,
    );
    expect(headings).toContain('The four elements');
    expect(headings).toContain('Do first');
    const contents = /<w:sdtContent>(.*?)<\/w:sdtContent>/s.exec(xml)?.[1] ?? '';
    for (const heading of headings) expect(contents).toContain(`>${heading}<`);
    const text = listParagraphs(xml.replaceAll(/<w:p [^>]*>/g, '<w:p>'), 'w').join('\n');
    for (const { practices } of report.elements)
      for (const { questions } of practices) for (const { ask } of questions) expect(text).toContain(ask);
    for (const road of describeRoads(report, reportContext.messages)) expect(text).toContain(road);
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBeGreaterThanOrEqual(2);
  });
});

describe.each(exampleReports)('the numbers of the plan of %s', (_company, report) => {
  const number = makeNumberer(report, reportContext.messages);
  const practices = report.elements.flatMap((element) => element.practices);

  it('are behind the practices of the document and the slides', async () => {
    const texts = listDocumentTexts(await readParts('docx', report));
    for (const practice of practices) expect(texts).toContain(number(practice));
    expect(texts).toContain(reportContext.messages['report.numbers']);
    const parts = await readParts('pptx', report);
    const cells = [3, 4, 5, 6].flatMap((slide) => listSlideTexts(parts, slide)).join('\n');
    for (const practice of practices) expect(cells).toContain(number(practice));
  });
});

it('has a dash and no color where nothing is declared', async () => {
  const report = getExampleReport('harbor-instruments');
  const practices = report.elements.flatMap((element) => element.practices);
  const undeclared = practices.filter(({ nothingDeclared }) => nothingDeclared === true);
  expect(undeclared).not.toEqual([]);
  const xml = (await readParts('docx', report)).get('word/document.xml') ?? '';
  const rows = xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
  const number = makeNumberer(report, reportContext.messages);
  for (const practice of undeclared) {
    const row = rows.find((each) => each.includes(`>${number(practice)}<`) && each.includes('>–<')) ?? '';
    const [, , , declared = ''] = row.match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
    expect(declared).toContain('>–<');
    expect(declared).not.toContain('<w:shd');
  }
  const [, , gaps] = await readSheets(report);
  const declared = gaps?.data.filter(([, name]) => undeclared.some((each) => each.name === name));
  expect(declared?.map((row) => row[4])).toEqual(declared?.map(() => '–'));
  expect(declared).not.toEqual([]);
});

describe.each(officeFormats)('%s', (format) => {
  it('is the same for the same report, with the day of the report as its date', async () => {
    const report = getExampleReport('harbor-instruments');
    const first = await renderOffice(format, report, reportContext);
    const second = await renderOffice(format, report, reportContext);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    const core = strFromU8(unzipSync(first)['docProps/core.xml'] ?? new Uint8Array());
    expect(
      [...core.matchAll(/<dcterms:\w+[^>]*>([^<]*)</g)].every(([, date]) => date === '2026-11-23T00:00:00Z'),
    ).toBe(true);
  });

  it.each(mixedReports.slice(0, 2))('has no character that XML forbids in %s', async (_name, report) => {
    const parts = await readParts(format, report);
    // eslint-disable-next-line no-control-regex
    const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;
    const broken = [...parts].filter(([path, xml]) => /\.(?:xml|rels)$/.test(path) && forbidden.test(xml));
    expect(broken.map(([path]) => path)).toEqual([]);
  });

  it('has a logo with its name, if office programs can show it', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const brand = (type: string) => ({
      ...reportContext,
      brand: { ...reportContext.brand, name: 'Northlight', logo: `data:image/${type};base64,${png}` },
    });
    const report = getExampleReport('fernlatch');
    const pictures = (parts: ReadonlyMap<string, string>): number =>
      [...parts.keys()].filter((path) => path.endsWith('.png')).length;
    expect(pictures(await readParts(format, report, brand('webp')))).toBe(0);
    const withLogo = await readParts(format, report, brand('png'));
    expect(pictures(withLogo) > 0).toBe(format !== 'xlsx');
    expect([...withLogo.values()].join('').includes('descr="Northlight"')).toBe(format !== 'xlsx');
  });
});

describe('findings in a document', () => {
  it('are in business words, and have ids and places only if technical', async () => {
    const report = getExampleReport('harbor-instruments');
    const plain = (await readParts('docx', report)).get('word/document.xml') ?? '';
    expect(plain).not.toContain('process/stage-without-exit');
    expect(plain).not.toMatch(/sales-system\.yaml:\d/);
    const technical = await readParts('docx', report, { ...reportContext, isTechnical: true });
    expect(technical.get('word/document.xml')).toContain('process/stage-without-exit');
    expect(technical.get('word/document.xml')).toMatch(/sales-system\.yaml:\d/);
  });
});

describe('the libraries of office files', () => {
  it('are loaded by no other format', () => {
    const read = (path: string): string => readFileSync(path, 'utf8');
    const imports = read('src/app/report/render-report.ts') + read('src/render/report/index.ts');
    expect(imports).toContain("await import('#render/report/office/index.ts')");
    expect(imports).not.toMatch(/from '#render\/report\/(?:office|docx|pptx|xlsx)\//);
    const office = read('src/render/report/office/index.ts');
    expect(office).not.toMatch(
      /from '(?:#render\/report\/(?:docx|pptx|xlsx)\/|docx|pptxgenjs|write-excel-file)/,
    );
  });
});
