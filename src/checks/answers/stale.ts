import { defineAnswersCheck } from '#checks/define-check.ts';
import { isOlderThan } from '#domain/calendar.ts';

/** An answer is valid for a year, like evidence by default. */
const maxAge = 'P12M';

export default defineAnswersCheck({
  id: 'answers/stale',
  severity: 'warning',
  title: 'An answer is out of date',
  why: 'People, targets and habits change. An old answer describes a company that may no longer exist.',
  remedy: 'The question has been asked again.',
  example: {
    fails: `
answers:
  philosophy.stated-purpose.heard: { level: 2, answeredOn: 2025-03-01 }`,
    passes: `
answers:
  philosophy.stated-purpose.heard: { level: 2, answeredOn: 2026-11-20 }`,
  },
  run: (answers, { facts: { asOf } }) => {
    const dated = Object.entries(answers.answers).flatMap(([id, { answeredOn }]) =>
      answeredOn === undefined ? [] : [{ id, answeredOn }],
    );
    return {
      subjects: dated.length,
      failures: dated
        .filter(({ answeredOn }) => isOlderThan(answeredOn, maxAge, asOf))
        .map(({ id, answeredOn }) => ({
          path: ['answers', id, 'answeredOn'],
          dueTo: 'date',
          message: `\`${id}\` was answered on ${answeredOn}; it may no longer be true.`,
          fix: `Ask \`${id}\` again, and set its \`level\` and \`answeredOn\`.`,
        })),
    };
  },
});
