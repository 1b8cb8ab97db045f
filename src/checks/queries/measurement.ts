import type { Failure, Path } from '#checks/define-check.ts';
import type { Lead, SystemDocument } from '#domain/types/sales-system.ts';

/** A lead with its position. */
export interface DeclaredLead {
  readonly lead: Lead;
  readonly path: Path;
  readonly segment: string;
  /** Id of the role that works on it. */
  readonly role: string;
}

/** The leads of a role and tenure. */
export interface DeclaredSegment {
  /** `role/tenure`, or only the role if no tenure is given. */
  readonly name: string;
  /** Position of the declaration; the first one if there are several. */
  readonly path: Path;
  /** Whether there is a list of leads at `path`, even an empty one. */
  readonly hasLeads: boolean;
  readonly leads: readonly DeclaredLead[];
}

/** Names a segment as in `execution.onboarding.segments`. */
export function nameSegment(role: string, tenure: string | undefined): string {
  return tenure === undefined ? role : `${role}/${tenure}`;
}

/** Cache: many checks read the segments, and a system does not change while it is checked. */
const segmentCache = new WeakMap<SystemDocument, readonly DeclaredSegment[]>();

/**
 * Returns every segment in order. Entries with the same role and tenure are merged, because those sellers see
 * one list.
 */
export function getSegments(system: SystemDocument): readonly DeclaredSegment[] {
  const segments = segmentCache.get(system) ?? collectSegments(system);
  segmentCache.set(system, segments);
  return segments;
}

function collectSegments(system: SystemDocument): readonly DeclaredSegment[] {
  const byName = new Map<string, DeclaredSegment & { leads: DeclaredLead[] }>();
  system.execution?.measurement?.segments?.forEach(({ role, tenure, leads }, index) => {
    const name = nameSegment(role, tenure);
    const path = ['execution', 'measurement', 'segments', index];
    const segment = byName.get(name) ?? { name, path, hasLeads: leads !== undefined, leads: [] };
    byName.set(name, segment);
    leads?.forEach((lead, place) => {
      segment.leads.push({ lead, path: [...path, 'leads', place], segment: name, role });
    });
  });
  return [...byName.values()];
}

/** Returns whether sellers work on a lead now. */
export function isActive({ lead }: DeclaredLead): boolean {
  return lead.status === 'active';
}

/** Returns every active lead. */
export function getActiveLeads(system: SystemDocument): DeclaredLead[] {
  return getSegments(system).flatMap(({ leads }) => leads.filter(isActive));
}

/** Returns every lead that is not retired. */
export function getLivingLeads(system: SystemDocument): DeclaredLead[] {
  return getSegments(system).flatMap(({ leads }) => leads.filter(({ lead }) => lead.status !== 'retired'));
}

/** Returns the position to report for the leads of a segment: its list, or the segment if it has none. */
export function getLeadsPath(segment: DeclaredSegment): Pick<Failure, 'path' | 'at' | 'missing'> {
  return segment.hasLeads
    ? { path: [...segment.path, 'leads'], at: 'key' }
    : { path: segment.path, missing: 'leads' };
}
