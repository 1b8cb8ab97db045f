import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'method/skill-without-behavior',
  severity: 'warning',
  practice: 'diagnosis',
  title: 'A skill names no behavior',
  why: 'Nobody can practice, coach or judge a skill they cannot see or hear: it stays a word on a slide.',
  remedy: 'Every skill describes one thing you would hear on a call with a seller who has it.',
  covers: [13, 15],
  example: {
    fails: `
method:
  skills:
    - id: diagnose`,
    passes: `
method:
  skills:
    - id: diagnose
      behaviors: [Asks what the problem costs before naming a product]`,
  },
  run: (system) => {
    // `method/missing-method` reports missing skills.
    const skills = system.method?.skills ?? [];
    return {
      subjects: skills.length,
      failures: skills.flatMap(({ id, behaviors = [] }, index) =>
        behaviors.length === 0
          ? [
              {
                ...findAbsentOrEmpty(system, ['method', 'skills', index], 'behaviors'),
                message: `The skill \`${id}\` names nothing you could see or hear a seller do, so two coaches will judge it differently.`,
                fix: `Add \`behaviors\` to \`${id}\`: one thing you would hear on a call with a seller who has the skill.`,
              },
            ]
          : [],
      ),
    };
  },
});
