import { listClaims } from '#checks/queries/answers.ts';
import { defineAnswersCheck } from '#checks/define-check.ts';
import { claimLevel } from '#domain/scoring/evidence.ts';

/** The level, 0..4, that holds in every team. */
const everywhere = 4;

export default defineAnswersCheck({
  id: 'answers/not-everywhere',
  severity: 'warning',
  title: 'Level 4 does not hold everywhere',
  why: 'Level 4 says that most people do it in every team. Where one place is named as lower, it is level 3 at best.',
  remedy: 'Lower the level by one, or correct which place is lowest.',
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
                message: `\`${id}\` is answered with level ${level}, which holds in every team, and its lowest level is ${lowest.level} in ${lowest.where}.`,
                fix: `Lower the \`level\` of \`${id}\` to ${claimLevel}, or correct its \`lowest\` place.`,
              },
            ],
      ),
    };
  },
});
