import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'process/seller-only-exit',
  severity: 'warning',
  practice: 'buyer-proof',
  title: 'A stage can end without a customer action',
  why: 'What sellers have done shows how busy they are. What the customer has done shows whether the deal is moving.',
  remedy: 'The exit criteria of every stage include a visible customer action.',
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
          message: `Deals leave \`${stage.id}\` because of what your own people do; no customer action is required.`,
          fix: `Add an exit with \`by: buyer\` to \`${stage.id}\`: a customer action you can see.`,
        })),
    };
  },
});
