import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'process/stage-without-exit',
  severity: 'error',
  practice: 'buyer-proof',
  title: 'A stage has no exit',
  why: 'Where nothing has to be there before a deal moves on, it moves on hope.',
  remedy: 'Say what has to be there before a deal moves on, best an act of the customer.',
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
                message: `Nothing has to be there before a deal leaves \`${id}\`, so every seller decides alone when it moves on.`,
                fix: `Add an \`exit\` to \`${id}\`: evidence that one can see, best an act of the customer (\`by: buyer\`).`,
              },
            ]
          : [],
      ),
    };
  },
});
