import type { JSX } from 'preact';
import type { Block, CommentaryText, Inline } from '#document/commentary/commentary.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeLine } from '#render/escape.ts';
import type { SectionProps } from '#render/report/html/parts.tsx';

function Inlines({ of }: { readonly of: readonly Inline[] }): JSX.Element {
  return (
    <>
      {of.map((inline) => {
        if (inline.kind === 'break') return <br />;
        if (inline.kind === 'text') return inline.text;
        if (inline.kind === 'code') return <code>{inline.text}</code>;
        const inner = <Inlines of={inline.children} />;
        if (inline.kind === 'strong') return <strong>{inner}</strong>;
        if (inline.kind === 'emphasis') return <em>{inner}</em>;
        return (
          <a href={inline.address} rel="noopener noreferrer nofollow">
            {inner}
          </a>
        );
      })}
    </>
  );
}

/** Blocks of text. A heading is bold text, because the headings of the page are those of the report. */
function Blocks({ of }: { readonly of: readonly Block[] }): JSX.Element {
  return (
    <>
      {of.map((block) => {
        if (block.kind === 'rule') return <hr />;
        if (block.kind === 'code') return <pre dir="auto">{block.text}</pre>;
        if (block.kind === 'quote') {
          return (
            <blockquote>
              <Blocks of={block.children} />
            </blockquote>
          );
        }
        if (block.kind === 'list') {
          const items = block.items.map((item) => (
            <li dir="auto">
              <Blocks of={item} />
            </li>
          ));
          return block.start === undefined ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
        }
        return (
          <p dir="auto" class={block.kind === 'heading' ? 'commentary-heading' : undefined}>
            <Inlines of={block.children} />
          </p>
        );
      })}
    </>
  );
}

/** What the consultant wrote about one part of the report, with their name. Nothing without text. */
export function Commentary({
  of,
  context: { messages, brand },
}: Pick<SectionProps, 'context'> & { readonly of: CommentaryText | undefined }): JSX.Element | null {
  if (of === undefined || of.length === 0) return null;
  const title =
    brand.name === undefined
      ? messages['commentary.title']
      : formatMessage(messages, 'commentary.by', { name: escapeLine(brand.name) });
  return (
    <div class="commentary">
      <Blocks of={of} />
      <p class="signed" dir="auto">
        {title}
      </p>
    </div>
  );
}
