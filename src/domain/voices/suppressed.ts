import type { Voices } from '#domain/types/report.ts';
import type { CombinedQuestion } from './combine.ts';

type Suppressed = Voices['suppressed'][number];

/** Lists what is not shown of the sellers' answers, and why. */
export function listSuppressed(questions: readonly CombinedQuestion[]): readonly Suppressed[] {
  const asked = questions.filter(({ sellers }) => sellers.asked > 0);
  const listIds = (some: readonly CombinedQuestion[]): string[] => some.map(({ question }) => question.id);
  const few = asked.filter(({ sellers }) => sellers.all === null);
  const same = asked.filter(({ sellers }) => sellers.isSameAnswer);
  const small = new Set(asked.flatMap(({ sellers }) => sellers.smallUnits));
  return [
    ...(few.length > 0 ? [{ reason: 'few-sellers' as const, questions: listIds(few) }] : []),
    ...(small.size > 0 ? [{ reason: 'small-unit' as const, units: [...small].toSorted() }] : []),
    ...(same.length > 0 ? [{ reason: 'same-answer' as const, questions: listIds(same) }] : []),
  ];
}
