import { defineCheck } from '#checks/define-check.ts';
import { getLivingLeads } from '#checks/queries/measurement.ts';

export default defineCheck({
  id: 'measurement/lead-without-behavior',
  severity: 'error',
  practice: 'few-lead-metrics',
  title: 'A lead metric names no behavior',
  why: 'You can watch a number, but you cannot do it. What a seller can change tomorrow is a behavior.',
  remedy: 'Every lead metric describes the behavior behind it: what you can see or hear a seller do.',
  covers: [36],
  example: {
    fails: `
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - id: cost-named
            metric: First meetings in which the customer names the cost of the problem`,
    passes: `
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - id: cost-named
            metric: First meetings in which the customer names the cost of the problem
            behavior: Asks for the cost of the problem in the first meeting`,
  },
  run: (system) => {
    const leads = getLivingLeads(system);
    return {
      subjects: leads.length,
      failures: leads
        .filter(({ lead }) => lead.behavior === undefined)
        .map(({ lead, path, segment }) => ({
          path,
          missing: 'behavior',
          message: `\`${lead.id}\` of \`${segment}\` counts something but does not say what a seller has to do, so nobody can practice or coach it.`,
          fix: `Add \`behavior\` to \`${lead.id}\`: what you can see or hear a seller do.`,
        })),
    };
  },
});
