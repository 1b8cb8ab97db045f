import type { Failure, Path } from '#checks/define-check.ts';
import type { Lead, SystemDocument } from '#domain/types/sales-system.ts';

/** A lead and where it is declared. */
export interface DeclaredLead {
  readonly lead: Lead;
  readonly path: Path;
  /** Name of its segment. */
  readonly segment: string;
  /** Id of the role that works on it. */
  readonly role: string;
}

/** What a role of a tenure works on. */
export interface DeclaredSegment {
  /** `role/tenure`, or the role alone where no tenure is given. */
  readonly name: string;
  /** Where it is declared; the first place where it is declared twice. */
  readonly path: Path;
  /** Whether there is a list of leads at `path`, be it an empty one. */
  readonly hasLeads: boolean;
  readonly leads: readonly DeclaredLead[];
}

/** Name of a segment, as `execution.onboarding.segments` writes it. */
export function nameSegment(role: string, tenure: string | undefined): string {
  return tenure === undefined ? role : `${role}/${tenure}`;
}

/** Segments by system: many checks look at them, and a system does not change while it is checked. */
const known = new WeakMap<SystemDocument, readonly DeclaredSegment[]>();

/** Every segment in its order; entries of the same role and tenure are one segment, for sellers see one list. */
export function getSegments(system: SystemDocument): readonly DeclaredSegment[] {
  const segments = known.get(system) ?? collectSegments(system);
  known.set(system, segments);
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

/** Whether a lead is worked on now. */
export function isActive({ lead }: DeclaredLead): boolean {
  return lead.status === 'active';
}

/** Every lead that is worked on now. */
export function getActiveLeads(system: SystemDocument): DeclaredLead[] {
  return getSegments(system).flatMap(({ leads }) => leads.filter(isActive));
}

/** Every lead that is worked on, mastered or to come: all but the retired ones. */
export function getLivingLeads(system: SystemDocument): DeclaredLead[] {
  return getSegments(system).flatMap(({ leads }) => leads.filter(({ lead }) => lead.status !== 'retired'));
}

/** Where to point for the leads of a segment: its list, or the segment where it has none. */
export function getLeadsPath(segment: DeclaredSegment): Pick<Failure, 'path' | 'at' | 'missing'> {
  return segment.hasLeads
    ? { path: [...segment.path, 'leads'], at: 'key' }
    : { path: segment.path, missing: 'leads' };
}
