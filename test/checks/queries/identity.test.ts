import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAbsent } from '#checks/queries/absence.ts';
import type { Path } from '#checks/define-check.ts';
import { computeIdentity } from '#checks/queries/identity.ts';
import { parseSystem } from '../../support/checks/check-system.ts';

const system = parseSystem(`
units: [{id: gulf}]
roles: [{id: hunter, tenures: [{id: new}]}]
philosophy:
  toughQuestions: [What happens if you change nothing?, "???", "Überprüft – wer's bezahlt", What happens if you change nothing?]
  pay: {conflicts: [{what: The bonus counts orders}]}
process:
  changes: [{date: 2026-01-02}]
  stages: [{id: offer, exit: [{evidence: Offer sent}, {evidence: Offer sent}]}]
method: {replaced: [{name: "Old / way"}]}
execution:
  measurement: {segments: [{role: hunter, tenure: new, leads: [{id: cost}]}, {role: hunter}]}
  leadership:
    expectations: [Two visits, {what: Two visits, unit: gulf}]
    modeling: [{who: leader, what: Rides along}, {who: manager}]
    changes: [{date: 2026-01-02, what: Target up}]
    initiatives: [{name: Big Push, start: 2026-01-02}]
  coaching:
    coaches: [{type: manager, unit: gulf}, {type: external}]
    cadence: [{unit: gulf, role: hunter, every: P1W}, {unit: gulf, every: P1W}, {role: hunter, every: P1W}, {every: P1W}]
    playbooks: [{skill: diagnose}]
  onboarding: {segments: [hunter/new]}
waivers: [{rule: process/seller-only-exit, path: /process/stages/offer}, {}]`);

describe('computeIdentity', () => {
  it.each<[Path, string]>([
    [[], ''],
    [['units', 0], '/units/gulf'],
    [['roles', 0, 'tenures', 0, 'id'], '/roles/hunter/tenures/new/id'],
    [['philosophy', 'toughQuestions', 0], '/philosophy/toughQuestions/what-happens-if-you-change-nothing'],
    [['philosophy', 'toughQuestions', 1], '/philosophy/toughQuestions/entry'],
    [['philosophy', 'toughQuestions', 2], '/philosophy/toughQuestions/uberpruft-wer-s-bezahlt'],
    [['philosophy', 'toughQuestions', 3], '/philosophy/toughQuestions/what-happens-if-you-change-nothing#2'],
    [['philosophy', 'pay', 'conflicts', 0], '/philosophy/pay/conflicts/the-bonus-counts-orders'],
    [['process', 'changes', 0], '/process/changes/2026-01-02'],
    [['process', 'stages', 0, 'exit', 1, 'by'], '/process/stages/offer/exit/offer-sent#2/by'],
    [['method', 'replaced', 0], '/method/replaced/old-way'],
    [
      ['execution', 'measurement', 'segments', 0, 'leads', 0],
      '/execution/measurement/segments/hunter.new/leads/cost',
    ],
    [['execution', 'measurement', 'segments', 1], '/execution/measurement/segments/hunter'],
    [['execution', 'leadership', 'expectations', 0], '/execution/leadership/expectations/two-visits'],
    [['execution', 'leadership', 'expectations', 1], '/execution/leadership/expectations/two-visits.gulf'],
    [['execution', 'leadership', 'modeling', 0], '/execution/leadership/modeling/rides-along.leader'],
    [['execution', 'leadership', 'modeling', 1], '/execution/leadership/modeling/manager'],
    [['execution', 'leadership', 'changes', 0], '/execution/leadership/changes/target-up.2026-01-02'],
    [['execution', 'leadership', 'initiatives', 0], '/execution/leadership/initiatives/big-push'],
    [['execution', 'coaching', 'coaches', 0], '/execution/coaching/coaches/gulf.manager'],
    [['execution', 'coaching', 'coaches', 1], '/execution/coaching/coaches/external'],
    [['execution', 'coaching', 'cadence', 0], '/execution/coaching/cadence/gulf.hunter'],
    [['execution', 'coaching', 'cadence', 1], '/execution/coaching/cadence/gulf'],
    [['execution', 'coaching', 'cadence', 2], '/execution/coaching/cadence/hunter'],
    [['execution', 'coaching', 'cadence', 3, 'every'], '/execution/coaching/cadence/entry/every'],
    [['execution', 'coaching', 'playbooks', 0, 'url'], '/execution/coaching/playbooks/diagnose/url'],
    [['execution', 'onboarding', 'segments', 0], '/execution/onboarding/segments/hunter-new'],
    [['waivers', 0], '/waivers/process-seller-only-exit.process-stages-offer'],
    [['waivers', 1], '/waivers/entry'],
    // Parts that do not exist are used as they are.
    [['units', 7, 'id'], '/units/7/id'],
    [['a/b', 'c~d', 3], '/a~1b/c~0d/3'],
  ])('%j', (path, identity) => {
    expect(computeIdentity(system, path)).toBe(identity);
  });

  it('names answers by their question', () => {
    const answers = {
      answers: { 'a.b.c': { evidence: [{ kind: 'artifact', what: 'A list', date: '2026-01-02' }] } },
    };
    expect(computeIdentity(answers, ['answers', 'a.b.c', 'evidence', 0, 'ref'])).toBe(
      '/answers/a.b.c/evidence/a-list.artifact.2026-01-02/ref',
    );
  });

  it('stays the same while parents of the missing node are added', () => {
    const container = ['execution', 'coaching', 'cadence'];
    const identities = [
      {},
      { execution: {} },
      { execution: { coaching: {} } },
      { execution: { coaching: { cadence: [] } } },
    ].map((document) => {
      const { path, missing } = findAbsent(document, container, 'gulf');
      return computeIdentity(document, path, missing);
    });
    expect(new Set(identities)).toEqual(new Set(['/execution/coaching/cadence/gulf']));
  });

  it('cuts a long text, and accepts any value in a list', () => {
    expect(computeIdentity({ list: ['word '.repeat(500)] }, ['list', 0])).toBe(
      `/list/${'word-'.repeat(8).slice(0, -1)}`,
    );
    fc.assert(
      fc.property(fc.array(fc.anything(), { minLength: 1 }), (list) => {
        const identities = list.map((_, index) => computeIdentity({ list }, ['list', index]));
        expect(identities.every((identity) => /^\/list\/[^/]+$/.test(identity))).toBe(true);
      }),
    );
  });

  it('is stable under reordering, and unique for each entry', () => {
    const entry = fc.record(
      {
        id: fc.constantFrom('a', 'b', 'c'),
        unit: fc.constantFrom('a', 'b'),
        what: fc.string(),
        role: fc.constant('r'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(entry), fc.infiniteStream(fc.nat()), (list, order) => {
        const keyed = list.map((value) => ({ value, key: Number(order.next().value) }));
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ value }) => value);
        const identities = (entries: readonly unknown[]): string[] =>
          entries.map((_, index) => computeIdentity({ list: entries }, ['list', index])).toSorted();
        expect(identities(shuffled)).toEqual(identities(list));
        expect(new Set(identities(list)).size).toBe(list.length);
      }),
    );
  });
});
