import { defineCheck, type Revision } from '#checks/define-check.ts';
import { overHistory, revisionName, stepsOf } from '#checks/history.ts';
import { isActive, segmentsOf } from '#checks/measurement.ts';
import { listed } from '#checks/wording.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

/** Ids of the active leads by segment. */
function activeIds(system: SystemDocument): Map<string, Set<string>> {
  return new Map(
    segmentsOf(system).map(({ name, leads }) => [
      name,
      new Set(leads.filter(isActive).map(({ lead }) => lead.id)),
    ]),
  );
}

/** When a lead last became active, and what its segment worked on before. */
interface Activation {
  readonly revision: Revision;
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

export default defineCheck({
  id: 'measurement/premature-lead',
  severity: 'warning',
  practice: null,
  needsHistory: true,
  subjectRequired: false,
  title: 'A lead was added before the one before it was mastered',
  why: 'A seller who is given the next thing before the last one is mastered keeps neither. The ladder is climbed one rung at a time.',
  covers: [43],
  example: {
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
    overHistory(facts, (history) => {
      const activations = new Map<string, Activation>();
      let before = activeIds(history.revisions[0]?.system ?? system);
      for (const { after: revision } of stepsOf(history)) {
        const now = activeIds(revision.system);
        for (const [segment, after] of now) {
          const earlier = before.get(segment) ?? new Set();
          for (const id of after) {
            // Only the latest activation speaks of the work that is going on now.
            if (!earlier.has(id)) activations.set(`${segment} ${id}`, { revision, before: earlier, after });
          }
        }
        before = now;
      }
      const segments = segmentsOf(system);
      const working = activeIds(system);
      const active = segments.flatMap(({ leads }) => leads.filter(isActive));
      return {
        subjects: active.length,
        failures: active.flatMap(({ lead, path, segment }) => {
          const activation = activations.get(`${segment} ${lead.id}`);
          if (activation === undefined) return [];
          // Once the earlier lead is mastered or given up there is nothing left to be done about it.
          const unfinished = [...activation.before].filter(
            (id) => activation.after.has(id) && working.get(segment)?.has(id) === true,
          );
          if (unfinished.length === 0) return [];
          return {
            path: [...path, 'status'],
            message: `\`${lead.id}\` of \`${segment}\` became active in ${revisionName(activation.revision)} while ${listed(unfinished)} ${unfinished.length === 1 ? 'was' : 'were'} still being worked on and not mastered.`,
            fix: `Set \`status: planned\` on \`${lead.id}\` until ${listed(unfinished)} ${unfinished.length === 1 ? 'is' : 'are'} \`proficient\` or \`retired\`.`,
          };
        }),
      };
    }),
});
