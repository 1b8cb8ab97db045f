import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';

/** The areas that coaching has to cover, and the cost of leaving each one out. */
const parts = [
  { id: 'skill', lost: 'sellers close the current deal and start the next one no better prepared' },
  { id: 'deal', lost: 'what sellers learn does not reach their open deals' },
  { id: 'awareness', lost: 'sellers do not notice what they do' },
] as const;

export default defineCheck({
  id: 'coaching/narrow-focus',
  severity: 'info',
  practice: 'coaching-cadence',
  title: 'Coaching leaves out skills, deals or self-awareness',
  why: 'Talking about deals moves deals. People grow when coaching also covers their skills and what they notice about themselves.',
  remedy: 'Coaching sessions cover skills, deals and self-awareness.',
  covers: [54, 56],
  example: {
    fails: `
execution:
  coaching:
    cadence: [{ every: P2W }]
    focus: [deal]`,
    passes: `
execution:
  coaching:
    cadence: [{ every: P2W }]
    focus: [skill, deal, awareness]`,
  },
  run: (system) => {
    const { coaches = [], cadence = [], focus } = system.execution?.coaching ?? {};
    // Without any coaching there is no focus to judge. Other checks report that.
    if (coaches.length + cadence.length + (focus ?? []).length === 0) return { subjects: 0, failures: [] };
    return {
      subjects: parts.length,
      failures: parts
        .filter(({ id }) => !(focus ?? []).includes(id))
        .map(({ id, lost }) => ({
          ...findAbsent(system, ['execution', 'coaching', 'focus'], id),
          message: `Coaching at ${system.organization.name} does not cover \`${id}\`, so ${lost}.`,
          fix: `Add \`${id}\` to \`execution.coaching.focus\`, once sessions cover it.`,
        })),
    };
  },
});
