import { listClaims } from '#checks/queries/answers.ts';
import { defineAnswersCheck } from '#checks/define-check.ts';
import { claimLevel } from '#domain/scoring/evidence.ts';

/** The level, 0..4, that holds in every team. */
const everywhere = 4;

export default defineAnswersCheck({
  id: 'answers/not-everywhere',
  severity: 'warning',
  title: 'Level 4 is not true everywhere',
  why: 'Level 4 means that most people in every team do it. If one place is lower, the answer is level 3 at best.',
  remedy: 'The level is one lower, or the lowest place is corrected.',
  example: {
    fails: `
answers:
  philosophy.stated-purpose.heard: { level: 4, lowest: { level: 1, where: South } }`,
    passes: `
answers:
  philosophy.stated-purpose.heard: { level: 3, lowest: { level: 1, where: South } }`,
  },
  run: (answers, { model }) => {
    const claimed = listClaims(answers, model).filter(({ level }) => level === everywhere);
    return {
      subjects: claimed.length,
      failures: claimed.flatMap(({ id, level, answer: { lowest } }) =>
        lowest === undefined || lowest.level >= claimLevel
          ? []
          : [
              {
                path: ['answers', id, 'level'],
                message: `\`${id}\` has level ${level}, which means every team, but its lowest level is ${lowest.level} in ${lowest.where}.`,
                fix: `Lower the \`level\` of \`${id}\` to ${claimLevel}, or correct its \`lowest\` place.`,
              },
            ],
      ),
    };
  },
});
