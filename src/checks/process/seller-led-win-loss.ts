import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'process/seller-led-win-loss',
  severity: 'info',
  practice: 'use-and-learning',
  subjectRequired: false,
  title: 'Sellers ask why their own deals were won or lost',
  why: 'Few customers tell the person they turned down what that person did wrong. Someone outside the deal hears more.',
  remedy: 'Someone outside the deal asks.',
  example: {
    fails: `
process:
  winLoss:
    askedBy: seller`,
    passes: `
process:
  winLoss:
    askedBy: neutral`,
  },
  run: ({ organization, process }) => {
    const askedBy = process?.winLoss?.askedBy;
    if (askedBy === undefined) return { subjects: 0, failures: [] };
    return {
      subjects: 1,
      failures:
        askedBy === 'seller'
          ? [
              {
                path: ['process', 'winLoss', 'askedBy'],
                message: `At ${organization.name} sellers ask why their own deals were won or lost, so customers leave out the reasons that concern the seller.`,
                fix: 'Have someone outside the deal ask, and set `process.winLoss.askedBy` to `neutral`.',
              },
            ]
          : [],
    };
  },
});
