import { findAbsentOrEmpty } from '#checks/queries/absence.ts';
import { defineCheck } from '#checks/define-check.ts';

export default defineCheck({
  id: 'system/missing-open-questions',
  severity: 'info',
  practice: null,
  title: 'No open questions are listed',
  why: 'A sales system without open questions has stopped learning, or hides what it does not know.',
  remedy: 'The file lists what sellers and customers say is missing.',
  covers: [63],
  example: {
    fails: `
openQuestions: []`,
    passes: `
openQuestions:
  - How do partners fit into the process?`,
  },
  run: (system) => {
    const failure = {
      ...findAbsentOrEmpty(system, [], 'openQuestions'),
      message: `${system.organization.name} lists no open questions, and no sales system is ever finished.`,
      fix: 'Add to `openQuestions` what your sellers or customers would still add.',
    };
    return { subjects: 1, failures: (system.openQuestions ?? []).length === 0 ? [failure] : [] };
  },
});
