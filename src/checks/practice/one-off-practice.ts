import { defineCheck } from '#checks/define-check.ts';
import { countDaysBetweenTimes } from '#checks/queries/frequency.ts';

/** Minimum interval, in days, that counts as yearly: P1Y, P12M, P52W or P360D. */
const yearly = 360;

export default defineCheck({
  id: 'practice/one-off-practice',
  severity: 'warning',
  practice: 'practice-feedback',
  title: 'Practice happens once, or once a year',
  why: 'A skill that is practiced at an event is gone by the next one. What comes round often stays.',
  remedy: 'Practice each skill in a rhythm, such as every two weeks.',
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
                ? `Nothing says when \`${skill}\` is practiced again, so it may have happened once.`
                : `\`${skill}\` is practiced every ${every}: an event, after which the skill fades.`,
            fix: `${every === undefined ? 'Add' : 'Shorten'} \`every\` for the practice of \`${skill}\`, to P2W for example.`,
          },
        ];
      }),
    };
  },
});
