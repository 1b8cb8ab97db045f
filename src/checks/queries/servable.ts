import type { SystemDocument } from '#domain/types/sales-system.ts';
import { getLeads, normalizeWords, sections } from './system.ts';

/** The valid targets of `drives` and `serves` in a system. */
export interface Servable {
  readonly goal: string | undefined;
  /** Ids and metrics of the leads. */
  readonly leads: ReadonlySet<string>;
  /** Ids of the other targets of an initiative: skills, stages, the four sections. */
  readonly others: ReadonlySet<string>;
  /** Suggestions for an invalid `drives`. Shared between failures to save memory. */
  readonly drivable: readonly string[];
  /** Suggestions for an invalid `serves`. */
  readonly servable: readonly string[];
}

/** Collects the valid targets of `drives` and `serves` in a system. */
export function collectServable(system: SystemDocument): Servable {
  const leads = getLeads(system);
  const lag = system.execution?.measurement?.goal?.lag;
  const others = new Set([
    ...(system.method?.skills ?? []).map(({ id }) => id),
    ...(system.process?.stages ?? []).map(({ id }) => id),
    ...sections.map(({ id }) => id),
  ]);
  const drivable = [...new Set(['goal', ...leads.map(({ id }) => id)])];
  return {
    goal: lag === undefined ? undefined : normalizeWords(lag),
    drivable,
    servable: [...new Set([...drivable, ...others])],
    leads: new Set(
      leads.flatMap(({ id, metric }) => [id, ...(metric === undefined ? [] : [normalizeWords(metric)])]),
    ),
    others,
  };
}

/** Returns whether a text refers to the goal. Goals are written as prose, so part of the name is enough. */
export function namesGoal(text: string, goal: string | undefined): boolean {
  return text === 'goal' || (goal !== undefined && (goal.includes(text) || text.includes(goal)));
}
