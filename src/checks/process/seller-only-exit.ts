import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'process/seller-only-exit',
  severity: 'warning',
  practice: 'buyer-proof',
  title: 'A stage is left without an act of the buyer',
  why: 'What we have done says how busy we are. What the buyer has done says whether the deal moves.',
  remedy: 'Add to each of these stages an act of the customer that you can see.',
  covers: [8],
  example: {
    fails: `
process:
  stages:
    - id: offer
      exit:
        - { evidence: Offer sent, by: seller }`,
    passes: `
process:
  stages:
    - id: offer
      exit:
        - { evidence: Offer sent, by: seller }
        - { evidence: The customer has named who signs, by: buyer }`,
  },
  run: (system) => {
    const stages = system.process?.stages ?? [];
    // `process/stage-without-exit` reports a stage without exits.
    const judged = stages.flatMap((stage, index) =>
      (stage.exit ?? []).length > 0 ? [{ stage, index }] : [],
    );
    return {
      subjects: judged.length,
      failures: judged
        .filter(({ stage }) => (stage.exit ?? []).every(({ by }) => by !== 'buyer'))
        .map(({ stage, index }) => ({
          path: ['process', 'stages', index, 'exit'],
          at: 'key',
          message: `A deal leaves \`${stage.id}\` by what your own people do; nothing the buyer did is asked for.`,
          fix: `Add an exit with \`by: buyer\` to \`${stage.id}\`: an act of the customer that you can see.`,
        })),
    };
  },
});
