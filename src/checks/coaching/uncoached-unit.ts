import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'coaching/uncoached-unit',
  severity: 'error',
  practice: 'coaching-consistency',
  title: 'A unit has no coach',
  why: 'Managers, internal coaches or outside coaches can all do it. Where nobody does, even the best sellers stop growing.',
  remedy: 'Every unit has a coach, from inside or outside the company.',
  covers: [53, 55, 59],
  example: {
    fails: `
units: [{ id: gulf }, { id: plains }]
execution:
  coaching:
    coaches:
      - { type: manager, unit: gulf }`,
    passes: `
units: [{ id: gulf }, { id: plains }]
execution:
  coaching:
    coaches:
      - { type: manager, unit: gulf }
      - { type: external, unit: plains }`,
  },
  run: (system) => {
    const coaches = system.execution?.coaching?.coaches ?? [];
    const container = ['execution', 'coaching', 'coaches'];
    const units = [...new Set((system.units ?? []).map(({ id }) => id))];
    if (units.length === 0) {
      const failure = {
        ...findAbsent(system, container, 'every unit'),
        message: `${system.organization.name} names no coach for its sellers, so coaching them is nobody's job.`,
        fix: 'Add a coach to `execution.coaching.coaches`: `{ type: manager }`, or `internal` or `external`.',
      };
      return { subjects: 1, failures: coaches.length > 0 ? [] : [failure] };
    }
    // A coach without a unit coaches every unit.
    const everywhere = coaches.some(({ unit }) => unit === undefined);
    const coached = new Set(coaches.map(({ unit }) => unit));
    return {
      subjects: units.length,
      failures: units
        .filter((unit) => !everywhere && !coached.has(unit))
        .map((unit) => ({
          ...findAbsent(system, container, unit),
          message: `\`${unit}\` has no coach, so helping its sellers grow is nobody's job.`,
          fix: `Add a coach to \`execution.coaching.coaches\`: \`{ type: manager, unit: ${unit} }\`, or \`internal\` or \`external\`.`,
        })),
    };
  },
});
