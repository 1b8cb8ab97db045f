import { defineAnswersCheck } from '#checks/define-check.ts';
import { findDateFailures } from '#checks/queries/dates.ts';
import { listAnswersDates } from '#domain/dates.ts';

export default defineAnswersCheck({
  id: 'answers/out-of-range-date',
  severity: 'error',
  title: 'A date of the answers cannot be right',
  why: 'Evidence from a day that has not come yet proves nothing, and an answer from the future never gets old.',
  remedy: 'Correct the date.',
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
