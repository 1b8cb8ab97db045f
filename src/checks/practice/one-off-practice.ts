import { defineCheck } from '#checks/define-check.ts';
import { countDaysBetweenTimes } from '#checks/queries/frequency.ts';

/** Minimum interval, in days, that counts as yearly: P1Y, P12M, P52W or P360D. */
const yearly = 360;

export default defineCheck({
  id: 'practice/one-off-practice',
  severity: 'warning',
  practice: 'practice-feedback',
  title: 'Practice happens only once, or once a year',
  why: 'A skill practiced once a year is gone by the next event. Frequent practice makes it last.',
  remedy: 'Every skill is practiced on a regular schedule, such as every two weeks.',
  covers: [6, 34],
  example: {
    fails: `
execution:
  practice:
    - { skill: diagnose, format: Workshop at the kick-off, every: P1Y }`,
    passes: `
execution:
  practice:
    - { skill: diagnose, format: Role play in threes, every: P2W }`,
  },
  run: (system) => {
    const sessions = system.execution?.practice ?? [];
    return {
      subjects: sessions.length,
      failures: sessions.flatMap(({ skill, every }, index) => {
        const days = every === undefined ? null : countDaysBetweenTimes(every);
        if (days !== null && days < yearly) return [];
        const entry = ['execution', 'practice', index];
        return [
          {
            ...(every === undefined ? { path: entry, missing: 'every' } : { path: [...entry, 'every'] }),
            message:
              every === undefined
                ? `Nothing says when \`${skill}\` is practiced again, so it may have happened only once.`
                : `\`${skill}\` is practiced every ${every}, so the skill fades in between.`,
            fix: `${every === undefined ? 'Add' : 'Shorten'} \`every\` for the practice of \`${skill}\`, for example to \`P2W\`.`,
          },
        ];
      }),
    };
  },
});
