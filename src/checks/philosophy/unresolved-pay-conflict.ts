import { defineCheck } from '#checks/define-check.ts';
import { describeInShort } from '#checks/queries/wording.ts';

export default defineCheck({
  id: 'philosophy/unresolved-pay-conflict',
  severity: 'warning',
  practice: 'purpose-in-use',
  title: 'Pay works against the purpose, and nothing is planned',
  why: 'Where pay and purpose disagree, pay wins. Naming the conflict is honest; leaving it at that tells sellers which of the two counts.',
  remedy: 'Every pay conflict has a plan: what will change, and by when.',
  covers: [23],
  // No conflicts can mean that there are none, or that nobody looked. The file does not tell.
  subjectRequired: false,
  example: {
    fails: `
philosophy:
  pay:
    conflicts:
      - what: The bonus counts orders, whether or not they are used`,
    passes: `
philosophy:
  pay:
    conflicts:
      - what: The bonus counts orders, whether or not they are used
        plan: From January half of the bonus follows use after 90 days`,
  },
  run: ({ philosophy }) => {
    const conflicts = philosophy?.pay?.conflicts ?? [];
    return {
      subjects: conflicts.length,
      failures: conflicts.flatMap(({ what, plan }, index) =>
        plan === undefined
          ? [
              {
                path: ['philosophy', 'pay', 'conflicts', index],
                missing: 'plan',
                message: `"${describeInShort(what)}" works against the purpose, and nothing says what will be done about it; until then, pay wins.`,
                fix: 'Add a `plan` to this conflict: what will change, and by when.',
              },
            ]
          : [],
      ),
    };
  },
});
