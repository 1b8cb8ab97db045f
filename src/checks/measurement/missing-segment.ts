import { findAbsent, findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { type CheckResult, defineCheck } from '#checks/define-check.ts';
import { nameSegment } from '#checks/queries/measurement.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

const segmentsPath = ['execution', 'measurement', 'segments'];

/** A role and tenure that needs leads of its own. */
interface Pair {
  readonly role: string;
  /** undefined if the role has no tenures. */
  readonly tenure: string | undefined;
  /** Whether it covers everyone in the role. */
  readonly only: boolean;
}

function listPairs(system: SystemDocument): Pair[] {
  return (system.roles ?? []).flatMap(({ id, tenures = [] }): Pair[] =>
    tenures.length === 0
      ? [{ role: id, tenure: undefined, only: true }]
      : tenures.map((tenure) => ({ role: id, tenure: tenure.id, only: tenures.length === 1 })),
  );
}

function judge(system: SystemDocument): CheckResult {
  const pairs = listPairs(system);
  const declared = system.execution?.measurement?.segments ?? [];
  return {
    subjects: pairs.length,
    failures: pairs
      .filter(
        ({ role, tenure, only }) =>
          !declared.some(
            // If a role has at most one tenure, role and tenure mean the same sellers.
            (segment) => segment.role === role && (only || segment.tenure === tenure),
          ),
      )
      .map(({ role, tenure, only }) => {
        const name = nameSegment(role, tenure);
        const forAll = declared.some((segment) => segment.role === role && segment.tenure === undefined);
        return {
          ...findAbsent(system, segmentsPath, name),
          message: forAll
            ? `\`${name}\` has no segment of its own, only one for every \`${role}\`: new and experienced sellers need different work.`
            : `Nothing says what \`${name}\` works on, so each of these sellers works on whatever their manager finds important.`,
          fix: `Add a segment with \`role: ${role}\`${tenure === undefined ? '' : ` and \`tenure: ${tenure}\``} to \`execution.measurement.segments\`, with two or three leads.`,
          ...(only && { severity: 'warning' as const }),
        };
      }),
  };
}

export default defineCheck({
  id: 'measurement/missing-segment',
  severity: 'error',
  practice: 'few-lead-metrics',
  title: 'A group of sellers has no lead metrics of its own',
  why: 'What moves the result is different for winning customers than for growing them, and different in week one than in year ten.',
  remedy: 'Every role and level of experience has two or three lead metrics of its own.',
  covers: [37],
  example: {
    fails: `
roles:
  - id: hunter
    tenures:
      - { id: new, fromMonths: 0 }
      - { id: seasoned, fromMonths: 12 }
execution:
  measurement:
    segments:
      - { role: hunter, tenure: new }`,
    passes: `
roles:
  - id: hunter
    tenures:
      - { id: new, fromMonths: 0 }
      - { id: seasoned, fromMonths: 12 }
execution:
  measurement:
    segments:
      - { role: hunter, tenure: new }
      - { role: hunter, tenure: seasoned }`,
  },
  run: (system) =>
    (system.roles ?? []).length > 0
      ? judge(system)
      : {
          subjects: 1,
          failures: [
            {
              ...findAbsentOrEmpty(system, [], 'roles'),
              message: `${system.organization.name} declares no sales roles, so nobody can say whose work is measured.`,
              fix: 'Add `roles`: an `id` for each, with `tenures` where new and experienced sellers work differently.',
            },
          ],
        },
});
