import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck, type Failure, type Revision } from '#checks/define-check.ts';
import { runOverHistory, nameRevision, listSteps } from '#checks/queries/history.ts';
import { type DeclaredSegment, getSegments } from '#checks/queries/measurement.ts';
import { describeInShort } from '#checks/queries/wording.ts';
import { countDaysBetween } from '#domain/calendar.ts';
import type { Measurement, SystemDocument } from '#domain/types/sales-system.ts';

/** Days around a commit in which an entry of `changes` explains it: a month. */
const recordedWithin = 31;

/** Maximum number of moves that a message names. */
const mostNamed = 3;

type Goal = NonNullable<Measurement['goal']>;

/** Writes a value in one way: `33 %` and `33%` are the same goal, and so are `Win rate` and `win rate`. */
function normalize(value: unknown): string {
  return String(value).replaceAll(/\s/g, '').toLowerCase();
}

/**
 * Returns whether a value that was set changed or was removed. Setting it for the first time moves nothing.
 */
function hasMoved(before: unknown, after: unknown): boolean {
  return before !== undefined && normalize(before) !== normalize(after);
}

/** Describes how the goal moved. */
function describeGoalMoves(before: Goal | undefined, after: Goal | undefined): string[] {
  if (before === undefined) return [];
  if (after === undefined) return ['the goal was removed'];
  return (['lag', 'target', 'due'] as const)
    .filter((key) => hasMoved(before[key], after[key]))
    .map(
      (key) =>
        `\`${key}\` went from ${describeInShort(String(before[key]))} to ${describeInShort(String(after[key] ?? 'nothing'))}`,
    );
}

/** Describes how the leads of a segment moved. */
function describeSegmentMoves(before: DeclaredSegment, after: DeclaredSegment | undefined): string[] {
  if (before.leads.length === 0) return [];
  if (after === undefined) return ['the segment was removed'];
  const earlier = new Map(before.leads.map(({ lead }) => [lead.id, lead]));
  const later = new Map(after.leads.map(({ lead }) => [lead.id, lead]));
  const moves: string[] = [];
  for (const id of later.keys()) if (!earlier.has(id)) moves.push(`\`${id}\` was added`);
  for (const [id, { target }] of earlier) {
    const now = later.get(id);
    if (now === undefined) moves.push(`\`${id}\` was removed`);
    else if (hasMoved(target, now.target)) {
      moves.push(
        `the target of \`${id}\` went from ${describeInShort(String(target))} to ${describeInShort(String(now.target ?? 'nothing'))}`,
      );
    }
  }
  return moves;
}

/** Changes at one place in one revision. */
interface Move {
  /** Name of the segment; undefined for the goal. */
  readonly segment: string | undefined;
  readonly revision: Revision;
  readonly due: string;
  readonly moves: readonly string[];
}

/** Finds everything that moved from one revision to the next before the goal was due. */
function findMoves(before: Revision, after: Revision): Move[] {
  const goal = before.system.execution?.measurement?.goal;
  const due = goal?.due;
  // Without a due date there is no cycle. After it, a new one begins.
  if (due === undefined || after.date >= due) return [];
  const later = new Map(getSegments(after.system).map((segment) => [segment.name, segment]));
  return [
    {
      segment: undefined,
      moves: describeGoalMoves(goal, after.system.execution?.measurement?.goal),
    },
    ...getSegments(before.system).map((segment) => ({
      segment: segment.name,
      moves: describeSegmentMoves(segment, later.get(segment.name)),
    })),
  ]
    .filter(({ moves }) => moves.length > 0)
    .map((move) => ({ ...move, revision: after, due }));
}

/** Merges moves of the same place on the same day: one entry explains a day, so they are one failure. */
function mergeByDay(moves: readonly Move[]): Move[] {
  const merged = new Map<string, Move>();
  for (const move of moves) {
    const key = `${move.segment ?? ''} ${move.revision.date}`;
    const same = merged.get(key);
    merged.set(key, same === undefined ? move : { ...move, moves: [...same.moves, ...move.moves] });
  }
  return [...merged.values()];
}

/** Makes a failure that points to the goal or the segment in the working copy, or to its former parent. */
function makeFailure(system: SystemDocument, { segment, revision, due, moves }: Move): Failure {
  const { date } = revision;
  const path = ['execution', 'measurement', segment === undefined ? 'goal' : 'segments'];
  const declared = getSegments(system).find(({ name }) => name === segment);
  const more = moves.length > mostNamed ? ` and ${moves.length - mostNamed} more` : '';
  return {
    ...(declared === undefined
      ? findAbsent(system, path, `${segment === undefined ? '' : `${segment}/`}changes/${date}`)
      : { path: declared.path, missing: `changes/${date}` }),
    message: `${segment === undefined ? 'The goal' : `\`${segment}\``} moved in ${nameRevision(revision)}, before the goal was due on ${due}: ${moves.slice(0, mostNamed).join(', ')}${more}. No entry in \`execution.leadership.changes\` from those weeks says why, so sellers cannot rely on the goals they are given.`,
    fix: `Add an entry with \`date: ${date}\`, \`what\` and \`why\` to \`execution.leadership.changes\`.`,
  };
}

export default defineCheck({
  id: 'leadership/moving-goalposts',
  severity: 'warning',
  practice: null,
  needsHistory: true,
  subjectRequired: false,
  title: 'The goalposts moved, and nothing says why',
  why: 'Sellers stop working toward a goal that keeps moving. They can understand a change that comes with a reason, but not a silent one.',
  remedy: 'It is on record what changed, when and why.',
  covers: [51],
  example: {
    before: `
execution:
  measurement:
    goal: { lag: win rate, target: 30%, due: 2026-12-31 }`,
    fails: `
# The commit of 2026-03-02 raised the target from 30%.
execution:
  measurement:
    goal: { lag: win rate, target: 32%, due: 2026-12-31 }`,
    passes: `
# The commit of 2026-03-02 raised the target from 30%.
execution:
  measurement:
    goal: { lag: win rate, target: 32%, due: 2026-12-31 }
  leadership:
    changes:
      - { date: 2026-03-01, what: Target of the win rate, why: Half a year ahead of plan }`,
  },
  run: (system, facts) =>
    runOverHistory(facts, (history) => {
      const changes = system.execution?.leadership?.changes ?? [];
      const silent = listSteps(history)
        .flatMap(({ before, after }) => findMoves(before, after))
        .filter(({ revision }) =>
          changes.every(({ date }) => Math.abs(countDaysBetween(date, revision.date)) > recordedWithin),
        );
      const failures = mergeByDay(silent).map((move) => makeFailure(system, move));
      const declared = getSegments(system).map(({ name }) => name);
      const goal = system.execution?.measurement?.goal === undefined ? [] : [undefined];
      const moved = new Set(silent.map(({ segment }) => segment));
      return {
        subjects: new Set([...goal, ...declared, ...moved]).size,
        failures,
        failing: moved.size,
      };
    }),
});
