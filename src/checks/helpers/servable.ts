import type { SystemDocument } from '#domain/types/sales-system.ts';
import { getLeads, haveSameWords, sections } from './system.ts';

/** What a lead can drive and an initiative can serve, in the words of the file. */
export interface Servable {
  readonly goal: string | undefined;
  /** Ids and metrics of the leads. */
  readonly leads: ReadonlySet<string>;
  /** Ids of what else an initiative can serve: skills, stages, the four sections. */
  readonly others: ReadonlySet<string>;
  /** What to offer where a lead drives something else. Shared, so that many faults cost no more than one. */
  readonly drivable: readonly string[];
  /** What to offer where an initiative serves something else. */
  readonly servable: readonly string[];
}

/** What can be driven and served in a system. */
export function isServable(system: SystemDocument): Servable {
  const leads = getLeads(system);
  const lag = system.execution?.measurement?.goal?.lag;
  const others = new Set([
    ...(system.method?.skills ?? []).map(({ id }) => id),
    ...(system.process?.stages ?? []).map(({ id }) => id),
    ...sections.map(({ id }) => id),
  ]);
  const drivable = [...new Set(['goal', ...leads.map(({ id }) => id)])];
  return {
    goal: lag === undefined ? undefined : haveSameWords(lag),
    drivable,
    servable: [...new Set([...drivable, ...others])],
    leads: new Set(
      leads.flatMap(({ id, metric }) => [id, ...(metric === undefined ? [] : [haveSameWords(metric)])]),
    ),
    others,
  };
}

/** Whether a text speaks of the goal. Goals are named in words, so a part of the name is enough. */
export function namesGoal(text: string, goal: string | undefined): boolean {
  return text === 'goal' || (goal !== undefined && (goal.includes(text) || text.includes(goal)));
}
