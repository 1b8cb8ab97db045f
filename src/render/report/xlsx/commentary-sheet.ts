/** What the consultant wrote, as the rows of a sheet. */
import type { CommentaryText } from '#document/commentary/commentary.ts';
import { formatMessage } from '#domain/messages.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { flattenBlocks, writeCommentaryTitle } from '#render/report/office/commentary-texts.ts';
import type { Column } from './tables.ts';

/** A section of the commentary. */
interface Comment {
  /** What it is about: the whole, an element or an action. */
  readonly about: string;
  readonly text: string;
}

/** Lists the sections of the commentary in the order of the report. Empty without one. */
export function listComments(
  { elements, plan }: ReportDocument,
  { commentary, messages }: ReportContext,
): readonly Comment[] {
  if (commentary === undefined) return [];
  const sections: readonly (readonly [about: string, text: CommentaryText | undefined])[] = [
    [messages['commentary.overall'], commentary.overall],
    ...elements.map(({ id, name }) => [name, commentary.elements.get(id)] as const),
    ...plan.now.map(
      (_move, index) =>
        [
          formatMessage(messages, 'commentary.action', { number: index + 1 }),
          commentary.actions.get(index + 1),
        ] as const,
    ),
  ];
  return sections.flatMap(([about, text = []]) =>
    text.length === 0 ? [] : [{ about, text: flattenBlocks(text) }],
  );
}

/** Lists the columns of the commentary. */
export function listCommentColumns(context: ReportContext): readonly Column<Comment>[] {
  return [
    { title: context.messages['office.sheetAbout'], width: 24, value: ({ about }) => about },
    { title: writeCommentaryTitle(context), width: 100, value: ({ text }) => text },
  ];
}
