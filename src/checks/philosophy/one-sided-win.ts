import { defineCheck, requirePresent } from '#checks/define-check.ts';
import { describeInShort } from '#checks/queries/wording.ts';

export default defineCheck({
  id: 'philosophy/one-sided-win',
  severity: 'info',
  practice: 'customer-role',
  title: 'What the seller gains is not stated',
  why: 'A purpose that asks sellers to serve and never says what they win is believed for as long as the quarter goes well.',
  remedy: 'Say what a seller gains when the customer gets what was promised.',
  covers: [28],
  example: {
    fails: `
philosophy:
  purpose:
    customerOutcome: Fewer repeated measurements`,
    passes: `
philosophy:
  purpose:
    customerOutcome: Fewer repeated measurements
    sellerGain: Customers who come back and recommend`,
  },
  run: ({ philosophy }) => {
    const purpose = philosophy?.purpose;
    // `philosophy/missing-customer-outcome` reports a missing customer outcome.
    if (purpose?.customerOutcome === undefined) return { subjects: 0, failures: [] };
    return requirePresent(purpose.sellerGain !== undefined, () => ({
      path: ['philosophy', 'purpose'],
      at: 'key',
      missing: 'sellerGain',
      message: `The customer gains "${describeInShort(purpose.customerOutcome ?? '')}"; what the seller gains from it is not said, so the win has one side only.`,
      fix: 'Add `philosophy.purpose.sellerGain`: what a seller has of it when the customer gets this.',
    }));
  },
});
