import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck, requirePresent } from '#checks/define-check.ts';

export default defineCheck({
  id: 'method/missing-buyer-feedback',
  severity: 'info',
  practice: 'joint-work',
  title: 'Nobody asks customers how they were sold to',
  why: 'Only customers can say whether you worked with them or did something to them.',
  remedy:
    'After deals won and lost, customers are asked how they were sold to, and everyone can read what they said.',
  covers: [14, 31],
  example: {
    fails: `
method:
  name: Problem First`,
    passes: `
method:
  name: Problem First
  buyerFeedback: https://wiki.example.com/sales/customer-calls`,
  },
  run: (system) =>
    requirePresent(system.method?.buyerFeedback !== undefined, () => ({
      ...findAbsentOrEmpty(system, ['method'], 'buyerFeedback'),
      message: `${system.organization.name} does not say where it keeps what customers say about how they were sold to, so it knows only one side of its method.`,
      fix: 'Add `method.buyerFeedback`: where you keep the notes of these conversations, after deals won and lost.',
    })),
});
