import type { Model, Question } from '#domain/model.ts';
import { computeMean, settle } from '#domain/scoring/numbers.ts';
import type { Perception } from '#domain/types/report.ts';
import type { CombinedQuestion } from './combine.ts';
import type { Medians } from './medians.ts';

type Side = 'leader' | 'managers' | 'sellers';

/** Computes the score, 0..100, that a side gives to questions; null unless it has a median for each. */
function scoreSide(questions: readonly CombinedQuestion[], side: Side): number | null {
  if (questions.some(({ medians }) => medians[side] === null)) return null;
  const mean = computeMean<{ readonly question: Question; readonly medians: Medians }>(
    questions,
    ({ medians }) => medians[side],
    ({ question }) => question.weight,
  );
  return mean === null ? null : settle(mean * 25);
}

/**
 * Computes how the leader, the managers and the sellers see each practice, in asking order. Compares like with like:
 * a practice is scored over the questions that both the sellers and the leader have a median for, or the managers
 * without a leader. Practices without such a question are left out.
 */
export function comparePractices(
  model: Model,
  questions: readonly CombinedQuestion[],
): readonly Perception[] {
  return model.practices.flatMap((practice): Perception[] => {
    const heard = questions.filter(
      ({ question, medians }) => question.practice === practice.id && medians.sellers !== null,
    );
    const withLeader = heard.filter(({ medians }) => medians.leader !== null);
    const common =
      withLeader.length > 0 ? withLeader : heard.filter(({ medians }) => medians.managers !== null);
    if (common.length === 0) return [];
    const [leader, managers, sellers] = [
      scoreSide(common, 'leader'),
      scoreSide(common, 'managers'),
      scoreSide(common, 'sellers'),
    ];
    const gap = leader === null || sellers === null ? null : settle(leader - sellers);
    return [{ id: practice.id, leader, managers, sellers, gap }];
  });
}
