import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';

/** The areas that coaching has to cover, and the cost of leaving each one out. */
const parts = [
  { id: 'skill', lost: 'sellers close the deal at hand and meet the next one no better prepared' },
  { id: 'deal', lost: 'what is learned does not reach the deals that are open now' },
  { id: 'awareness', lost: 'sellers do not notice what they themselves do' },
] as const;

export default defineCheck({
  id: 'coaching/narrow-focus',
  severity: 'info',
  practice: 'coaching-cadence',
  title: 'Coaching leaves out the skill, the deal or the awareness',
  why: 'Talk about deals moves deals. People grow where their skill and what they notice about themselves are coached as well.',
  remedy: 'Make room in coaching sessions for what is left out.',
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
          message: `Coaching at ${system.organization.name} is not declared to work on \`${id}\`, so ${lost}.`,
          fix: `Add \`${id}\` to \`execution.coaching.focus\`, once sessions make room for it.`,
        })),
    };
  },
});
