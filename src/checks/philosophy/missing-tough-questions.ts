import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck, requirePresent } from '#checks/define-check.ts';

export default defineCheck({
  id: 'philosophy/missing-tough-questions',
  severity: 'warning',
  practice: 'belief-and-permission',
  title: 'No hard questions are expected of sellers',
  why: 'Many sellers ask a risky question only where somebody has said in public that they may. A written list is that permission.',
  remedy: 'Write down one question that you want asked even where it could cost the deal.',
  covers: [16, 27],
  example: {
    fails: `
philosophy:
  walkAway: [Nobody can say what the problem costs]`,
    passes: `
philosophy:
  toughQuestions: [What happens if you change nothing?]
  walkAway: [Nobody can say what the problem costs]`,
  },
  run: (system) =>
    requirePresent((system.philosophy?.toughQuestions ?? []).length > 0, () => ({
      ...findAbsentOrEmpty(system, ['philosophy'], 'toughQuestions'),
      message: `${system.organization.name} names no hard question that its sellers may ask a customer, so only the boldest will ask one.`,
      fix: 'Add to `philosophy.toughQuestions` one question that you want asked even where it could cost the deal.',
    })),
});
