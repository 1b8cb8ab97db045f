import { defineCheck } from '#checks/define-check.ts';
import { isActive, getLeadsPath, getSegments } from '#checks/queries/measurement.ts';
import { listNames } from '#checks/queries/wording.ts';

/** "2 or 3 … and no more for now" (the essay). */
const most = 3;

export default defineCheck({
  id: 'measurement/too-many-leads',
  severity: 'error',
  practice: 'few-lead-metrics',
  title: 'A group of sellers works on too many lead metrics at once',
  why: 'When everything is important, nothing gets enough attention. A long list of lead metrics changes none of the habits on it.',
  remedy: 'Each group works on the two or three lead metrics that move the goal most.',
  covers: [40],
  example: {
    fails: `
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - { id: cost-named, status: active }
          - { id: decider-met, status: active }
          - { id: next-step-set, status: active }
          - { id: insight-shared, status: active }`,
    passes: `
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - { id: cost-named, status: active }
          - { id: decider-met, status: active }
          - { id: next-step-set, status: active }
          - { id: insight-shared, status: planned }`,
  },
  run: (system) => {
    // `measurement/too-few-leads` reports a segment without active leads.
    const judged = getSegments(system).flatMap((segment) => {
      const active = segment.leads.filter(isActive).map(({ lead }) => lead.id);
      return active.length > 0 ? [{ segment, active }] : [];
    });
    return {
      subjects: judged.length,
      failures: judged
        .filter(({ active }) => active.length > most)
        .map(({ segment, active }) => ({
          ...getLeadsPath(segment),
          subjects: active,
          message: `\`${segment.name}\` works on ${active.length} leads at once (${listNames(active)}); nobody changes that many habits at the same time.`,
          fix: `Keep the two or three leads of \`${segment.name}\` that move the goal most, and set \`status: planned\` on the others.`,
        })),
    };
  },
});
