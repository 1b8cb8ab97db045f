/** What the consultant wrote, by the styles of the document. */
import { ExternalHyperlink, Paragraph, Tab, TextRun } from 'docx';
import type { Block as TextBlock, CommentaryText, Inline } from '#document/commentary/commentary.ts';
import { writeCommentaryTitle } from '#render/report/office/commentary-texts.ts';
import { type Block, type Page, makeText } from './parts.ts';

/** How a part of a line looks. */
interface RunStyle {
  readonly bold?: boolean;
  readonly italics?: boolean;
}

function makeInline(inline: Inline, style: RunStyle): (TextRun | ExternalHyperlink)[] {
  switch (inline.kind) {
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'text':
      return [new TextRun({ ...style, text: inline.text })];
    case 'code':
      return [new TextRun({ ...style, text: inline.text, font: 'Courier New' })];
    case 'strong':
      return inline.children.flatMap((each) => makeInline(each, { ...style, bold: true }));
    case 'emphasis':
      return inline.children.flatMap((each) => makeInline(each, { ...style, italics: true }));
    case 'link':
      return [
        new ExternalHyperlink({
          link: inline.address,
          children: inline.children
            .flatMap((each) => makeInline(each, style))
            .map((child) => (child instanceof TextRun ? child : new TextRun(inline.address))),
        }),
      ];
  }
}

/** Renders a block of text, indented as deep as it is nested. */
function renderBlock(block: TextBlock, depth: number): Block[] {
  const indent = { left: 360 * depth };
  switch (block.kind) {
    case 'rule':
      return [];
    case 'code':
      return block.text
        .split('\n')
        .map((text) => new Paragraph({ indent, children: [new TextRun({ text, font: 'Courier New' })] }));
    case 'quote':
      return block.children.flatMap((each) => renderBlock(each, depth + 1));
    case 'list':
      return block.items.flatMap((item, index) => {
        const [first, ...rest] = item;
        const marker = block.start === undefined ? '•' : `${block.start + index}.`;
        const head =
          first?.kind === 'paragraph'
            ? [
                new Paragraph({
                  indent: { left: 360 * (depth + 1), hanging: 360 },
                  children: [
                    new TextRun({ children: [marker, new Tab()] }),
                    ...first.children.flatMap((each) => makeInline(each, {})),
                  ],
                }),
              ]
            : [];
        return [
          ...head,
          ...(head.length === 0 ? item : rest).flatMap((each) => renderBlock(each, depth + 1)),
        ];
      });
    case 'paragraph':
    case 'heading': {
      const style = block.kind === 'heading' ? { bold: true } : {};
      return [new Paragraph({ indent, children: block.children.flatMap((each) => makeInline(each, style)) })];
    }
  }
}

/** Renders the commentary on one part of the report, with its author above. Nothing without text. */
export function renderCommentary(of: CommentaryText | undefined, { context, colors }: Page): Block[] {
  if (of === undefined || of.length === 0) return [];
  return [
    makeText(writeCommentaryTitle(context), { bold: true, color: colors.accent, isKept: true }),
    ...of.flatMap((block) => renderBlock(block, 1)),
  ];
}
