import { defineCheck, type History, type Revision } from '#checks/define-check.ts';
import { runOverHistory, nameRevision, listSteps } from '#checks/queries/history.ts';
import { getActiveLeads, isActive, getSegments } from '#checks/queries/measurement.ts';
import { listNames } from '#checks/queries/wording.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

/** Returns the ids of the active leads by segment. */
function listActiveIds(system: SystemDocument): Map<string, Set<string>> {
  return new Map(
    getSegments(system).map(({ name, leads }) => [
      name,
      new Set(leads.filter(isActive).map(({ lead }) => lead.id)),
    ]),
  );
}

/** A lead that became active too early, and the leads that were unfinished then and still are. */
interface Early {
  readonly revision: Revision;
  readonly unfinished: readonly string[];
}

/** Finds the leads that are active too early in the last revision, by segment and id. */
function findEarlyLeads(history: History): Map<string, Early> {
  let early = new Map<string, Early>();
  for (const { before, after: revision } of listSteps(history)) {
    const earlier = listActiveIds(before.system);
    const still = new Map<string, Early>();
    for (const [segment, now] of listActiveIds(revision.system)) {
      const then = earlier.get(segment) ?? new Set<string>();
      for (const id of now) {
        const key = `${segment} ${id}`;
        // Once the earlier lead is mastered or retired, there is nothing left to fix.
        const past = then.has(id) ? early.get(key) : { revision, unfinished: [...then] };
        const unfinished = past?.unfinished.filter((other) => now.has(other)) ?? [];
        if (past !== undefined && unfinished.length > 0) still.set(key, { ...past, unfinished });
      }
    }
    early = still;
  }
  return early;
}

export default defineCheck({
  id: 'measurement/premature-lead',
  severity: 'warning',
  practice: null,
  needsHistory: true,
  subjectRequired: false,
  title: 'A lead metric was added before the previous one was mastered',
  why: 'A seller who starts on the next behavior before mastering the last one keeps neither. Climb the ladder one rung at a time.',
  remedy: 'The new lead metric waits until the previous one is mastered.',
  covers: [43],
  example: {
    before: `
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - { id: cost-named, status: active }
          - { id: decider-met, status: planned }`,
    fails: `
# In the last commit \`decider-met\` was planned.
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - { id: cost-named, status: active }
          - { id: decider-met, status: active }`,
    passes: `
# In the last commit \`decider-met\` was planned.
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - { id: cost-named, status: proficient }
          - { id: decider-met, status: active }`,
  },
  run: (system, facts) =>
    runOverHistory(facts, (history) => {
      const early = findEarlyLeads(history);
      const active = getActiveLeads(system);
      return {
        subjects: active.length,
        failures: active.flatMap(({ lead, path, segment }) => {
          const found = early.get(`${segment} ${lead.id}`);
          if (found === undefined) return [];
          const others = listNames(found.unfinished);
          const many = found.unfinished.length > 1;
          return {
            path: [...path, 'status'],
            subjects: found.unfinished,
            message: `\`${lead.id}\` of \`${segment}\` became active in ${nameRevision(found.revision)} while ${others} ${many ? 'were' : 'was'} not yet mastered.`,
            fix: `Set \`status: planned\` on \`${lead.id}\` until ${others} ${many ? 'are' : 'is'} \`proficient\` or \`retired\`.`,
          };
        }),
      };
    }),
});
