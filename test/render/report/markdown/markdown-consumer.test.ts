/** The Markdown in a real browser, read as GitHub reads it: nothing runs, nothing breaks, nothing disappears. */
import { beforeAll, describe, expect, it } from 'vitest';
import { findQuestions } from '#domain/not-known.ts';
import { escapeLines } from '#render/escape.ts';
import { renderReportMarkdown } from '#render/report/markdown/index.ts';
import { type Watched, openPage } from '../../../support/browser.ts';
import { exampleReports, reportContext } from '../../../support/report-context.ts';
import { hostileReports, hostileTexts, makeReportSaying } from '../hostile-report.ts';
import { renderPage } from './markdown-page.ts';

/** What a page holds, as the browser sees it. */
interface Seen {
  /** Names of the elements in order, without those that stand inside a line. */
  readonly shape: string;
  /** Elements and attributes that our Markdown never makes. */
  readonly foreign: readonly string[];
  readonly addresses: readonly string[];
  /** Cells of each row in each table, its header first. */
  readonly cells: readonly (readonly number[])[];
  /** Whether each folded part is closed, and shows its text when it is opened. */
  readonly folds: readonly (readonly [closed: boolean, shows: boolean])[];
  readonly text: string;
  /** Each piece of text by itself outside code and links, as a forge goes through it. */
  readonly pieces: readonly string[];
}

const look = `(() => {
  const main = document.querySelector('main');
  const all = [...main.querySelectorAll('*')];
  const known = 'h1 h2 h3 p ul li blockquote table thead tbody tr th td details summary strong code br span a'.split(' ');
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const pieces = [];
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.closest('code, a') === null) pieces.push(walker.currentNode.data);
  }
  return {
    shape: all.map((each) => each.localName).filter((name) => !['br', 'span', 'code', 'a', 'strong'].includes(name)).join(' '),
    foreign: all.flatMap((each) => [
      ...(known.includes(each.localName) ? [] : [each.localName]),
      ...each.getAttributeNames().filter((name) =>
        !(name === 'align' && ['th', 'td'].includes(each.localName)) && !(name === 'href' && each.localName === 'a')),
    ]),
    addresses: [...main.querySelectorAll('a')].map((each) => each.href),
    cells: [...main.querySelectorAll('table')].map((table) => [...table.rows].map((row) => row.cells.length)),
    folds: [...main.querySelectorAll('details')].map((each) => {
      const closed = each.lastElementChild.checkVisibility() === false;
      each.querySelector('summary').click();
      return [closed, each.lastElementChild.checkVisibility()];
    }),
    text: main.textContent,
    pieces,
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

/** What GitHub and GitLab make a link, a picture or a formula of, outside code. */
const references = {
  mention: /@[a-z\d.]/i,
  issue: /[#!]\d/,
  ticket: /\b(?:GH|[A-Z][A-Z\d_]+)-\d/,
  advisory: /GHSA-[a-z\d]/i,
  commit: /(?<![a-z\d])(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{7,40}(?![a-z\d])/i,
  label: /~["'\w]/,
  milestone: /%["'\w{]/,
  epic: /&\d/,
  snippet: /\$\d/,
  formula: /\$[^$]+\$/,
  object: /\[\w/,
  'wiki page': /\[\[/,
  alert: /\[!/,
  emoji: /:[-+\w]+:/,
  address: /[a-z][a-z\d+.-]*:\/\//i,
  'address without a scheme': /www\./i,
  difference: /[{[][-+]/,
} as const;

const textOf: ReadonlyMap<string, string> = new Map(hostileTexts);

describe('a page of Markdown', { tags: ['browser'] }, () => {
  it.each(exampleReports)(
    '%s: tables hold together, what is long is folded away, and links lead to evidence alone',
    async (_company, report) => {
      const page = await seen(renderReportMarkdown(report, reportContext));
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
        report.elements.flatMap(({ practices }) => practices).length,
        ...(report.gaps.length === 0 ? [] : [report.gaps.length]),
      ]);
      const files = new Set(report.findings.map(({ file }) => file));
      expect(page.folds).toEqual(
        Array.from({ length: report.elements.length + files.size }, () => [true, true]),
      );
      const text = bare(page.text);
      for (const { question } of findQuestions(report)) {
        expect(text).toContain(bare(question.ask));
        expect(text).toContain(bare(question.note ?? ''));
      }
    },
  );
});

describe('hostile text on a page of Markdown', { tags: ['browser'] }, () => {
  let plain: Seen;
  beforeAll(async () => {
    plain = await seen(renderReportMarkdown(makeReportSaying('plain'), reportContext));
  });

  it.each(hostileReports)('%s', async (name, report) => {
    const page = await seen(renderReportMarkdown(report, reportContext));
    // It runs nothing and is no markup,
    expect(page.happened).toEqual([]);
    expect(page.foreign).toEqual([]);
    for (const table of page.cells) expect(new Set(table).size).toBe(1);
    expect(page.folds.flat()).not.toContain(false);
    expect(page.addresses.filter((each) => !/^https?:\/\/[\w.-]+(?:[/?#]|$)/.test(each))).toEqual([]);
    // leaves the page as it is with a plain text,
    const text = textOf.get(name) ?? '';
    expect(page.shape).toBe(text.trim() === '' ? page.shape : plain.shape);
    // is there word for word, as far as a note may be long,
    const lines = new Set(escapeLines([...text].slice(0, 10_000).join('')).map(bare));
    const shown = bare(page.text);
    expect([...lines].filter((line) => !shown.includes(line))).toEqual([]);
    expect(page.text.includes('\\u{2060}')).toBe(text.includes('\u2060'));
    // and is nothing that a forge links or draws.
    const pieces = [...new Set(page.pieces)];
    const found = Object.entries(references).flatMap(([what, pattern]) =>
      pieces.filter((piece) => pattern.test(piece)).map((piece) => `${what}: ${piece.slice(0, 200)}`),
    );
    expect(found).toEqual([]);
  });
});
