import { listClaims } from '#checks/queries/answers.ts';
import { defineAnswersCheck } from '#checks/define-check.ts';
import { listNames } from '#checks/queries/wording.ts';

export default defineAnswersCheck({
  id: 'answers/contradicts-system',
  severity: 'warning',
  title: 'A high level contradicts the system file',
  why: 'What people say and what the company declares cannot both be right. Which one is wrong is worth knowing.',
  remedy: 'The answer and the system file say the same, whichever of them was wrong.',
  example: {
    fails: `
answers:
  # while philosophy/missing-purpose fails for the declared system
  philosophy.stated-purpose.heard: { level: 3 }`,
    passes: `
answers:
  philosophy.stated-purpose.heard: { level: 1 }`,
  },
  run: (answers, { model, failingChecks }) => {
    // Without a declared system there is nothing to contradict.
    if (failingChecks === undefined) return { subjects: 0, failures: [] };
    const claimed = listClaims(answers, model).filter(({ question }) => question.disprovedBy.length > 0);
    return {
      subjects: claimed.length,
      failures: claimed.flatMap(({ id, question, level }) => {
        const against = question.disprovedBy.filter((check) => failingChecks.has(check));
        if (against.length === 0) return [];
        return [
          {
            path: ['answers', id, 'level'],
            message: `\`${id}\` has level ${level}, but the declared system of ${answers.organization.name} fails ${listNames(against)}: one of the two cannot be true.`,
            fix: `Lower the \`level\` of \`${id}\`, or declare what is really done in the sales system.`,
          },
        ];
      }),
    };
  },
});
