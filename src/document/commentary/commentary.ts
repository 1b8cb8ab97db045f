/** What a consultant writes beside a report, as a tree that every rendering can write safely. */

/** A part of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
  /** The address is http, https or mailto. */
  | { readonly kind: 'link'; readonly address: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' };

/** A block of text. */
export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly children: readonly Inline[] }
  /** `start` is the first number; undefined for a list without numbers. */
  | {
      readonly kind: 'list';
      readonly start: number | undefined;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

/** The text about one part of the report. */
export type CommentaryText = readonly Block[];

/** A commentary, by what each section is about. */
export interface Commentary {
  /** The line of confidentiality. */
  readonly confidential?: string;
  /** When the next meeting is, as written. */
  readonly nextMeeting?: string;
  /** About the whole. Empty for none. */
  readonly overall: CommentaryText;
  /** By id of an element. */
  readonly elements: ReadonlyMap<string, CommentaryText>;
  /** By number of an action of the plan, from 1. */
  readonly actions: ReadonlyMap<number, CommentaryText>;
}

/** Returns parts of a line as plain text. A link is followed by its address. */
export function flattenInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return ' ';
      if (inline.kind === 'text' || inline.kind === 'code') return inline.text;
      const text = flattenInlines(inline.children);
      const isBare = inline.kind !== 'link' || text === inline.address.replace(/^mailto:/, '');
      return isBare ? text : `${text} (${inline.address})`;
    })
    .join('');
}
