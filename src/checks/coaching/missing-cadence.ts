import { findAbsent, joinSubjects } from '#checks/queries/absence.ts';
import { defineCheck, type Failure } from '#checks/define-check.ts';
import { listNames } from '#checks/queries/wording.ts';
import type { Coaching, SystemDocument } from '#domain/types/sales-system.ts';

type Cadence = NonNullable<Coaching['cadence']>[number];

/** Placeholder for the unit or role if the company declares none. */
const whole = undefined;

/** Returns the ids of the roles in a unit that no cadence covers. */
function findUncoveredRoles(
  cadences: readonly Cadence[],
  unit: string | undefined,
  roles: readonly (string | undefined)[],
): (string | undefined)[] {
  const own = cadences.filter(
    (cadence) => cadence.unit === undefined || cadence.unit === unit || unit === whole,
  );
  if (own.some(({ role }) => role === undefined)) return [];
  const covered = new Set(own.map(({ role }) => role));
  return roles.filter((role) => (role === whole ? own.length === 0 : !covered.has(role)));
}

function makeFailure(
  system: SystemDocument,
  unit: string | undefined,
  roles: readonly (string | undefined)[],
): Failure {
  const named = roles.filter((role) => role !== whole);
  const whom = named.length === 0 ? 'Coaching' : `Coaching for ${listNames(named)}`;
  const where = unit === whole ? `at ${system.organization.name}` : `in \`${unit}\``;
  const entry = [
    ...(unit === whole ? [] : [`unit: ${unit}`]),
    ...(named[0] === undefined ? [] : [`role: ${named[0]}`]),
    'every: P2W',
    'minutes: 45',
  ];
  return {
    // With the roles, so that a baseline that accepts one of them does not accept another.
    ...findAbsent(
      system,
      ['execution', 'coaching', 'cadence'],
      [unit ?? 'every unit', ...(named.length === 0 ? [] : [joinSubjects(named)])].join('/'),
    ),
    mends: roles.length,
    message: `${whom} ${where} has no schedule, so it gives way to whatever is urgent.`,
    fix: `Add to \`execution.coaching.cadence\`, with a schedule of your own: \`{ ${entry.join(', ')} }\`.`,
  };
}

export default defineCheck({
  id: 'coaching/missing-cadence',
  severity: 'error',
  practice: 'coaching-cadence',
  title: 'A role has no coaching schedule',
  why: 'Coaching without a fixed place in the calendar loses to every deal that has one.',
  remedy: 'Every role in every unit has a coaching schedule that coaches can keep up.',
  covers: [56],
  example: {
    fails: `
units: [{ id: gulf }, { id: plains }]
execution:
  coaching:
    cadence:
      - { unit: gulf, every: P2W, minutes: 45 }`,
    passes: `
units: [{ id: gulf }, { id: plains }]
execution:
  coaching:
    cadence:
      - { every: P2W, minutes: 45 }`,
  },
  run: (system) => {
    const cadences = system.execution?.coaching?.cadence ?? [];
    const listIds = (entries: readonly { id: string }[] = []): (string | undefined)[] =>
      entries.length === 0 ? [whole] : [...new Set(entries.map(({ id }) => id))];
    const units = listIds(system.units);
    const roles = listIds(system.roles);
    // One failure per unit, not per role: one manager sets the schedule of a unit, and units times roles
    // would be more failures than anyone reads.
    const lacking = units
      .map((unit) => ({ unit, without: findUncoveredRoles(cadences, unit, roles) }))
      .filter(({ without }) => without.length > 0);
    return {
      subjects: units.length * roles.length,
      failing: lacking.reduce((sum, { without }) => sum + without.length, 0),
      failures: lacking.map(({ unit, without }) => makeFailure(system, unit, without)),
    };
  },
});
