import type { Input } from './input.ts';

/** A text that is being typed. */
export interface Draft {
  readonly text: string;
  /** Position of the cursor in UTF-16 code units, between grapheme clusters. */
  readonly cursor: number;
}

const segmenter = new Intl.Segmenter();

/** UTF-16 code units that are looked at to find a cluster. The longest emoji have about 30. */
const nearby = 100;

function findPrevious({ text, cursor }: Draft): number {
  const before = [...segmenter.segment(text.slice(Math.max(0, cursor - nearby), cursor))];
  return cursor - (before.at(-1)?.segment.length ?? 0);
}

function findNext({ text, cursor }: Draft): number {
  const [after] = segmenter.segment(text.slice(cursor, cursor + nearby));
  return cursor + (after?.segment.length ?? 0);
}

/** Steps back sign by sign: a regular expression tries a long word from each of its letters. */
function findWordStart({ text, cursor }: Draft): number {
  let start = text.slice(0, cursor).trimEnd().length;
  while (start > 0 && /\S/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function findWordEnd({ text, cursor }: Draft): number {
  return text.length - text.slice(cursor).replace(/^\s*\S*/u, '').length;
}

/** Removes characters that cannot be typed, and unifies line breaks. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
}

/** Inserts text at the cursor. */
export function insertText({ text, cursor }: Draft, added: string): Draft {
  const safe = clean(added);
  return { text: text.slice(0, cursor) + safe + text.slice(cursor), cursor: cursor + safe.length };
}

/** Removes what is between the cursor and another position. */
function removeTo({ text, cursor }: Draft, other: number): Draft {
  const start = Math.min(cursor, other);
  return { text: text.slice(0, start) + text.slice(Math.max(cursor, other)), cursor: start };
}

/** Movements and deletions by the name of the key, with `ctrl-` or `meta-` in front. */
const edits: Readonly<Record<string, (draft: Draft) => Draft>> = {
  left: (draft) => ({ ...draft, cursor: findPrevious(draft) }),
  right: (draft) => ({ ...draft, cursor: findNext(draft) }),
  home: (draft) => ({ ...draft, cursor: 0 }),
  end: (draft) => ({ ...draft, cursor: draft.text.length }),
  backspace: (draft) => removeTo(draft, findPrevious(draft)),
  delete: (draft) => removeTo(draft, findNext(draft)),
  'ctrl-left': (draft) => ({ ...draft, cursor: findWordStart(draft) }),
  'ctrl-right': (draft) => ({ ...draft, cursor: findWordEnd(draft) }),
  'ctrl-w': (draft) => removeTo(draft, findWordStart(draft)),
  'meta-d': (draft) => removeTo(draft, findWordEnd(draft)),
  'ctrl-u': (draft) => removeTo(draft, 0),
  'ctrl-k': (draft) => removeTo(draft, draft.text.length),
};

/** Other keys of a shell for the same edits. */
const synonyms: Readonly<Record<string, string>> = {
  'ctrl-b': 'left',
  'ctrl-f': 'right',
  'ctrl-a': 'home',
  'ctrl-e': 'end',
  'ctrl-h': 'backspace',
  'meta-b': 'ctrl-left',
  'meta-f': 'ctrl-right',
  'meta-left': 'ctrl-left',
  'meta-right': 'ctrl-right',
  'ctrl-backspace': 'ctrl-w',
  'meta-backspace': 'ctrl-w',
};

/** Returns the draft after a key or a paste. A key without a meaning changes nothing. */
export function editText(draft: Draft, input: Input): Draft {
  if (input.kind === 'paste') return insertText(draft, input.text);
  if (input.text !== '') return insertText(draft, input.text);
  const name = `${input.ctrl ? 'ctrl-' : ''}${input.meta ? 'meta-' : ''}${input.name}`;
  const edit = edits[synonyms[name] ?? name];
  return edit === undefined ? draft : edit(draft);
}
