import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck, type Failure } from '#checks/define-check.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';

export default defineCheck({
  id: 'method/missing-method',
  severity: 'error',
  practice: 'diagnosis',
  title: 'There is no method, or it has no skills or no name',
  why: 'A process says what to do. Without a method, nobody says how, and the how is what customers experience.',
  remedy: 'The method has a name and lists the skills it takes.',
  covers: [5, 10],
  example: {
    fails: `
method:
  name: Problem First`,
    passes: `
method:
  name: Problem First
  skills:
    - id: diagnose`,
  },
  run: (system) => {
    const failure = findFailure(system);
    return { subjects: 1, failures: failure === undefined ? [] : [failure] };
  },
});

function findFailure(system: SystemDocument): Failure | undefined {
  const { name, skills = [] } = system.method ?? {};
  const organization = system.organization.name;
  if (skills.length === 0) {
    return {
      ...findAbsentOrEmpty(system, ['method'], 'skills'),
      message:
        name === undefined
          ? `${organization} declares no method, so how to sell is left to each seller.`
          : `The method "${name}" names no skills, so it gives sellers nothing to learn and coaches nothing to coach.`,
      fix: `${name === undefined ? 'Add `method.name` and `method.skills`' : 'Add `method.skills`'}: the first skill a customer conversation needs, with an \`id\`.`,
    };
  }
  if (name !== undefined) return undefined;
  return {
    path: ['method'],
    at: 'key',
    missing: 'name',
    // Only a warning: the how is declared, it just has no name.
    severity: 'warning',
    message: `${organization} declares skills but does not name its method, so nobody can say which way of selling is the agreed one.`,
    fix: 'Add `method.name`; a name of your own is fine.',
  };
}
