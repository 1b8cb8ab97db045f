import { defineCheck } from '#checks/define-check.ts';
import { countDaysBetweenTimes } from '#checks/queries/frequency.ts';
import type { Coaching } from '#domain/types/sales-system.ts';

type Cadence = NonNullable<Coaching['cadence']>[number];

interface Placed extends Cadence {
  readonly index: number;
}

/** Normalizes a rhythm for comparison: P14D and P2W are the same. */
function normalizeRhythm({ every }: Cadence): string {
  return String(countDaysBetweenTimes(every) ?? every);
}

/** Returns the most common rhythm. Ties go to the one declared first. */
function findMostCommon(cadences: readonly Placed[]): Placed | undefined {
  const counts = new Map<string, number>();
  for (const cadence of cadences)
    counts.set(normalizeRhythm(cadence), (counts.get(normalizeRhythm(cadence)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return cadences
    .toSorted((a, b) => a.index - b.index)
    .find((cadence) => counts.get(normalizeRhythm(cadence)) === most);
}

/** Returns the most specific cadence for a role in each unit, the general one included. */
function selectPerUnit(cadences: readonly Placed[], role: string | undefined): readonly Placed[] {
  const byUnit = new Map<string | undefined, Placed>();
  for (const cadence of cadences) {
    if (cadence.role !== undefined && cadence.role !== role) continue;
    const before = byUnit.get(cadence.unit);
    if (before === undefined || (before.role === undefined && cadence.role !== undefined)) {
      byUnit.set(cadence.unit, cadence);
    }
  }
  return [...byUnit.values()];
}

export default defineCheck({
  id: 'coaching/uneven-cadence',
  severity: 'warning',
  practice: 'coaching-consistency',
  title: 'Coaching is scheduled more often in some units than in others, and nothing says why',
  why: 'How much coaching sellers get should not depend on where they happen to work.',
  remedy: 'All units get coaching equally often, or the difference has a reason.',
  covers: [59],
  // With a single unit there is nothing to compare.
  subjectRequired: false,
  example: {
    fails: `
execution:
  coaching:
    cadence:
      - { unit: gulf, every: P1W }
      - { unit: plains, every: P1M }`,
    passes: `
execution:
  coaching:
    cadence:
      - { unit: gulf, every: P1W }
      - { unit: plains, every: P1M, reason: All of its sellers have passed every proficiency test }`,
  },
  run: (system) => {
    const cadences = (system.execution?.coaching?.cadence ?? []).map((cadence, index) => ({
      ...cadence,
      index,
    }));
    const compared = new Set<number>();
    const odd = new Map<number, { cadence: Placed; norm: Placed }>();
    // Every role with a cadence of its own, and one group for all other roles.
    for (const role of new Set([...cadences.map((cadence) => cadence.role), undefined])) {
      const group = selectPerUnit(cadences, role);
      const norm = group.find(({ unit }) => unit === undefined) ?? findMostCommon(group);
      if (norm === undefined || group.length < 2) continue;
      for (const cadence of group) {
        compared.add(cadence.index);
        const differs = normalizeRhythm(cadence) !== normalizeRhythm(norm) && cadence.reason === undefined;
        if (differs && !odd.has(cadence.index)) odd.set(cadence.index, { cadence, norm });
      }
    }
    return {
      subjects: compared.size,
      failures: [...odd.values()]
        .toSorted((a, b) => a.cadence.index - b.cadence.index)
        .map(({ cadence: { unit, role, every, index }, norm }) => {
          const where = [unit, role].filter((part) => part !== undefined).join('/');
          const there = norm.unit === undefined ? 'elsewhere' : `for \`${norm.unit}\``;
          return {
            path: ['execution', 'coaching', 'cadence', index, 'every'],
            // Scheduled, not coached: `coaching/uncoached-unit` can say of the same unit that it has no coach.
            message: `Coaching for \`${where}\` is scheduled every ${every}, but ${there} every ${norm.every}, and nothing says why.`,
            fix: `Set \`every: ${norm.every}\` for \`${where}\`, or add a \`reason\` for the difference.`,
          };
        }),
    };
  },
});
