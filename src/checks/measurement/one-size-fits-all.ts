import { defineCheck } from '#checks/define-check.ts';
import { type DeclaredLead, isActive, getSegments } from '#checks/queries/measurement.ts';
import { listNames } from '#checks/queries/wording.ts';
import type { Lead } from '#domain/types/sales-system.ts';

/** Serializes a set of leads by what identifies a lead. */
function computeSignature(leads: readonly DeclaredLead[], identify: (lead: Lead) => string): string {
  return JSON.stringify([...new Set(leads.map(({ lead }) => identify(lead)))].toSorted());
}

/** The same leads have the same ids, or the same metrics with different ids. */
const identities: readonly ((lead: Lead) => string)[] = [
  ({ id }) => id,
  ({ id, metric }) => (metric === undefined ? `id ${id}` : metric.trim().toLowerCase()),
];

export default defineCheck({
  id: 'measurement/one-size-fits-all',
  severity: 'warning',
  practice: 'few-lead-metrics',
  title: 'All sellers work on the same lead metrics',
  why: 'What a beginner has to get right is routine for a veteran, and winning a customer takes different habits than growing one.',
  remedy: 'At least one group of sellers has lead metrics that fit its role and experience.',
  covers: [37],
  subjectRequired: false,
  example: {
    fails: `
execution:
  measurement:
    segments:
      - role: hunter
        leads: [{ id: cost-named, status: active }, { id: decider-met, status: active }]
      - role: farmer
        leads: [{ id: cost-named, status: active }, { id: decider-met, status: active }]`,
    passes: `
execution:
  measurement:
    segments:
      - role: hunter
        leads: [{ id: cost-named, status: active }, { id: decider-met, status: active }]
      - role: farmer
        leads: [{ id: use-reviewed, status: active }, { id: decider-met, status: active }]`,
  },
  run: (system) => {
    // Compare active leads only: segments on different rungs of the same ladder do differ.
    const working = getSegments(system)
      .map(({ name, leads }) => ({ name, active: leads.filter(isActive) }))
      .filter(({ active }) => active.length > 0);
    if (working.length < 2) return { subjects: 0, failures: [] };
    const same = identities.some(
      (identify) => new Set(working.map(({ active }) => computeSignature(active, identify))).size === 1,
    );
    return {
      subjects: 1,
      failures: same
        ? [
            {
              path: ['execution', 'measurement', 'segments'],
              at: 'key',
              subjects: working.map(({ name }) => name),
              message: `${listNames(working.map(({ name }) => name))} all work on the same leads, whatever their role and experience.`,
              fix: 'Give at least one segment the leads that matter for its own role and tenure.',
            },
          ]
        : [],
    };
  },
});
