import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck, type Failure } from '#checks/define-check.ts';
import type { Role } from '#domain/types/sales-system.ts';

export default defineCheck({
  id: 'philosophy/role-without-purpose',
  severity: 'warning',
  practice: 'customer-role',
  title: 'A role description leaves out the purpose',
  why: 'People are hired, trained and judged by their role description. A purpose that is not in it is only a poster.',
  remedy: 'Every role description says what the role is for.',
  covers: [25, 30],
  example: {
    fails: `
roles:
  - id: hunter
    description: { ref: https://wiki.example.com/roles/hunter }`,
    passes: `
roles:
  - id: hunter
    description:
      ref: https://wiki.example.com/roles/hunter
      purposeRef: https://wiki.example.com/roles/hunter#purpose`,
  },
  run: (system) => {
    const roles = system.roles ?? [];
    return {
      subjects: roles.length,
      failures: roles.flatMap((role, index) =>
        role.description?.purposeRef === undefined
          ? [
              {
                ...describeFailure(role),
                ...findAbsentOrEmpty(system, ['roles', index, 'description'], 'purposeRef'),
              },
            ]
          : [],
      ),
    };
  },
});

function describeFailure({ id, description }: Role): Pick<Failure, 'message' | 'fix'> {
  if (description === undefined || description.ref === undefined) {
    return {
      message: `The role \`${id}\` has no written description that states its purpose, so everyone in it decides alone what the job is for.`,
      fix: `Add \`description.ref\` and \`description.purposeRef\` to the role \`${id}\`: where it is described, and where its purpose is stated.`,
    };
  }
  return {
    message: `The description of the role \`${id}\` (${description.ref}) states no purpose, so it says what to do but not for whom.`,
    fix: `Add the purpose to the description of \`${id}\`, and point to it with \`description.purposeRef\`.`,
  };
}
