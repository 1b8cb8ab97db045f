import { findAbsent, joinSubjects } from '#checks/queries/absence.ts';
import { defineCheck, type Failure } from '#checks/define-check.ts';
import { getLivingLeads } from '#checks/queries/measurement.ts';
import { describeInShort } from '#checks/queries/wording.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

const goalPath = ['execution', 'measurement', 'goal'];

/** Required keys of a goal. */
const needed = ['lag', 'baseline'] as const;

function findGoalFailures(system: SystemDocument): Failure[] {
  const goal = system.execution?.measurement?.goal;
  if (goal === undefined || needed.every((key) => goal[key] === undefined)) {
    return [
      {
        ...findAbsent(system, goalPath, joinSubjects(needed)),
        mends: needed.length,
        message: `${system.organization.name} does not name the one result it wants to move, so nobody can tell which behaviors help.`,
        fix: 'Name the result as `execution.measurement.goal.lag`, and where it is today as `baseline`.',
      },
    ];
  }
  return needed
    .filter((key) => goal[key] === undefined)
    .map((key) => ({
      path: goalPath,
      at: 'key',
      missing: key,
      message:
        key === 'lag'
          ? 'The goal has a baseline but no result, so there is nothing to test lead metrics against.'
          : `The goal is \`${describeInShort(goal.lag ?? '')}\`, but its starting point is missing, so nobody can show progress.`,
      fix:
        key === 'lag'
          ? 'Name the result as `execution.measurement.goal.lag`.'
          : `Add where \`${describeInShort(goal.lag ?? '')}\` was at the start as \`execution.measurement.goal.baseline\`.`,
    }));
}

export default defineCheck({
  id: 'measurement/missing-goal',
  severity: 'error',
  practice: 'owned-goal',
  title: 'The goal or its baseline is missing, or a lead metric drives nothing',
  why: 'A lead metric earns its place by moving one named result from its baseline. Without that result, it only counts activity.',
  remedy:
    'The one result that counts has a name and a starting point, and every lead metric says what it drives.',
  covers: [32, 39, 41],
  example: {
    fails: `
execution:
  measurement:
    goal: { lag: win rate, target: 32%, due: 2026-12-31 }
    segments:
      - role: hunter
        leads:
          - { id: cost-named, status: active }`,
    passes: `
execution:
  measurement:
    goal: { lag: win rate, baseline: 24%, target: 32%, due: 2026-12-31 }
    segments:
      - role: hunter
        leads:
          - { id: cost-named, drives: win rate, status: active }`,
  },
  run: (system) => {
    const goal = system.execution?.measurement?.goal;
    const lag = goal?.lag;
    const leads = getLivingLeads(system);
    const loose = leads.filter(({ lead }) => lead.drives === undefined);
    return {
      subjects: needed.length + leads.length,
      failing: needed.filter((key) => goal?.[key] === undefined).length + loose.length,
      failures: [
        ...findGoalFailures(system),
        ...loose.map(({ lead, path, segment }) => ({
          path,
          missing: 'drives',
          message: `\`${lead.id}\` of \`${segment}\` does not say what it drives, so nobody can test whether it is worth the effort.`,
          fix: `Add \`drives\` to \`${lead.id}\`: ${lag === undefined ? 'the goal' : `\`${describeInShort(lag)}\``}, or the id of another lead that drives it.`,
        })),
      ],
    };
  },
});
