import { defineAnswersCheck } from '#checks/define-check.ts';
import { findDateFailures } from '#checks/queries/dates.ts';
import { listAnswersDates } from '#domain/dates.ts';

export default defineAnswersCheck({
  id: 'answers/out-of-range-date',
  severity: 'error',
  title: 'A date in the answers cannot be right',
  why: 'Evidence dated in the future proves nothing, and an answer dated in the future never goes out of date.',
  remedy: 'The date is right.',
  example: {
    fails: `
answers:
  philosophy.stated-purpose.heard: { level: 2, answeredOn: 9999-12-31 }`,
    passes: `
answers:
  philosophy.stated-purpose.heard: { level: 2, answeredOn: 2026-11-20 }`,
  },
  run: (answers, { facts: { asOf } }) => {
    const dates = listAnswersDates(answers);
    return { subjects: dates.length, failures: findDateFailures(dates, asOf) };
  },
});
