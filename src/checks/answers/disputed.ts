import { describeDispute, listLevels } from '#checks/queries/answers.ts';
import { defineAnswersCheck } from '#checks/define-check.ts';
import { settle } from '#domain/scoring/numbers.ts';

export default defineAnswersCheck({
  id: 'answers/disputed',
  severity: 'info',
  title: 'The leader and the sellers answer very differently',
  why: 'An average of two such answers would describe nobody. The gap itself is the finding: each side sees something different, or means something different by it.',
  remedy: 'Ask the leader and the sellers what each of them would have seen, and agree on what is true.',
  example: {
    fails: `
answers:
  # while the median of the sellers is 0.5
  execution.coaching-cadence.last-session: { level: 2 }`,
    passes: `
answers:
  execution.coaching-cadence.last-session: { level: 1 }`,
  },
  run: (answers, { model, sellers }) => {
    if (sellers === undefined) return { subjects: 0, failures: [] };
    const compared = listLevels(answers, model).flatMap((given) => {
      const median = sellers.get(given.id);
      return median === undefined ? [] : [{ ...given, median }];
    });
    return {
      subjects: compared.length,
      failures: compared
        .filter(({ level, median }) => settle(Math.abs(level - median)) >= model.scoring.voices.disputedFrom)
        .map(({ id, level, median }) => ({
          path: ['answers', id, 'level'],
          ...describeDispute(id, level, median),
        })),
    };
  },
});
