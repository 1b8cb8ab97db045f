/** The Markdown in a real browser, read as GitHub reads it: nothing runs, nothing breaks, nothing disappears. */
import { describe, expect, it } from 'vitest';
import { findQuestions } from '#domain/answers/not-known.ts';
import { groupFindings } from '#render/report/appendix.ts';
import { splitGaps } from '#render/report/backlog.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { makeCardMaker } from '#render/report/cards.ts';
import { listGroups } from '#render/report/voices/answers.ts';
import { listPeople } from '#render/report/voices/people.ts';
import { listSpreads } from '#render/report/voices/spread.ts';
import { renderReportMarkdown } from '#render/report/markdown/index.ts';
import { type Watched, openPage } from '../../../support/browser.ts';
import { exampleReports, reportContext } from '../../../support/report/report-context.ts';
import { mixedReports } from '../hostile-report.ts';
import { renderPage } from './markdown-page.ts';

/** What a page holds, as the browser sees it. */
interface Seen {
  /** Elements and attributes that our Markdown never makes. */
  readonly foreign: readonly string[];
  readonly addresses: readonly string[];
  /** Cells of each row in each table, its header first. */
  readonly cells: readonly (readonly number[])[];
  /** Whether each folded part is closed, and shows its text when it is opened. */
  readonly folds: readonly (readonly [closed: boolean, shows: boolean])[];
  readonly text: string;
}

const look = `(() => {
  const main = document.querySelector('main');
  const all = [...main.querySelectorAll('*')];
  const known = 'h1 h2 h3 p ul li blockquote table thead tbody tr th td details summary strong code br span a'.split(' ');
  return {
    foreign: all.flatMap((each) => [
      ...(known.includes(each.localName) ? [] : [each.localName]),
      ...each.getAttributeNames().filter((name) =>
        !(name === 'align' && ['th', 'td'].includes(each.localName)) && !(name === 'href' && each.localName === 'a')),
    ]),
    addresses: [...main.querySelectorAll('a:not([href^="#"])')].map((each) => each.href),
    cells: [...main.querySelectorAll('table')].map((table) => [...table.rows].map((row) => row.cells.length)),
    folds: [...main.querySelectorAll('details')].map((each) => {
      const closed = each.lastElementChild.checkVisibility() === false;
      each.querySelector('summary').click();
      return [closed, each.lastElementChild.checkVisibility()];
    }),
    text: main.textContent,
  };
})()`;

async function seen(markdown: string): Promise<Seen & Pick<Watched, 'happened'>> {
  const { page, happened } = await openPage(renderPage(markdown));
  const found = await page.evaluate<Seen>(look);
  // What hostile text sets off may need a moment, such as an image that fails to load.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  return { ...found, happened };
}

/** Text as it can be compared: white space as the browser folds it, and nothing of what only breaks references. */
function bare(text: string): string {
  return text
    .replaceAll('\u2060', '')
    .replace(/[ \n]+/g, ' ')
    .trim();
}

/** Counts the rows of the tables about several respondents. */
function countVoiceRows({ voices }: ReportDocument): readonly number[] {
  const { messages } = reportContext;
  if (voices === undefined) return [];
  return [voices.practices, listSpreads(voices, messages), listPeople(voices, messages)]
    .map(({ length }) => length)
    .filter((count) => count > 0);
}

/** Counts the cards of which nothing has to be said. */
function countFoldedCards(report: ReportDocument): number {
  const makeCard = makeCardMaker(report);
  const cards = report.elements.flatMap((element) =>
    element.practices.flatMap((practice) =>
      practice.questions.map((question) => makeCard({ question, practice }, element)),
    ),
  );
  return cards.filter(({ isFolded }) => isFolded).length;
}

/** Counts the groups that answered each question. */
function countGroups({ voices }: ReportDocument): readonly number[] {
  const { messages } = reportContext;
  return voices?.questions.map((question) => listGroups(question, voices, messages).length) ?? [];
}

describe('a page of Markdown', { tags: ['browser'] }, () => {
  it.each(exampleReports)(
    '%s: tables hold together, what is long is folded away, and links lead to evidence alone',
    async (_company, report) => {
      const page = await seen(renderReportMarkdown(report, reportContext));
      const { rest } = splitGaps(report);
      expect(page.happened).toEqual([]);
      expect(page.foreign).toEqual([]);
      for (const table of page.cells) expect(new Set(table).size).toBe(1);
      expect(page.addresses).toEqual(
        findQuestions(report).flatMap(({ question }) =>
          (question.evidence ?? []).flatMap(({ ref = '' }) => (ref.startsWith('http') ? [ref] : [])),
        ),
      );
      expect(page.cells.map(({ length }) => length - 1)).toEqual([
        report.elements.length + report.elements.flatMap(({ blocks }) => blocks).length,
        ...countVoiceRows(report),
        report.elements.flatMap(({ practices }) => practices).length,
        ...[rest.length].filter((count) => count > 0),
        ...countGroups(report),
      ]);
      expect(page.folds).toEqual(
        Array.from(
          {
            length:
              report.elements.length +
              groupFindings(report, reportContext).length +
              countGroups(report).length +
              countFoldedCards(report) +
              (rest.length === 0 ? 0 : 1),
          },
          () => [true, true],
        ),
      );
      const text = bare(page.text);
      for (const { question } of findQuestions(report)) {
        expect(text).toContain(bare(question.ask));
        expect(text).toContain(bare(question.note ?? ''));
      }
    },
  );
});

describe('hostile text on a page of Markdown in a browser', { tags: ['browser'] }, () => {
  // test/render/report/markdown/hostile.test.ts parses a page for each text.
  it.each(mixedReports)('%s: runs nothing, and what is folded away can be opened', async (_name, report) => {
    const page = await seen(renderReportMarkdown(report, reportContext));
    expect(page.happened).toEqual([]);
    expect(page.foreign).toEqual([]);
    for (const table of page.cells) expect(new Set(table).size).toBe(1);
    expect(page.folds.flat()).not.toContain(false);
  });
});
