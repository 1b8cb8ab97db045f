/** Longer than 200 lines: a table of cases for each check of the element. */
import { describe, expect, it } from 'vitest';
import missingCustomerOutcome from '#checks/philosophy/missing-customer-outcome.ts';
import missingPurpose from '#checks/philosophy/missing-purpose.ts';
import missingToughQuestions from '#checks/philosophy/missing-tough-questions.ts';
import oneSidedWin from '#checks/philosophy/one-sided-win.ts';
import quotaPurpose from '#checks/philosophy/quota-purpose.ts';
import roleWithoutPurpose from '#checks/philosophy/role-without-purpose.ts';
import stalePurposeConversation from '#checks/philosophy/stale-purpose-conversation.ts';
import unresolvedPayConflict from '#checks/philosophy/unresolved-pay-conflict.ts';
import { describeCheck, runOn } from '../support/checks/check-system.ts';

describeCheck(missingPurpose, [
  {
    name: 'no section at all',
    yaml: '',
    subjects: 1,
    finds: [['', 'philosophy/purpose/statement', 'Harbor Instruments']],
  },
  {
    name: 'a section without a purpose',
    yaml: 'philosophy: {}',
    subjects: 1,
    finds: [['/philosophy', 'purpose/statement', 'does not say why']],
  },
  {
    name: 'a purpose without a statement',
    yaml: 'philosophy: {purpose: {customerOutcome: Fewer repeats}}',
    subjects: 1,
    finds: [['/philosophy/purpose', 'statement', 'does not say why']],
  },
  {
    name: 'a statement',
    yaml: 'philosophy: {purpose: {statement: We help laboratories trust what they measure}}',
    subjects: 1,
    finds: [],
  },
]);

describeCheck(quotaPurpose, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'a purpose without a statement', yaml: 'philosophy: {purpose: {}}', subjects: 0, finds: [] },
  {
    name: 'a statement about the number',
    yaml: 'philosophy: {purpose: {statement: Make quota}}',
    subjects: 1,
    finds: [
      [
        '/philosophy/purpose/statement',
        undefined,
        'The purpose of Harbor Instruments mentions "quota" but no customer',
      ],
    ],
  },
  {
    name: 'the same words with a customer',
    yaml: 'philosophy: {purpose: {statement: Our customers meet their targets}}',
    subjects: 1,
    finds: [],
  },
  {
    name: 'a statement about something else',
    yaml: 'philosophy: {purpose: {statement: Laboratories trust what they measure}}',
    subjects: 1,
    finds: [],
  },
]);

describe('the wording of a purpose', () => {
  const found = (statement: string) =>
    runOn(quotaPurpose, `philosophy: {purpose: {statement: ${JSON.stringify(statement)}}}`).failures.length;

  it.each([
    'Make quota.',
    'Sell stuff',
    'QUOTA!',
    'We exist to hit our numbers',
    'To make\nthe number',
    'Beat the plan every year',
    'Hit the sales target, quarter after quarter.',
    'Growing revenue and market share',
    'We get our products into every laboratory',
    'Help us sell more',
    'Helping Harbor Instruments reach its revenue target',
    'We help the company to close deals',
    'Help close more deals',
    'Sellers bring in bookings',
  ])('is only about us: %s', (statement) => {
    expect(found(statement)).toBe(1);
  });

  it.each([
    'We help manufacturers reach their production targets.',
    'Serving hospitals that need products they can trust',
    'We sell less, and our clients measure more',
    'So that a patient gets the right product',
    'Our sales team makes laboratories safer',
    'Whoever measures with us is sure of the result',
    'Make laboratories more productive',
    'Fewer people waiting for a result that is worthless',
  ])('names a customer, or is not about us: %s', (statement) => {
    expect(found(statement)).toBe(0);
  });
});

describeCheck(missingCustomerOutcome, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'no purpose', yaml: 'philosophy: {toughQuestions: [Why now?]}', subjects: 0, finds: [] },
  {
    name: 'a purpose without it',
    yaml: 'philosophy: {purpose: {statement: We help laboratories}}',
    subjects: 1,
    finds: [['/philosophy/purpose', 'customerOutcome', 'Harbor Instruments', { at: 'key' }]],
  },
  {
    name: 'an empty purpose',
    yaml: 'philosophy: {purpose: {}}',
    subjects: 1,
    finds: [
      [
        '/philosophy/purpose',
        'customerOutcome',
        'The purpose of Harbor Instruments does not say what customers gain',
      ],
    ],
  },
  {
    name: 'an outcome',
    yaml: 'philosophy: {purpose: {customerOutcome: Fewer repeats}}',
    subjects: 1,
    finds: [],
  },
]);

describeCheck(roleWithoutPurpose, [
  { name: 'no roles', yaml: '', subjects: 0, finds: [] },
  { name: 'an empty list of roles', yaml: 'roles: []', subjects: 0, finds: [] },
  {
    name: 'several roles with different omissions',
    yaml: `
roles:
  - id: hunter
  - id: farmer
    description: {}
  - id: hybrid
    description: {ref: roles/hybrid.md}
  - id: lead
    description: {ref: roles/lead.md, purposeRef: roles/lead.md#purpose}
  - id: partner
    description: {purposeRef: roles/partner.md}`,
    subjects: 5,
    finds: [
      ['/roles/0', 'description/purposeRef', '`hunter` has no written description'],
      ['/roles/1/description', 'purposeRef', '`farmer` has no written description', { at: 'key' }],
      [
        '/roles/2/description',
        'purposeRef',
        'The description of the role `hybrid` (roles/hybrid.md) states no purpose',
        { at: 'key' },
      ],
    ],
  },
]);

describeCheck(missingToughQuestions, [
  {
    name: 'no section at all',
    yaml: '',
    subjects: 1,
    finds: [['', 'philosophy/toughQuestions', 'Harbor Instruments']],
  },
  {
    name: 'a section without them',
    yaml: 'philosophy: {walkAway: [No problem]}',
    subjects: 1,
    finds: [['/philosophy', 'toughQuestions', 'no hard question', { at: 'key' }]],
  },
  {
    name: 'an empty list',
    yaml: 'philosophy: {toughQuestions: []}',
    subjects: 1,
    finds: [['/philosophy/toughQuestions', undefined, 'no hard question', { at: 'key' }]],
  },
  {
    name: 'one question',
    yaml: 'philosophy: {toughQuestions: [What happens if you change nothing?]}',
    subjects: 1,
    finds: [],
  },
]);

describeCheck(unresolvedPayConflict, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'no conflicts', yaml: 'philosophy: {pay: {ref: pay.md}}', subjects: 0, finds: [] },
  { name: 'an empty list', yaml: 'philosophy: {pay: {conflicts: []}}', subjects: 0, finds: [] },
  {
    name: 'some with a plan, some without',
    yaml: `
philosophy:
  pay:
    conflicts:
      - what: The bonus counts orders
      - {what: Rankings by revenue, plan: They end in January}
      - what: Renewals pay nothing`,
    subjects: 3,
    finds: [
      ['/philosophy/pay/conflicts/0', 'plan', '"The bonus counts orders" works against the purpose'],
      ['/philosophy/pay/conflicts/2', 'plan', '"Renewals pay nothing"'],
    ],
  },
]);

it('does not count in the score if no pay conflict is declared', () => {
  expect(unresolvedPayConflict.subjectRequired).toBe(false);
});

describeCheck(stalePurposeConversation, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'no purpose', yaml: 'philosophy: {}', subjects: 0, finds: [] },
  {
    name: 'never asked',
    yaml: 'philosophy: {purpose: {statement: We help laboratories}}',
    subjects: 1,
    finds: [['/philosophy/purpose', 'askedSellersOn', 'Harbor Instruments does not say when', { at: 'key' }]],
  },
  {
    name: 'asked exactly 12 months ago',
    yaml: 'philosophy: {purpose: {askedSellersOn: 2025-11-23}}',
    subjects: 1,
    finds: [],
  },
  {
    name: 'asked 12 months and a day ago',
    yaml: 'philosophy: {purpose: {askedSellersOn: 2025-11-22}}',
    subjects: 1,
    finds: [['/philosophy/purpose/askedSellersOn', undefined, 'on 2025-11-22', { dueTo: 'date' }]],
  },
  {
    name: 'asked on a leap day, on its last valid day',
    yaml: 'philosophy: {purpose: {askedSellersOn: 2024-02-29}}',
    facts: { asOf: '2025-02-28' },
    subjects: 1,
    finds: [],
  },
  {
    name: 'asked on a leap day, a day later',
    yaml: 'philosophy: {purpose: {askedSellersOn: 2024-02-29}}',
    facts: { asOf: '2025-03-01' },
    subjects: 1,
    finds: [['/philosophy/purpose/askedSellersOn', undefined, 'on 2024-02-29', { dueTo: 'date' }]],
  },
  {
    name: 'asked after the date of the run',
    yaml: 'philosophy: {purpose: {askedSellersOn: 2027-01-01}}',
    subjects: 1,
    finds: [['/philosophy/purpose', 'askedSellersOn', 'does not say when', { at: 'key' }]],
  },
]);

describeCheck(oneSidedWin, [
  { name: 'no section at all', yaml: '', subjects: 0, finds: [] },
  { name: 'no purpose', yaml: 'philosophy: {}', subjects: 0, finds: [] },
  {
    name: 'neither side: the absent outcome is a finding of its own',
    yaml: 'philosophy: {purpose: {statement: We help laboratories}}',
    subjects: 0,
    finds: [],
  },
  {
    name: 'only the seller: the absent outcome is a finding of its own',
    yaml: 'philosophy: {purpose: {sellerGain: A bonus}}',
    subjects: 0,
    finds: [],
  },
  {
    name: 'only the customer',
    yaml: 'philosophy: {purpose: {customerOutcome: Fewer repeats}}',
    subjects: 1,
    finds: [['/philosophy/purpose', 'sellerGain', 'The customer gains "Fewer repeats"', { at: 'key' }]],
  },
  {
    name: 'both',
    yaml: 'philosophy: {purpose: {customerOutcome: Fewer repeats, sellerGain: Trust}}',
    subjects: 1,
    finds: [],
  },
]);
