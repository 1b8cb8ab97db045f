import { defineCheck } from '#checks/define-check.ts';
import { getActiveLeads } from '#checks/queries/measurement.ts';

export default defineCheck({
  id: 'measurement/lead-without-proficiency',
  severity: 'error',
  practice: 'proficiency-ladder',
  title: 'An active lead metric has no standard of mastery',
  why: 'Coaching continues until the behavior is mastered. Unless someone defines mastery, the calendar decides when a seller moves on.',
  remedy:
    'Every active lead metric defines mastery: what a seller has to show, how many times, and who judges it.',
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
          message: `\`${segment}\` works on \`${lead.id}\`, but nothing says when a seller has mastered it and can move on to the next.`,
          fix: `Add \`proficiency\` to \`${lead.id}\`: what a seller has to show, how many times, and who judges it.`,
        })),
    };
  },
});
