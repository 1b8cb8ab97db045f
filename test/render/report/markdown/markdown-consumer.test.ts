/** Renders the Markdown like GitHub in a browser: nothing runs, breaks or disappears. */
import { beforeAll, describe, expect, it } from 'vitest';
import { findQuestions } from '#domain/not-known.ts';
import { safeLines } from '#render/escape.ts';
import { renderReportMarkdown } from '#render/report/markdown/index.ts';
import { type Watched, openPage } from '../../../support/browser.ts';
import { exampleReports, reportContext } from '../../../support/report-context.ts';
import { hostileReports, hostileTexts, reportSaying } from '../hostile-report.ts';
import { asPage } from './markdown-page.ts';

/** Content of a page as the browser sees it. */
interface Seen {
  /** Names of the block elements in order. */
  readonly shape: string;
  /** Elements and attributes that our Markdown never produces. */
  readonly foreign: readonly string[];
  readonly addresses: readonly string[];
  /** Cells of each row of each table, header first. */
  readonly cells: readonly (readonly number[])[];
  /** Whether each collapsed part is closed, and shows its text when opened. */
  readonly folds: readonly (readonly [closed: boolean, shows: boolean])[];
  readonly text: string;
  /** Each text node outside code and links, as a forge scans it. */
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

async function inspect(markdown: string): Promise<Seen & Pick<Watched, 'happened'>> {
  const { page, happened } = await openPage(asPage(markdown));
  const found = await page.evaluate<Seen>(look);
  // Effects of hostile text may need a moment, such as an image that fails to load.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
  return { ...found, happened };
}

/** Normalizes text for comparison: collapses white space and removes breakers. */
function normalize(text: string): string {
  return text
    .replaceAll('\u2060', '')
    .replace(/[ \n]+/g, ' ')
    .trim();
}

/** What GitHub and GitLab turn into a link, a picture or a formula, outside code. */
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

describe('a Markdown report in a browser', { tags: ['browser'] }, () => {
  it.each(exampleReports)(
    '%s: has intact tables, collapsed details and links to evidence only',
    async (_company, report) => {
      const page = await inspect(renderReportMarkdown(report, reportContext));
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
      for (const { question } of findQuestions(report)) {
        expect(normalize(page.text)).toContain(normalize(question.ask));
        expect(normalize(page.text)).toContain(normalize(question.note ?? ''));
      }
    },
  );
});

describe('hostile text in a Markdown report', { tags: ['browser'] }, () => {
  let plain: Seen;
  beforeAll(async () => {
    plain = await inspect(renderReportMarkdown(reportSaying('plain'), reportContext));
  });

  it.each(hostileReports)('%s', async (name, report) => {
    const page = await inspect(renderReportMarkdown(report, reportContext));
    // It runs nothing and is no markup,
    expect(page.happened).toEqual([]);
    expect(page.foreign).toEqual([]);
    for (const table of page.cells) expect(new Set(table).size).toBe(1);
    expect(page.folds.flat()).not.toContain(false);
    expect(page.addresses.filter((each) => !/^https?:\/\/[\w.-]+(?:[/?#]|$)/.test(each))).toEqual([]);
    // leaves the page as it is with plain text,
    const text = textOf.get(name) ?? '';
    expect(page.shape).toBe(text.trim() === '' ? page.shape : plain.shape);
    // is complete up to the length limit of a note,
    const lines = safeLines([...text].slice(0, 10_000).join('')).map(normalize);
    expect(lines.filter((line) => !normalize(page.text).includes(line))).toEqual([]);
    expect(page.text.includes('\\u{2060}')).toBe(text.includes('\u2060'));
    // and is nothing that a forge links or renders.
    const found = Object.entries(references).flatMap(([what, pattern]) =>
      page.pieces.filter((piece) => pattern.test(piece)).map((piece) => `${what}: ${piece.slice(0, 200)}`),
    );
    expect(found).toEqual([]);
  });
});
