/**
 * The parts that a page of Markdown is put together from. A block is one paragraph, list, table or heading;
 * blocks stand apart by an empty line. Every text that comes in is made inert here or by whoever calls.
 */
import type { Model } from '#domain/model.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { Words } from '#domain/messages.ts';
import { safeMarkdown, safeMarkdownCode, safeMarkdownHtml, safeMarkdownLines } from '#render/escape.ts';

/** What every section writes from. */
export interface Page {
  readonly report: ReportDocument;
  readonly words: Words;
  /** The model that the report was scored with, where it is at hand. */
  readonly model: Model | undefined;
  /** Name of an element, block, practice or question by its id; not escaped. */
  readonly nameOf: (id: string) => string;
}

/** A section of the page as its blocks; none where it has nothing to say. */
export type Section = (page: Page) => readonly string[];

/** A column of a table. Its title is a word of ours or of the model. */
export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

/** A heading: 1 is the title of the page. A place is the number in front of it. */
export function renderHeading(depth: 1 | 2 | 3, text: string, place?: number): string {
  return `${'#'.repeat(depth)} ${place === undefined ? '' : `${place}. `}${safeMarkdown(text)}`;
}

/** A text that stands out; nothing where there is none, since bare asterisks would be a line or a list. */
export function strong(text: string): string {
  const safe = safeMarkdown(text);
  return safe === '' ? '' : `**${safe}**`;
}

/** A text behind its label. Line breaks stay. */
export function renderLabeled(label: string, text: string): string {
  return `${strong(`${label}:`)} ${safeMarkdownLines(text)}`;
}

/** A list of items that are Markdown already, as one block; long items stand apart. */
export function list(items: readonly string[], apart = false): string {
  return items.map((item) => `- ${item}`).join(apart ? '\n\n' : '\n');
}

/** What somebody said, word for word, as a quotation that keeps its line breaks. */
export function quote(text: string): string {
  return `> ${safeMarkdownLines(text)}`;
}

/** Lines of one paragraph that are Markdown already; empty ones are left out. */
export function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('<br>\n');
}

/** A text inside a line in which code stands between backticks, such as the message of a check. */
export function renderProse(text: string): string {
  // The parentheses stand in for the rest of the line: without them the ends of a part would be those of a line.
  const inner = (part: string): string => safeMarkdown(`(${part})`).slice(1, -1);
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? safeMarkdownCode(part) : inner(part)))
    .join('')
    .trim();
}

const upperFirst = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** A table as one block; cells are Markdown already. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(({ title }) => safeMarkdown(upperFirst(title)))),
    row(columns.map(({ isNumber }) => (isNumber === true ? '---:' : '---'))),
    ...rows.map(row),
  ].join('\n');
}

/** Blocks that are folded away beneath their summary: a name that stands out, and what else there is to say. */
export function renderDetails(name: string, about: string, blocks: readonly string[]): readonly string[] {
  const summary = `<strong>${safeMarkdownHtml(name)}</strong> · ${safeMarkdownHtml(about)}`;
  return [`<details>\n<summary>${summary}</summary>`, ...blocks, '</details>'];
}
