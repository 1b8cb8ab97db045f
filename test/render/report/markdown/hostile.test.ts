import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '#domain/types/report.ts';
import { escapeLines } from '#render/escape.ts';
import { groupFindings } from '#render/report/appendix.ts';
import { splitGaps } from '#render/report/backlog.ts';
import { renderReportMarkdown } from '#render/report/markdown/index.ts';
import { type MarkupElement, parseMarkup } from '../../../support/markup.ts';
import { reportContext } from '../../../support/report/report-context.ts';
import { hostileReports, hostileTexts, makeReportSaying } from '../hostile-report.ts';
import { renderPage } from './markdown-page.ts';

/** What is on a page of Markdown. */
interface Page {
  /** Names of the elements in order, without those inside a line. */
  readonly shape: string;
  /** Elements and attributes that our Markdown never makes. */
  readonly foreign: readonly string[];
  readonly addresses: readonly string[];
  /** Numbers of cells in the rows of each table. */
  readonly cells: readonly (readonly number[])[];
  readonly text: string;
  /** Each piece of text outside code and links, as a forge searches it for references. */
  readonly pieces: readonly string[];
}

const known = new Set(
  'h1 h2 h3 p ul li blockquote table thead tbody tr th td details summary strong code br span a'.split(' '),
);
const inLines = new Set(['br', 'span', 'code', 'a', 'strong']);

/** Whether our Markdown makes an attribute of an element. */
function isOurs(element: string, attribute: string): boolean {
  return (
    (attribute === 'align' && (element === 'th' || element === 'td')) ||
    (attribute === 'href' && element === 'a')
  );
}

/** Lists the elements below an element, in order. */
const listBelow = (element: MarkupElement): MarkupElement[] =>
  element.children.flatMap((child) => [child, ...listBelow(child)]);

/** Returns what GitHub makes of Markdown. */
function readMarkdown(markdown: string): Page {
  const { elements, texts } = parseMarkup(renderPage(markdown));
  const main = elements.find(({ name }) => name === 'main');
  if (main === undefined) throw new Error('The page has no main element.');
  const all = listBelow(main);
  const inMain = texts.filter(({ within }) => within.includes('main'));
  return {
    shape: all
      .map(({ name }) => name)
      .filter((name) => !inLines.has(name))
      .join(' '),
    foreign: all.flatMap(({ name, attributes }) => [
      ...(known.has(name) ? [] : [name]),
      ...[...attributes.keys()].filter((attribute) => !isOurs(name, attribute)),
    ]),
    addresses: all
      .flatMap(({ name, attributes }) => (name === 'a' ? [attributes.get('href') ?? ''] : []))
      .filter((address) => !address.startsWith('#')),
    cells: all
      .filter(({ name }) => name === 'table')
      .map((table) =>
        listBelow(table)
          .filter(({ name }) => name === 'tr')
          .map(({ children }) => children.length),
      ),
    text: inMain.map(({ text }) => text).join(''),
    pieces: inMain
      .filter(({ within }) => !within.includes('code') && !within.includes('a'))
      .map(({ text }) => text),
  };
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

const plain = readMarkdown(renderReportMarkdown(makeReportSaying('plain'), reportContext));

/** Counts the elements, groups of findings, lists of gaps and cards that fold. */
function countFolds(markdown: string, report: ReportDocument): number {
  // Cards are nested in their elements: they begin with the level.
  const cards = markdown.match(/^<summary><strong>Level \d of 4:/gm) ?? [];
  const gaps = splitGaps(report).rest.length > 0 ? 1 : 0;
  return report.elements.length + groupFindings(report, reportContext).length + gaps + cards.length;
}

describe('hostile text on a page of Markdown', () => {
  it.each(hostileReports)('%s', (name, report) => {
    const markdown = renderReportMarkdown(report, reportContext);
    // Whatever opens is closed, and nothing else folds.
    expect(markdown.match(/^<\/?details>$/gm)).toHaveLength(2 * countFolds(markdown, report));
    const page = readMarkdown(markdown);
    // The text is no markup,
    expect(page.foreign).toEqual([]);
    for (const table of page.cells) expect(new Set(table).size).toBe(1);
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

  it('would be found', () => {
    const page = readMarkdown(
      'x <img src=x onerror=alert(1)> @org <https://evil.example>\n\n| a |\n| - |\n| b |',
    );
    expect(page.foreign).toEqual(['img', 'src', 'onerror']);
    expect(page.addresses).toEqual(['https://evil.example']);
    expect(page.cells).toEqual([[1, 1]]);
    expect(page.pieces.filter((piece) => references.mention.test(piece))).toEqual([' @org ']);
  });
});
