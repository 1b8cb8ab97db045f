import { type Block, type CommentaryText, flattenInlines } from '#document/commentary/commentary.ts';
import { formatMessage } from '#domain/messages.ts';
import type { ReportContext } from '#render/report/context.ts';
import type { Canvas } from '#render/terminal/element-rows.ts';
import { type Piece, write } from '#render/terminal/paragraph.ts';

/** Most columns that nested text is indented by, so that it always has room. */
const deepestIndent = 8;

function renderBlock(block: Block, indent: number, canvas: Canvas): string[] {
  const { width, theme } = canvas;
  const inner = Math.min(indent + 2, deepestIndent);
  if (block.kind === 'rule') return [];
  if (block.kind === 'code') return write(block.text.split('\n'), inner, width);
  if (block.kind === 'quote') return renderBlocks(block.children, inner, canvas);
  if (block.kind === 'list') {
    return block.items.flatMap((item, index) => {
      const marker = block.start === undefined ? `${theme.signs.dash} ` : `${block.start + index}. `;
      const [first, ...rest] = item;
      const head =
        first?.kind === 'paragraph'
          ? write([{ text: flattenInlines(first.children), marker }], indent, width)
          : [];
      return [...head, ...renderBlocks(head.length === 0 ? item : rest, inner, canvas)];
    });
  }
  const text = flattenInlines(block.children);
  return write([block.kind === 'heading' ? { text, paint: theme.strong } : { text }], indent, width);
}

function renderBlocks(blocks: readonly Block[], indent: number, canvas: Canvas): string[] {
  return blocks
    .map((block) => renderBlock(block, indent, canvas))
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** Renders the commentary on one part of the report, below its author. */
export function renderCommentaryLines(
  of: CommentaryText | undefined,
  indent: number,
  { brand }: Pick<ReportContext, 'brand'>,
  canvas: Canvas,
): string[] {
  if (of === undefined || of.length === 0) return [];
  const { messages, theme, width } = canvas;
  const text =
    brand.name === undefined
      ? messages['commentary.title']
      : formatMessage(messages, 'commentary.by', { name: brand.name });
  const title: Piece = { text, paint: theme.faint };
  return [...write([title], indent, width), ...renderBlocks(of, indent + 2, canvas)];
}

/** Renders the commentary on a part of the report below the name of the part, at the left edge. */
export function renderNamedComment(
  name: string,
  of: CommentaryText | undefined,
  context: ReportContext,
): string[] {
  const lines = renderCommentaryLines(of, 2, context, context);
  return lines.length === 0
    ? []
    : [...write([{ text: name, paint: context.theme.strong }], 0, context.width), ...lines];
}
