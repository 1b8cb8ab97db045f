import { defineCheck } from '#checks/define-check.ts';
import { isActive, getLeadsPath, getSegments } from '#checks/queries/measurement.ts';

/** "Focus on 2 or 3" (the essay). */
const fewest = 2;

export default defineCheck({
  id: 'measurement/too-few-leads',
  severity: 'warning',
  practice: 'few-lead-metrics',
  title: 'A group of sellers works on too few lead metrics',
  why: 'Sellers without lead metrics have only the final number to go by, and that comes too late to act on.',
  remedy: 'Each group works on two or three lead metrics.',
  covers: [40],
  example: {
    fails: `
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - { id: cost-named, status: active }
          - { id: decider-met, status: planned }`,
    passes: `
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - { id: cost-named, status: active }
          - { id: decider-met, status: active }`,
  },
  run: (system) => {
    const segments = getSegments(system);
    return {
      subjects: segments.length,
      failures: segments.flatMap((segment) => {
        const active = segment.leads.filter(isActive).map(({ lead }) => lead.id);
        if (active.length >= fewest) return [];
        const unset = segment.leads.some(({ lead }) => lead.status === undefined);
        return {
          ...getLeadsPath(segment),
          message:
            active.length === 1
              ? `\`${segment.name}\` works on \`${active[0]}\` alone; sellers soon chase a single lead for its own sake.`
              : `\`${segment.name}\` has no active lead, so its sellers have only the result to look at.`,
          fix: unset
            ? `Set \`status: active\` on the two or three leads that \`${segment.name}\` works on now.`
            : `Give \`${segment.name}\` two or three leads with \`status: active\`.`,
        };
      }),
    };
  },
});
