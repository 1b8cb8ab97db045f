import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck, type Failure } from '#checks/define-check.ts';
import type { Role } from '#domain/types/sales-system.ts';

export default defineCheck({
  id: 'philosophy/role-without-purpose',
  severity: 'warning',
  practice: 'customer-role',
  title: 'A role is described without the purpose',
  why: 'People are hired, trained and judged by their role description. A purpose that is not in it is a poster.',
  remedy: 'Write a description for each role, and say in it what the role is for.',
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
      message: `The role \`${id}\` has no written description that says its purpose, so each \`${id}\` makes up what the job is for.`,
      fix: `Add \`description.ref\` and \`description.purposeRef\` to the role \`${id}\`: where it is described, and where its purpose is said.`,
    };
  }
  return {
    message: `The description of the role \`${id}\` (${description.ref}) points to no purpose, so a \`${id}\` reads what to do but not for whom.`,
    fix: `Write the purpose into the description of \`${id}\` and point to it with \`description.purposeRef\`.`,
  };
}
