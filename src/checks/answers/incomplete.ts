import { defineAnswersCheck } from '#checks/define-check.ts';
import { carryOverAnswers } from '#domain/answers/migrate-answers.ts';
import { listOpenQuestions } from '#domain/interview/interview.ts';
import { makeQuestionnaire } from '#domain/scoring/questionnaire.ts';

/** Maximum number of open questions to name. */
const mostNamed = 3;

export default defineAnswersCheck({
  id: 'answers/incomplete',
  severity: 'info',
  title: 'Questions are still open',
  why: 'An open question never counts as zero, so each one makes the result less certain.',
  remedy: 'Every question has an answer; “I don’t know” is an answer too.',
  example: {
    fails: `
answers: {}`,
    passes: `
respondent: { role: customer }
answers:
  philosophy.customer-role.last-wins: { level: 1 }
  process.use-and-learning.win-loss: { level: 2 }
  method.diagnosis.known-problem: { level: 2 }
  method.insight.shown: { level: 1 }
  method.joint-work.worked-together: { level: 3 }`,
  },
  run: (answers, { model }) => {
    const asked = makeQuestionnaire(model, answers.respondent.role, answers.scope ?? 'full');
    // An answer that has to be given again is open too.
    const open = listOpenQuestions(asked, carryOverAnswers(answers, model));
    if (open.length === 0) return { subjects: asked.length, failures: [] };
    const ids = open.slice(0, mostNamed).map(({ id }) => `\`${id}\``);
    const rest = open.length - ids.length;
    const list = `${ids.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    const failure = {
      path: ['answers'],
      at: 'key' as const,
      message: `${open.length} of ${asked.length} questions ${open.length === 1 ? 'is' : 'are'} unanswered: ${list}.`,
      fix: `Run \`sales-audit run\` to answer ${open.length === 1 ? 'it' : 'them'}; it continues where this file ends. \`unknown: true\` is an answer too.`,
    };
    return { subjects: asked.length, failing: open.length, failures: [failure] };
  },
});
