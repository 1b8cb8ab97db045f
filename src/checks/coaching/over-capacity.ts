import { defineCheck } from '#checks/define-check.ts';
import { countTimesPerMonth } from '#checks/queries/frequency.ts';
import { roundTo, settle } from '#domain/scoring/numbers.ts';
import type { Coaching } from '#domain/types/sales-system.ts';

type Cadence = NonNullable<Coaching['cadence']>[number];

/** Returns the cadences that apply in a unit. For the same role, one that names the unit wins. */
function selectCadences(cadences: readonly Cadence[], unit: string | undefined): readonly Cadence[] {
  if (unit === undefined) return cadences;
  const own = cadences.filter((cadence) => cadence.unit === unit);
  const roles = new Set(own.map(({ role }) => role));
  const general = cadences.filter((cadence) => cadence.unit === undefined && !roles.has(cadence.role));
  // A cadence of the unit for all roles overrides every general one.
  return roles.has(undefined) ? own : [...own, ...general];
}

/**
 * Computes the minimum coaching hours per seller and month. The number of sellers per role is not declared,
 * so this is the smallest demand of any cadence: a failure is then certain. Returns null if no cadence
 * declares minutes.
 */
function computeMinimumHours(cadences: readonly Cadence[]): number | null {
  const hours = cadences.flatMap(({ every, minutes }) => {
    const times = countTimesPerMonth(every);
    return minutes === undefined || times === null ? [] : [(times * minutes) / 60];
  });
  return hours.length === 0 ? null : Math.min(...hours);
}

export default defineCheck({
  id: 'coaching/over-capacity',
  severity: 'warning',
  practice: 'coaching-consistency',
  title: 'Coaches do not have enough hours for the coaching promised',
  why: 'When coaches run out of hours, a few sellers get coached and the others do not.',
  remedy: 'Coaches have the hours that the schedule takes.',
  covers: [60],
  // Hours and number of sellers are optional. Without them there is no promise to check.
  subjectRequired: false,
  example: {
    fails: `
execution:
  coaching:
    coaches:
      - { type: manager, unit: gulf, sellers: 12, hoursPerMonth: 20 }
    cadence:
      - { every: P1W, minutes: 45 }`,
    passes: `
execution:
  coaching:
    coaches:
      - { type: manager, unit: gulf, sellers: 12, hoursPerMonth: 20 }
    cadence:
      - { every: P2W, minutes: 45 }`,
  },
  run: (system) => {
    const { coaches = [], cadence: cadences = [] } = system.execution?.coaching ?? {};
    const needs = new Map<string | undefined, number | null>();
    const judged = coaches.flatMap(({ type, unit, sellers, hoursPerMonth }, index) => {
      if (!needs.has(unit)) needs.set(unit, computeMinimumHours(selectCadences(cadences, unit)));
      const each = needs.get(unit) ?? null;
      if (sellers === undefined || hoursPerMonth === undefined || each === null) return [];
      return [{ index, type, unit, sellers, has: hoursPerMonth, needs: settle(sellers * each) }];
    });
    return {
      subjects: judged.length,
      failures: judged
        .filter((coach) => coach.needs > coach.has)
        .map((coach) => {
          // Rounded up: "20 needed, 20 available" would hide that 20.04 are needed.
          const needed = roundTo(Math.ceil(settle(coach.needs * 10)) / 10, 1);
          const where = coach.unit === undefined ? '' : ` in \`${coach.unit}\``;
          return {
            path: ['execution', 'coaching', 'coaches', coach.index, 'hoursPerMonth'],
            message: `The declared cadence takes at least ${needed} ${needed === 1 ? 'hour' : 'hours'} a month for ${coach.sellers} ${coach.sellers === 1 ? 'seller' : 'sellers'}${where}, but coaches of type \`${coach.type}\` have only ${coach.has}, so some sellers will go without.`,
            fix: `Raise \`hoursPerMonth\` to ${needed}, add a coach, or make sessions shorter (\`minutes\`) or less frequent (\`every\`).`,
          };
        }),
    };
  },
});
