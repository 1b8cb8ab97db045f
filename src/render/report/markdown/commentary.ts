/** What the consultant wrote. Only the markup of the tree is written; every text is escaped. */
import type { Block, CommentaryText, Inline } from '#document/commentary/commentary.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeMarkdown, escapeMarkdownCode } from '#render/escape.ts';
import { listFootLines } from '#render/report/cover.ts';
import { type Page, type Section, renderHeading, renderStrong } from './parts.ts';

/** Escapes a part of a line, and keeps the spaces around it. */
function escapeInline(text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return `${before === '' ? '' : ' '}${escapeMarkdown(inner)}${after === '' ? '' : ' '}`;
}

function renderInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '<br>';
      if (inline.kind === 'text') return escapeInline(inline.text);
      if (inline.kind === 'code') return escapeMarkdownCode(inline.text);
      const inner = renderInlines(inline.children).trim();
      if (inner === '') return '';
      if (inline.kind === 'link')
        return `[${inner}](<${inline.address.replace(/[<>\\|]/g, encodeURIComponent)}>)`;
      const mark = inline.kind === 'strong' ? '**' : '_';
      return `${mark}${inner}${mark}`;
    })
    .join('');
}

/** Renders a block as lines. */
function renderBlock(block: Block): readonly string[] {
  if (block.kind === 'rule') return [];
  if (block.kind === 'code') {
    return [
      block.text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(escapeMarkdownCode)
        .join('<br>'),
    ];
  }
  if (block.kind === 'paragraph') return [renderInlines(block.children)];
  if (block.kind === 'heading') return [`**${renderInlines(block.children).replaceAll('**', '').trim()}**`];
  if (block.kind === 'quote') return renderBlocks(block.children).map((line) => `> ${line}`.trimEnd());
  return block.items.flatMap((item, index) => {
    const marker = block.start === undefined ? '- ' : `${block.start + index}. `;
    const [first = '', ...rest] = renderBlocks(item);
    return [marker + first, ...rest.map((line) => (line === '' ? '' : ' '.repeat(marker.length) + line))];
  });
}

function renderBlocks(blocks: readonly Block[]): readonly string[] {
  return blocks
    .map(renderBlock)
    .filter((lines) => lines.some((line) => line !== ''))
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** Renders the commentary on one part of the report as a quotation with its author. */
export function renderCommentary(
  of: CommentaryText | undefined,
  { messages, context }: Page,
): readonly string[] {
  if (of === undefined || of.length === 0) return [];
  const { name } = context.brand;
  const title =
    name === undefined ? messages['commentary.title'] : formatMessage(messages, 'commentary.by', { name });
  return [[renderStrong(title), '', ...renderBlocks(of)].map((line) => `> ${line}`.trimEnd()).join('\n')];
}

/** Renders the commentary on each element below its name. */
export const renderElementComments: Section = (page) =>
  page.report.elements.flatMap(({ id, name }) => {
    const blocks = renderCommentary(page.context.commentary?.elements.get(id), page);
    return blocks.length === 0 ? [] : [renderHeading(3, name), ...blocks];
  });

/** Renders the next meeting and the line of confidentiality. */
export const renderFootSection: Section = ({ context }) => listFootLines(context).map(escapeMarkdown);
