import { findAbsent, findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck, type Failure } from '#checks/define-check.ts';
import { describeInShort } from '#checks/queries/wording.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

const onboardingPath = ['execution', 'onboarding'];

function findStartFailures(system: SystemDocument): Failure[] {
  const onboarding = system.execution?.onboarding;
  if ((onboarding?.segments ?? []).length > 0) return [];
  const fix =
    'List the segments that new sellers start in under `execution.onboarding.segments`, such as `[hunter/new]`.';
  if (onboarding === undefined) {
    return [
      {
        ...findAbsent(system, ['execution'], 'onboarding'),
        message: `${system.organization.name} does not say how new sellers start, so they learn another way of selling first and have to unlearn it later.`,
        fix,
      },
    ];
  }
  return [
    {
      ...findAbsentOrEmpty(system, onboardingPath, 'segments'),
      message: `The onboarding of ${system.organization.name} names no segment, so new sellers start on a path of their own.`,
      fix,
    },
  ];
}

export default defineCheck({
  id: 'measurement/separate-onboarding',
  severity: 'error',
  practice: 'proficiency-ladder',
  title: 'New sellers learn another way of selling',
  why: 'New sellers who learn another way of selling have to unlearn it before they join the others. The same ladder with a lower first rung avoids that.',
  remedy: 'New sellers start on the first rung of the ladder everyone else climbs.',
  covers: [44],
  example: {
    fails: `
execution:
  onboarding:
    segments: [hunter/new]
    differs:
      - { what: Two weeks of product training first }`,
    passes: `
execution:
  onboarding:
    segments: [hunter/new]
    differs:
      - { what: Two weeks of product training first, why: The safety rules of laboratories ask for it }`,
  },
  run: (system) => {
    const differs = system.execution?.onboarding?.differs ?? [];
    return {
      subjects: 1 + differs.length,
      failures: [
        ...findStartFailures(system),
        ...differs.flatMap(({ what, why }, index) =>
          why === undefined
            ? {
                path: [...onboardingPath, 'differs', index],
                missing: 'why',
                message: `New sellers do something different ("${describeInShort(what)}"), and nobody says why, so the two paths drift apart.`,
                fix: 'Add `why` to this difference, or remove it and have new sellers do what the others do.',
              }
            : [],
        ),
      ],
    };
  },
});
