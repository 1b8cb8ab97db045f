import type { Question } from '#domain/model.ts';

/** Lists what to write for each reason why a question does not apply: `x`, or a number after it where there are several. */
export function listReasonMarks({
  mayNotApply,
  notApplicableReasons,
}: Pick<Question, 'mayNotApply' | 'notApplicableReasons'>): readonly string[] {
  if (!mayNotApply) return [];
  return notApplicableReasons.map((_, index) => (notApplicableReasons.length === 1 ? 'x' : `x${index + 1}`));
}

/** Says which answers a question takes. */
export function describeChoices(question: Pick<Question, 'mayNotApply' | 'notApplicableReasons'>): string {
  const marks = listReasonMarks(question).join(' or ');
  return marks === ''
    ? `Give 0 to 4, or ? for "I don't know".`
    : `Give 0 to 4, ? for "I don't know", or ${marks} where it does not apply.`;
}
