import { defineCheck, requirePresent } from '#checks/define-check.ts';
import { describeInShort } from '#checks/queries/wording.ts';

export default defineCheck({
  id: 'philosophy/one-sided-win',
  severity: 'info',
  practice: 'customer-role',
  title: 'The purpose does not say what sellers gain',
  why: 'Sellers believe a purpose that never says what they gain only as long as the quarter goes well.',
  remedy: 'The purpose says what sellers gain when customers get what was promised.',
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
      message: `The customer gains "${describeInShort(purpose.customerOutcome ?? '')}"; nothing says what the seller gains, so the win is one-sided.`,
      fix: 'Add `philosophy.purpose.sellerGain`: what the seller gains when the customer gets this.',
    }));
  },
});
