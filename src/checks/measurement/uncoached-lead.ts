import { defineCheck, type Failure } from '#checks/define-check.ts';
import { getActiveLeads, type DeclaredLead } from '#checks/queries/measurement.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

function judge(system: SystemDocument, { lead, path, segment, role }: DeclaredLead): Failure[] {
  const { playbooks = [], cadence = [] } = system.execution?.coaching ?? {};
  if (lead.skill === undefined) {
    return [
      {
        path,
        missing: 'skill',
        message: `\`${segment}\` works on \`${lead.id}\`, but names no skill behind it, so a coach has nothing to coach.`,
        fix: `Add \`skill\` to \`${lead.id}\`: the id of the skill in \`method.skills\` it takes.`,
      },
    ];
  }
  if (!playbooks.some(({ skill }) => skill === lead.skill)) {
    return [
      {
        path: [...path, 'skill'],
        message: `\`${segment}\` works on \`${lead.id}\`, but its skill \`${lead.skill}\` has no playbook, so every coach makes up their own.`,
        fix: `Add a playbook with \`skill: ${lead.skill}\` to \`execution.coaching.playbooks\`.`,
      },
    ];
  }
  if (cadence.some((entry) => entry.role === undefined || entry.role === role)) return [];
  return [
    {
      path,
      missing: 'cadence',
      message: `\`${segment}\` works on \`${lead.id}\`, but nothing says how often \`${role}\` is coached, so it is measured but never coached.`,
      fix: `Add an entry with \`role: ${role}\` to \`execution.coaching.cadence\`.`,
    },
  ];
}

export default defineCheck({
  id: 'measurement/uncoached-lead',
  severity: 'warning',
  practice: 'proficiency-ladder',
  title: 'An active lead metric is measured but not coached',
  why: 'Measuring shows that a behavior is missing. Coaching builds it, until sellers can do it without help.',
  remedy: 'Every active lead metric names its skill, and the skill has a playbook and a coaching schedule.',
  covers: [42],
  example: {
    fails: `
method:
  skills: [{ id: diagnose }, { id: qualify }]
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - { id: cost-named, skill: diagnose, status: active }
  coaching:
    cadence: [{ role: hunter, every: P1W }]
    playbooks: [{ skill: qualify }]`,
    passes: `
method:
  skills: [{ id: diagnose }, { id: qualify }]
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - { id: cost-named, skill: diagnose, status: active }
  coaching:
    cadence: [{ role: hunter, every: P1W }]
    playbooks: [{ skill: diagnose }]`,
  },
  run: (system) => {
    const { playbooks = [], cadence = [] } = system.execution?.coaching ?? {};
    // Checks of coaching report a missing cadence or playbook. There is no subject then, and as one is
    // required, the check does not pass either.
    if (playbooks.length === 0 || cadence.length === 0) return { subjects: 0, failures: [] };
    const declared = new Set((system.method?.skills ?? []).map(({ id }) => id));
    // `system/dangling-reference` reports an undeclared skill.
    const active = getActiveLeads(system).filter(
      ({ lead }) => lead.skill === undefined || declared.has(lead.skill),
    );
    return { subjects: active.length, failures: active.flatMap((lead) => judge(system, lead)) };
  },
});
