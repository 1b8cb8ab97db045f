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
        message: `${system.organization.name} names no one result that should move, so nobody can tell which behaviors help.`,
        fix: 'Name the result as `execution.measurement.goal.lag`, and where it stands today as `baseline`.',
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
          ? 'The goal has a baseline but does not say of what, so leads have nothing to be tested against.'
          : `The goal is \`${describeInShort(goal.lag ?? '')}\`, but not where it stood at the start, so no progress can be shown.`,
      fix:
        key === 'lag'
          ? 'Name the result as `execution.measurement.goal.lag`.'
          : `Write where \`${describeInShort(goal.lag ?? '')}\` stood at the start as \`execution.measurement.goal.baseline\`.`,
    }));
}

export default defineCheck({
  id: 'measurement/missing-goal',
  severity: 'error',
  practice: 'owned-goal',
  title: 'No goal with a baseline, or a lead that drives nothing',
  why: 'A lead earns its place by moving one named result from where it stood. Without that result it is activity.',
  remedy: 'Write down the one result that counts and where it is today, and say of each lead what it drives.',
  covers: [32, 39, 41],
  example: {
    fails: `
execution:
  measurement:
    goal: { lag: win rate, target: 32 %, due: 2026-12-31 }
    segments:
      - role: hunter
        leads:
          - { id: cost-named, status: active }`,
    passes: `
execution:
  measurement:
    goal: { lag: win rate, baseline: 24 %, target: 32 %, due: 2026-12-31 }
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
          fix: `Add \`drives\` to \`${lead.id}\`: ${lag === undefined ? 'the goal' : `\`${describeInShort(lag)}\``}, or the id of a lead on the way there.`,
        })),
      ],
    };
  },
});
