import { defineCheck } from '#checks/define-check.ts';
import { getActiveLeads } from '#checks/queries/measurement.ts';

export default defineCheck({
  id: 'measurement/lead-without-proficiency',
  severity: 'error',
  practice: 'proficiency-ladder',
  title: 'An active lead without a test of proficiency',
  why: 'Coaching goes on until the behavior is mastered. Where nobody said what mastered looks like, a seller is moved on by the calendar.',
  remedy: 'Say for each active lead what shows that a seller has mastered it, how often, and who judges it.',
  covers: [42],
  example: {
    fails: `
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - { id: cost-named, status: active }`,
    passes: `
execution:
  measurement:
    segments:
      - role: hunter
        leads:
          - id: cost-named
            status: active
            proficiency: Three recorded meetings in a row, judged by the coach against the playbook`,
  },
  run: (system) => {
    const active = getActiveLeads(system);
    return {
      subjects: active.length,
      failures: active
        .filter(({ lead }) => lead.proficiency === undefined)
        .map(({ lead, path, segment }) => ({
          path,
          missing: 'proficiency',
          message: `\`${segment}\` works on \`${lead.id}\`, but nothing says when a seller has mastered it and may take on the next.`,
          fix: `Add \`proficiency\` to \`${lead.id}\`: what a seller shows, how often, and who judges it.`,
        })),
    };
  },
});
