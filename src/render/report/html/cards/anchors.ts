/** The ids that links on the page lead to. They stay the same as long as the ids of the model do. */
import type { Move, PlannedMove } from '#domain/types/report.ts';

/** Makes an anchor of an id of the model, with unusual characters as hexadecimal numbers. */
function makeAnchor(prefix: string, id: string): string {
  return `${prefix}-${id.replace(/[^a-z0-9.-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`)}`;
}

/** Returns the anchor of the card of a question. */
export const makeQuestionAnchor = (id: string): string => makeAnchor('q', id);

/** Returns the anchor of the cards of a practice. */
export const makeCardsAnchor = (practice: string): string => makeAnchor('answers', practice);

/** Returns the anchor of the row of a practice in the heat map. */
export const makePracticeAnchor = (practice: string): string => makeAnchor('practice', practice);

/** Returns the anchor of a move of the plan. */
export const makeMoveAnchor = ({ practice, element }: Move | PlannedMove): string =>
  practice === null ? makeAnchor('move-of', element) : makeAnchor('move', practice);
