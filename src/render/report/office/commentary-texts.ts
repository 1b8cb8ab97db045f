/** What the consultant wrote, for what shows no markup. */
import { type Block, type CommentaryText, flattenInlines } from '#document/commentary/commentary.ts';
import { formatMessage } from '#domain/messages.ts';
import type { ReportContext } from '#render/report/context.ts';

/** Returns the line above a commentary: what it is and, if known, by whom. */
export function writeCommentaryTitle({ messages, brand }: ReportContext): string {
  return brand.name === undefined
    ? messages['commentary.title']
    : formatMessage(messages, 'commentary.by', { name: brand.name });
}

function flattenBlock(block: Block): string {
  if (block.kind === 'rule') return '';
  if (block.kind === 'code') return block.text;
  if (block.kind === 'quote') return flattenBlocks(block.children);
  if (block.kind === 'list')
    return block.items
      .map((item, index) => {
        const marker = block.start === undefined ? '–' : `${block.start + index}.`;
        return `${marker} ${flattenBlocks(item)}`;
      })
      .join('\n');
  return flattenInlines(block.children);
}

/** Returns a commentary as plain text. */
export function flattenBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(flattenBlock)
    .filter((text) => text !== '')
    .join('\n');
}

/** Returns the commentary on a part of the report as a plain text below its author. Empty without one. */
export function listCommentaryTexts(
  of: CommentaryText | undefined,
  context: ReportContext,
): readonly string[] {
  if (of === undefined || of.length === 0) return [];
  return [`${writeCommentaryTitle(context)}:\n${flattenBlocks(of)}`];
}
