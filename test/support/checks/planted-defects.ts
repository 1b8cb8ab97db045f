/** Longer than 200 lines: a table of defects. */
import { parse } from 'yaml';
import { patchYaml } from '#document/edit/patch.ts';
import type { Measurement, SystemDocument } from '#domain/types/sales-system.ts';
import { type Edit, append, combine, change, cut, remove } from '../docs/edit-text.ts';

/** A single defect planted in the strong example. */
export interface Planted {
  /** Id of the check that has to fail. */
  readonly check: string;
  readonly edit: Edit;
  /** Expected positions: `line:column`, and the text at this position in the edited file. */
  readonly at: readonly string[];
  /** Ids of other checks that fail, each with a reason; or a topic, any check of which may fail. */
  readonly follows?: Readonly<Record<string, string>> | string;
  /** Severity if it differs from the natural severity of the check. */
  readonly severity?: 'error' | 'warning' | 'info';
}

/** Changes the value, and patches the text to match. */
function patch(next: (system: SystemDocument) => SystemDocument): Edit {
  return (text) => patchYaml(text, { ...next(parse(text) as SystemDocument) });
}

/** Gives every segment the leads of the first one. */
function copyLeads(system: SystemDocument): SystemDocument {
  const measurement = system.execution?.measurement as Measurement;
  const segments = measurement.segments ?? [];
  const leads = segments[0]?.leads ?? [];
  return {
    ...system,
    execution: {
      ...system.execution,
      measurement: { ...measurement, segments: segments.map((segment) => ({ ...segment, leads })) },
    },
  };
}

/** Adds three times as many details to process and method as the rest has. */
function addInsights(system: SystemDocument): SystemDocument {
  const insights = Array.from({ length: 400 }, (_, index) => ({
    id: `insight-${index + 1}`,
    source: 'Own service records',
    reviewedOn: '2026-08-20',
  }));
  return { ...system, method: { ...system.method, insights } };
}

function lead(id: string): string {
  return `
          - id: ${id}
            metric: Meetings that end with ${id}
            behavior: Says ${id} aloud
            skill: diagnose
            drives: win rate
            proficiency: Three recorded meetings
            status: active`;
}

const afterFirstLeads = `            status: active
      - role: hunter
        tenure: seasoned
`;
const proficiency =
  '            proficiency: Three recorded meetings in a row, judged by the coach against the playbook\n';
const noGain = remove('    sellerGain: Customers who stay, and who name us to their neighbors\n');

function waiver(keys: Readonly<Record<string, string>>): Edit {
  const entries = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
  return append(`waivers:\n  - ${entries.join('\n    ')}\n`);
}

const accepted = { rule: 'philosophy/one-sided-win', path: '/philosophy/purpose', reason: 'Being asked' };

/**
 * Defects of many kinds, each alone in a rich file. Every check is tested with its own example
 * (index.test.ts), so it only needs a row here if its position is hard to find in a rich file.
 */
export const planted: readonly Planted[] = [
  {
    check: 'philosophy/missing-purpose',
    edit: cut('    statement:', '    customerOutcome:'),
    at: ['38:3 purpose:'],
  },
  { check: 'process/missing-stages', edit: cut('  stages:', '  forecast:'), at: ['55:1 process:'] },
  {
    check: 'process/stage-without-exit',
    edit: cut(
      '      exit:\n        - evidence: The customer has signed',
      '      conversation: hard-question',
    ),
    at: ['78:7 id: agreement'],
  },
  {
    check: 'method/missing-method',
    edit: cut('  skills:\n    - id: diagnose', '\nexecution:'),
    at: ['90:1 method:'],
    follows: { 'system/dangling-reference': 'the initiative serves a skill that is gone' },
  },
  {
    check: 'method/missing-method',
    edit: remove('  name: Cold Facts\n'),
    at: ['90:1 method:'],
    severity: 'warning',
  },
  {
    check: 'measurement/too-many-leads',
    edit: change(
      afterFirstLeads,
      afterFirstLeads.replace('active', `active${lead('third')}${lead('fourth')}`),
    ),
    at: ['140:9 leads:'],
  },
  {
    check: 'measurement/missing-segment',
    edit: cut('      - role: farmer\n        tenure: seasoned\n', '  leadership:'),
    at: ['137:5 segments:'],
  },
  {
    check: 'measurement/missing-owner',
    edit: cut('    owner:\n      name: Priya', '    goal:'),
    at: ['127:3 measurement:'],
  },
  { check: 'measurement/missing-goal', edit: remove('      baseline: 27%\n'), at: ['132:5 goal:'] },
  {
    check: 'measurement/lead-without-behavior',
    edit: remove('            behavior: Says so when a renewal would not pay off\n'),
    at: ['222:13 id: walks-away'],
  },
  {
    check: 'measurement/lead-without-proficiency',
    edit: change(proficiency + afterFirstLeads, afterFirstLeads),
    at: ['150:13 id: names-decider'],
  },
  {
    check: 'measurement/separate-onboarding',
    edit: cut('  onboarding:', '\nopenQuestions:'),
    at: ['126:1 execution:'],
  },
  {
    check: 'coaching/missing-cadence',
    edit: remove('      - unit: alpine\n        role: farmer\n        every: P2W\n        minutes: 45\n'),
    at: ['267:5 cadence:'],
  },
  {
    check: 'coaching/uncoached-unit',
    edit: cut('      - type: manager\n        unit: alpine', '    cadence:'),
    at: ['254:5 coaches:'],
  },
  {
    check: 'coaching/skill-without-playbook',
    edit: cut('      - skill: hard-question\n        url', '    coachDevelopment:'),
    at: ['293:5 playbooks:'],
    follows: { 'measurement/uncoached-lead': 'a lead of that skill has no playbook to be coached by' },
  },
  {
    check: 'system/empty-element',
    edit: cut('philosophy:\n', 'process:\n'),
    at: ['3:1 kind: sales-system'],
    follows: 'philosophy',
  },
  {
    check: 'system/dangling-reference',
    edit: change('conversation: hard-question\n', 'conversation: hard-questions\n'),
    at: ['82:21 hard-questions'],
  },
  {
    check: 'system/duplicate-id',
    edit: change('- id: ten-year-cost', '- id: night-losses'),
    at: ['101:11 night-losses'],
  },
  {
    check: 'system/missing-evidence-path',
    edit: change('ref: https://wiki.tarnbeck.example/pay/2026', 'ref: docs/pay-2026.md'),
    at: ['50:10 docs/pay-2026.md'],
  },
  {
    check: 'waiver/expired',
    edit: combine(noGain, waiver({ ...accepted, owner: 'Ilse Brandt', until: '2026-11-22' })),
    at: ['353:12 2026-11-22'],
    follows: { 'philosophy/one-sided-win': 'what it accepted counts again' },
  },
  {
    check: 'waiver/ending',
    edit: combine(noGain, waiver({ ...accepted, owner: 'Ilse Brandt', until: '2026-12-07' })),
    at: ['353:12 2026-12-07'],
  },
  {
    check: 'waiver/unused',
    edit: waiver({ ...accepted, owner: 'Ilse Brandt', until: '2027-03-31' }),
    at: ['350:5 rule: philosophy/one-sided-win'],
  },
  {
    check: 'waiver/incomplete',
    edit: combine(noGain, waiver({ ...accepted, until: '2027-03-31' })),
    at: ['349:5 rule: philosophy/one-sided-win'],
    follows: { 'philosophy/one-sided-win': 'an incomplete waiver accepts nothing' },
  },
  {
    check: 'philosophy/quota-purpose',
    edit: change(
      'statement: We help food producers keep cold what has to stay cold, so that a customer loses no batch and no night.',
      'statement: We make our quota in every quarter.',
    ),
    at: ['39:16 We make our quota in every quarter.'],
  },
  {
    check: 'philosophy/missing-customer-outcome',
    edit: cut('    customerOutcome:', '    sellerGain:'),
    at: ['38:3 purpose:'],
  },
  {
    check: 'philosophy/role-without-purpose',
    edit: remove('      purposeRef: https://wiki.tarnbeck.example/roles/farmer#purpose\n'),
    at: ['33:5 description:'],
  },
  {
    check: 'philosophy/missing-tough-questions',
    edit: cut('  toughQuestions:', '  walkAway:'),
    at: ['37:1 philosophy:'],
  },
  {
    check: 'philosophy/unresolved-pay-conflict',
    edit: cut('        plan: From January', '\nprocess:'),
    at: ['52:9 what: The quarter bonus counts signed offers, whether or not the plant ever runs'],
  },
  {
    check: 'process/seller-only-exit',
    edit: change('by: buyer\n      conversation: diagnose', 'by: seller\n      conversation: diagnose'),
    at: ['62:7 exit:'],
  },
  {
    check: 'process/stage-without-conversation',
    edit: remove('      conversation: qualify\n'),
    at: ['66:7 id: decision-path'],
  },
  {
    check: 'method/missing-skill-kind',
    edit: change('kind: reframe', 'kind: insight'),
    at: ['104:3 skills:'],
  },
  {
    check: 'method/skill-without-behavior',
    edit: cut('      behaviors:\n        - Asks the question that could end', '\nexecution:'),
    at: ['121:7 id: hard-question'],
  },
  {
    check: 'method/unsourced-insight',
    edit: cut('      source: Energy bills', '      reviewedOn:'),
    at: ['101:7 id: ten-year-cost'],
  },
  {
    check: 'method/method-churn',
    edit: change(
      "'on': '2023-01-31'\n",
      "'on': '2024-01-31'\n    - name: Value Steps\n      'on': '2025-01-31'\n",
    ),
    at: ['93:3 replaced:'],
  },
  {
    check: 'measurement/too-few-leads',
    edit: change(afterFirstLeads, afterFirstLeads.replace('active', 'planned')),
    at: ['140:9 leads:'],
  },
  { check: 'measurement/one-size-fits-all', edit: patch(copyLeads), at: ['137:5 segments:'] },
  {
    check: 'measurement/lag-as-lead',
    edit: change('metric: Open deals with a named decider and date', 'metric: Win rate'),
    at: ['151:21 Win rate'],
  },
  {
    check: 'measurement/uncoached-lead',
    edit: change(
      'skill: qualify\n            drives: win rate\n            target: 8',
      'drives: win rate\n            target: 8',
    ),
    at: ['150:13 id: names-decider'],
  },
  {
    check: 'leadership/missing-expectations',
    edit: cut('    boundaries:', '    modeling:'),
    at: ['231:3 leadership:'],
  },
  {
    check: 'leadership/uneven-expectations',
    edit: change(' who wants it\n', ' who wants it\n        unit: north\n'),
    at: ["234:9 what: Every deal above EUR 200,000 has a second person on the customer's side who wants it"],
  },
  {
    check: 'leadership/missing-modeling',
    edit: cut('      - who: manager', '    changes:'),
    at: ['238:5 modeling:'],
  },
  {
    check: 'leadership/flavor-of-the-month',
    edit: remove('        serves: show-losses\n'),
    at: ['250:9 name: Second site'],
  },
  {
    check: 'coaching/uneven-cadence',
    edit: change('every: P2W\n        minutes: 45\n    focus', 'every: P4W\n        minutes: 45\n    focus'),
    at: ['290:16 P4W'],
  },
  {
    check: 'coaching/offline-playbook',
    edit: remove('        url: https://wiki.tarnbeck.example/playbooks/qualify\n'),
    at: ['298:9 skill: qualify'],
  },
  {
    check: 'coaching/over-capacity',
    edit: change('hoursPerMonth: 40', 'hoursPerMonth: 20'),
    at: ['266:24 20'],
  },
  {
    check: 'practice/unpracticed-skill',
    edit: cut('    - skill: hard-question\n      format', '  onboarding:'),
    at: ['315:3 practice:'],
  },
  {
    check: 'practice/practice-without-feedback',
    edit: remove('      standard: https://wiki.tarnbeck.example/playbooks/qualify#standard\n'),
    at: ['321:7 skill: qualify'],
  },
  {
    check: 'practice/one-off-practice',
    edit: change(
      '- skill: hard-question\n      format: Role play in threes, recorded\n      every: P2W',
      '- skill: hard-question\n      format: Role play in threes, recorded\n      every: P1Y',
    ),
    at: ['338:14 P1Y'],
  },
  { check: 'system/placeholder-text', edit: change('owner: Tomas Reuter', 'owner: TBD'), at: ['56:10 TBD'] },
  {
    check: 'system/stale-review',
    edit: change("reviewedOn: '2026-10-12'", "reviewedOn: '2026-02-10'"),
    at: ["7:13 '2026-02-10'"],
  },
  {
    check: 'philosophy/stale-purpose-conversation',
    edit: change("askedSellersOn: '2026-09-04'", "askedSellersOn: '2025-09-04'"),
    at: ["43:21 '2025-09-04'"],
  },
  { check: 'philosophy/one-sided-win', edit: noGain, at: ['38:3 purpose:'] },
  {
    check: 'process/seller-led-win-loss',
    edit: change('askedBy: neutral', 'askedBy: seller'),
    at: ['87:14 seller'],
  },
  {
    check: 'method/missing-buyer-feedback',
    edit: remove('  buyerFeedback: https://wiki.tarnbeck.example/win-loss/interviews\n'),
    at: ['90:1 method:'],
  },
  {
    check: 'coaching/missing-coach-development',
    edit: remove('    coachDevelopment: https://wiki.tarnbeck.example/coaches/sit-ins\n'),
    at: ['253:3 coaching:'],
  },
  {
    check: 'coaching/narrow-focus',
    edit: change('focus: [skill, deal, awareness]', 'focus: [skill, deal]'),
    at: ['292:5 focus: [skill, deal]'],
  },
  { check: 'system/lopsided', edit: patch(addInsights), at: ['3:1 kind: sales-system'] },
  {
    check: 'system/missing-open-questions',
    edit: (text) => text.slice(0, text.indexOf('openQuestions:')),
    at: ['3:1 kind: sales-system'],
  },
];
