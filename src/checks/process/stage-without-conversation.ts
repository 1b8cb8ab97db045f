import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'process/stage-without-conversation',
  severity: 'warning',
  practice: 'buyer-proof',
  title: 'A stage names no conversation',
  why: 'A stage says where a deal should get to. The conversation that gets it there is what sellers can learn and practice.',
  remedy: 'Every stage names the conversation it needs, as a skill of your method.',
  covers: [9],
  example: {
    fails: `
process:
  stages:
    - id: qualify`,
    passes: `
process:
  stages:
    - id: qualify
      conversation: qualify
method:
  skills:
    - id: qualify`,
  },
  run: (system) => {
    // `process/missing-stages` reports missing stages, `system/dangling-reference` an unknown skill.
    const stages = system.process?.stages ?? [];
    return {
      subjects: stages.length,
      failures: stages.flatMap(({ id, conversation }, index) =>
        conversation === undefined
          ? [
              {
                path: ['process', 'stages', index],
                missing: 'conversation',
                message: `The stage \`${id}\` names no conversation, so it tells sellers where to get the deal but not what to talk about.`,
                fix: `Add \`conversation\` to \`${id}\`: the id of the skill in \`method.skills\` that the conversation needs.`,
              },
            ]
          : [],
      ),
    };
  },
});
