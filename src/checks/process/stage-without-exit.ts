import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'process/stage-without-exit',
  severity: 'error',
  practice: 'buyer-proof',
  title: 'A stage has no exit criteria',
  why: 'Without exit criteria, deals move on hope.',
  remedy: 'Every stage says what has to be true before a deal moves on, ideally a customer action.',
  covers: [8],
  example: {
    fails: `
process:
  stages:
    - id: offer`,
    passes: `
process:
  stages:
    - id: offer
      exit:
        - { evidence: The customer has named who signs, by: buyer }`,
  },
  run: (system) => {
    // `process/missing-stages` reports missing stages.
    const stages = system.process?.stages ?? [];
    return {
      subjects: stages.length,
      failures: stages.flatMap(({ id, exit = [] }, index) =>
        exit.length === 0
          ? [
              {
                ...findAbsentOrEmpty(system, ['process', 'stages', index], 'exit'),
                message: `The stage \`${id}\` has no exit criteria, so every seller decides alone when a deal moves on.`,
                fix: `Add an \`exit\` to \`${id}\`: visible evidence, ideally a customer action (\`by: buyer\`).`,
              },
            ]
          : [],
      ),
    };
  },
});
