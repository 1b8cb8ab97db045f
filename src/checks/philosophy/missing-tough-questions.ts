import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck, requirePresent } from '#checks/define-check.ts';

export default defineCheck({
  id: 'philosophy/missing-tough-questions',
  severity: 'warning',
  practice: 'belief-and-permission',
  title: 'Nothing tells sellers to ask hard questions',
  why: 'Many sellers ask a risky question only if someone has openly allowed it. A written list gives that permission.',
  remedy: 'At least one question is written down that sellers should ask even if it could cost the deal.',
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
      message: `${system.organization.name} names no hard question for sellers to ask, so only the boldest will ask one.`,
      fix: 'Add to `philosophy.toughQuestions` one question you want sellers to ask even if it could cost the deal.',
    })),
});
