/**
 * Building blocks of a Markdown page. A block is a paragraph, list, table or heading; blocks are separated by
 * an empty line. Functions that take Markdown say so; all others escape their text.
 */
import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Messages } from '#domain/messages.ts';
import type { ReportContext } from '#render/report/context.ts';
import {
  escapeMarkdown,
  escapeMarkdownCode,
  escapeMarkdownHtml,
  escapeMarkdownLines,
} from '#render/escape.ts';
import { capitalize } from '#render/report/wording/labels.ts';

/** Where links within the page lead to. Empty while the headings are not known yet. */
export interface Anchors {
  /** Headings of the cards of a practice, by its id. */
  readonly cards: ReadonlyMap<string, string>;
  /** Headings of the moves, in the order of the plan. Moves without a heading of their own have that of their section. */
  readonly moves: readonly string[];
  /** Heading of the table of practices. */
  readonly practices: string | undefined;
}

/** Input of every section. */
export interface Page {
  readonly report: ReportDocument;
  readonly messages: Messages;
  /** The model that the report was scored with, if available. */
  readonly model: Model | undefined;
  readonly context: ReportContext;
  readonly anchors: Anchors;
  /** Returns the name of an element, block, practice or question by id; not escaped. */
  readonly getName: (id: string) => string;
}

/** Renders a section as blocks; none if it is empty. */
export type Section = (page: Page) => readonly string[];

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

/** Renders a heading; depth 1 is the page title. `place` is a number in front of the text. */
export function renderHeading(depth: 1 | 2 | 3, text: string, place?: number): string {
  return `${'#'.repeat(depth)} ${place === undefined ? '' : `${place}. `}${escapeMarkdown(text)}`;
}

/**
 * Renders bold text. Returns an empty string for blank text, because bare asterisks would be a rule or a
 * list.
 */
export function renderStrong(text: string): string {
  const safe = escapeMarkdown(text);
  return safe === '' ? '' : `**${safe}**`;
}

/** Renders a label and a text. Line breaks stay. */
export function renderLabeled(label: string, text: string): string {
  return `${renderStrong(`${label}:`)} ${escapeMarkdownLines(text)}`;
}

/** Renders a list of Markdown items. `apart` separates them with empty lines. */
export function renderList(items: readonly string[], apart = false): string {
  return items.map((item) => `- ${item}`).join(apart ? '\n\n' : '\n');
}

/** Renders a quotation. Line breaks stay. */
export function renderQuote(text: string): string {
  return `> ${escapeMarkdownLines(text)}`;
}

/** Joins lines of Markdown into one paragraph. Omits empty lines. */
export function joinLines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('<br>\n');
}

/** Renders text in which backticks enclose code, such as the message of a check. */
export function renderProse(text: string): string {
  // The parentheses represent the rest of the line, so that the ends of a part are not escaped as line ends.
  const escapeInner = (part: string): string => escapeMarkdown(`(${part})`).slice(1, -1);
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? escapeMarkdownCode(part) : escapeInner(part)))
    .join('')
    .trim();
}

/** Renders a table; cells are Markdown. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const renderRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    renderRow(columns.map(({ title }) => escapeMarkdown(capitalize(title)))),
    renderRow(columns.map(({ isNumber }) => (isNumber === true ? '---:' : '---'))),
    ...rows.map(renderRow),
  ].join('\n');
}

/** Renders collapsed blocks with a summary of a bold name and details. */
export function renderDetails(name: string, about: string, blocks: readonly string[]): readonly string[] {
  return fold(`<strong>${escapeMarkdownHtml(name)}</strong> · ${escapeMarkdownHtml(about)}`, blocks);
}

/** Renders collapsed blocks with a summary of one text. */
export function renderFold(text: string, blocks: readonly string[]): readonly string[] {
  return fold(`<strong>${escapeMarkdownHtml(text)}</strong>`, blocks);
}

function fold(summary: string, blocks: readonly string[]): readonly string[] {
  return [`<details>\n<summary>${summary}</summary>`, ...blocks, '</details>'];
}
