import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'process/seller-led-win-loss',
  severity: 'info',
  practice: 'use-and-learning',
  subjectRequired: false,
  title: 'The seller of the deal asks why it was won or lost',
  why: 'Few customers tell the person they turned down what that person did. Somebody outside the deal hears more of it.',
  remedy: 'Have somebody outside the deal ask.',
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
                message: `At ${organization.name} the sellers themselves ask why their deals were won or lost, so the reasons that concern the seller stay unsaid.`,
                fix: 'Have somebody outside the deal ask, and set `process.winLoss.askedBy` to `neutral`.',
              },
            ]
          : [],
    };
  },
});
