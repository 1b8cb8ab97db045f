/** What the keys of a question do. */

/** An action of the respondent at a question. */
export type QuestionAction =
  | { readonly act: 'level'; readonly level: number }
  /** The level that is highlighted; null if none is. */
  | { readonly act: DetailAct; readonly level: number | null }
  | { readonly act: 'unknown' | 'not-applicable' | 'skip' | 'back' | 'quit' | PageAct };

/** The keys that add something to an answer. Teams give a reason and who sees it differently, others a note. */
export type DetailAct = 'evidence' | 'lowest' | 'note' | 'reason' | 'dissent';

/** The keys that show something to read: the help of a question, and what other people answered. */
export type PageAct = 'help' | 'voices';

/** What a key of a question does, other than choosing a level. */
export type KeyAct = Exclude<QuestionAction['act'], 'level'>;

const detailActs: readonly string[] = [
  'evidence',
  'lowest',
  'note',
  'reason',
  'dissent',
] satisfies DetailAct[];

/** Returns whether a key adds something to an answer. */
export function isDetailAct(act: KeyAct): act is DetailAct {
  return detailActs.includes(act);
}

/** Makes the action of a key at a question. `highlighted` is the level that is, or null. */
export function makeAction(act: KeyAct, highlighted: number | null): QuestionAction {
  return isDetailAct(act) ? { act, level: highlighted } : { act };
}
