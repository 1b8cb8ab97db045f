import { findAbsent } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';

const ownerPath = ['execution', 'measurement', 'owner'] as const;

/** Each duty of the owner as text. */
const dutiesInWords = {
  design: 'choosing what to measure',
  measure: 'checking whether the behaviors move the result',
} as const;

export default defineCheck({
  id: 'measurement/missing-owner',
  severity: 'error',
  practice: 'owned-goal',
  title: 'Nobody owns the metrics',
  why: 'Unless it is someone’s job to test whether the behaviors move the result, a lead metric stays on the list because it sounds right. An outside firm can do it too.',
  remedy: 'One person or an outside firm is responsible for designing the metrics and testing them.',
  covers: [38, 39],
  example: {
    fails: `
execution:
  measurement:
    owner: { name: Priya Nair, duties: [design] }`,
    passes: `
execution:
  measurement:
    owner: { name: Priya Nair, duties: [design, measure] }`,
  },
  run: (system) => {
    const owner = system.execution?.measurement?.owner;
    if (owner === undefined) {
      return {
        subjects: 1,
        failures: [
          {
            ...findAbsent(system, ownerPath.slice(0, -1), 'owner'),
            message: `Nobody at ${system.organization.name} has the job of testing whether what sellers do moves the result.`,
            fix: 'Add `execution.measurement.owner`: a name or an outside firm, with `duties: [design, measure]`.',
          },
        ],
      };
    }
    const { name, duties } = owner;
    const undone = (['design', 'measure'] as const).filter((duty) => duties?.includes(duty) !== true);
    if (undone.length === 0) return { subjects: 1, failures: [] };
    return {
      subjects: 1,
      failures: [
        {
          ...(duties === undefined
            ? { path: ownerPath, missing: 'duties' }
            : { path: [...ownerPath, 'duties'], at: 'key' as const, missing: undone.join('+') }),
          message: `${name} owns the metrics, but ${undone.map((duty) => dutiesInWords[duty]).join(' and ')} is nobody's duty.`,
          fix: `Write \`duties: [design, measure]\` under \`execution.measurement.owner\`, once ${name} does both.`,
        },
      ],
    };
  },
});
