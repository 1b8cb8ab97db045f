import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck, type Failure } from '#checks/define-check.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

const modeling = ['execution', 'leadership', 'modeling'];

function judge(system: SystemDocument, who: 'leader' | 'manager'): Failure[] {
  const all = system.execution?.leadership?.modeling ?? [];
  const own = all.filter((entry) => entry.who === who);
  if (own.some(({ what }) => what !== undefined)) return [];
  const first = all.findIndex((entry) => entry.who === who);
  if (first !== -1) {
    return [
      {
        path: [...modeling, first],
        missing: 'what',
        message: `The file says that ${who}s lead by example, but not how, so no seller can tell whether it happens.`,
        fix: `Add \`what\` to this entry: what ${who}s do where sellers can see it.`,
      },
    ];
  }
  return [
    {
      ...findAbsent(system, modeling, who),
      message: `Nothing says which expected behaviors ${who}s at ${system.organization.name} model themselves, and sellers copy what they see.`,
      fix: `Add an entry with \`who: ${who}\` to \`execution.leadership.modeling\`: what, and how often as \`every\`.`,
    },
  ];
}

export default defineCheck({
  id: 'leadership/missing-modeling',
  severity: 'warning',
  practice: 'role-modeling',
  title: 'Nothing says how leaders or managers lead by example',
  why: 'Sellers do what they see, not what they are told. That goes for the leader’s example as much as the manager’s.',
  remedy: 'It is settled which behaviors leaders and managers demonstrate, how often and where.',
  covers: [46, 48],
  example: {
    fails: `
execution:
  leadership:
    modeling:
      - { who: manager, what: Spends a full day on a seller's work, every: P1M }`,
    passes: `
execution:
  leadership:
    modeling:
      - { who: manager, what: Spends a full day on a seller's work, every: P1M }
      - { who: leader, what: Rides along and asks the hard question first, every: P3M }`,
  },
  run: (system) => ({
    subjects: 2,
    failures: (['leader', 'manager'] as const).flatMap((who) => judge(system, who)),
  }),
});
