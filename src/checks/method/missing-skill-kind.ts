import { defineCheck } from '#checks/define-check.ts';
import type { Skill } from '#domain/types/sales-system.ts';

/** Kinds of skills that a conversation needs, and the effect of lacking each. */
const kinds: readonly (readonly [kind: NonNullable<Skill['kind']>, without: string])[] = [
  ['diagnose', 'nobody finds out what is wrong before offering something'],
  ['qualify', 'nobody finds out early whether a deal is worth pursuing'],
  ['insight', 'customers hear nothing they did not already know'],
  ['reframe', 'customers keep seeing the problem or the opportunity as they always have'],
];

export default defineCheck({
  id: 'method/missing-skill-kind',
  severity: 'warning',
  practice: 'diagnosis',
  title: 'The method lacks a kind of skill',
  why: 'Diagnosing, qualifying, bringing an insight and reframing are different skills. A method that leaves one out leaves it to talent.',
  remedy: 'The method says how sellers do this, as a skill of its own.',
  covers: [11, 12],
  example: {
    fails: `
method:
  skills:
    - { id: diagnose, kind: diagnose }
    - { id: qualify, kind: qualify }
    - { id: teach, kind: insight }`,
    passes: `
method:
  skills:
    - { id: diagnose, kind: diagnose }
    - { id: qualify, kind: qualify }
    - { id: teach, kind: insight }
    - { id: turn-around, kind: reframe }`,
  },
  run: ({ organization, method }) => {
    const skills = method?.skills ?? [];
    // `method/missing-method` reports missing skills.
    if (skills.length === 0) return { subjects: 0, failures: [] };
    const unsorted = skills.filter(({ kind }) => kind === undefined).map(({ id }) => `\`${id}\``);
    const orSort =
      unsorted.length === 0
        ? ''
        : `, or set it on one that has no kind yet (${unsorted.slice(0, 3).join(', ')})`;
    return {
      subjects: kinds.length,
      failures: kinds
        .filter(([wanted]) => skills.every(({ kind }) => kind !== wanted))
        .map(([kind, without]) => ({
          path: ['method', 'skills'],
          at: 'key',
          missing: kind,
          message: `The method ${method?.name === undefined ? `of ${organization.name}` : `"${method.name}"`} has no skill of kind \`${kind}\`: ${without}.`,
          fix: `Add a skill with \`kind: ${kind}\` to \`method.skills\`${orSort}.`,
        })),
    };
  },
});
