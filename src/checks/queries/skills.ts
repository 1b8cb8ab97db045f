import { getActiveLeads } from './measurement.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

/** A skill that sellers work on now. */
export interface ActiveSkill {
  readonly id: string;
  /** Ids of the active leads that need it, without duplicates. */
  readonly leads: readonly string[];
}

/**
 * Returns the skills of the active leads, in declaration order. A lead with an undeclared skill is reported
 * by `system/dangling-reference` only.
 */
export function getActiveSkills(system: SystemDocument): readonly ActiveSkill[] {
  const leads = new Map<string, Set<string>>();
  for (const { lead } of getActiveLeads(system)) {
    if (lead.skill === undefined) continue;
    leads.set(lead.skill, (leads.get(lead.skill) ?? new Set()).add(lead.id));
  }
  const declared = new Set((system.method?.skills ?? []).map(({ id }) => id));
  return [...declared].flatMap((id) => {
    const needing = leads.get(id);
    return needing === undefined ? [] : [{ id, leads: [...needing] }];
  });
}
