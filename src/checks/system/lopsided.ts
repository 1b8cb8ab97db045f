import { defineCheck } from '#checks/define-check.ts';
import { countValues } from '#checks/queries/system.ts';

/** Ratio of middle to bookends from which a system is lopsided. Our own limit. */
const tooMuch = 3;

export default defineCheck({
  id: 'system/lopsided',
  severity: 'info',
  practice: null,
  title: 'Process and method are far ahead of philosophy and execution',
  why: 'What to do and how to do it are easy to write down. The why, and how it becomes habit, decide whether anyone does it.',
  remedy: 'Philosophy and execution are worked out as far as process and method.',
  covers: [4],
  example: {
    fails: `
philosophy: { purpose: { statement: We help laboratories trust what they measure. } }
process:
  owner: Priya Nair
  stages: [{ id: qualify, conversation: diagnose }, { id: offer }]
method:
  name: Problem First
  skills: [{ id: diagnose, kind: diagnose }]
execution: { practice: [{ skill: diagnose }] }`,
    passes: `
philosophy:
  purpose: { statement: We help laboratories trust what they measure., owner: Marisa Trevino }
process: { stages: [{ id: qualify, conversation: diagnose }] }
method: { skills: [{ id: diagnose, kind: diagnose }] }
execution: { practice: [{ skill: diagnose, every: P2W }] }`,
  },
  run: (system) => {
    const middle = countValues(system.process) + countValues(system.method);
    const bookends = countValues(system.philosophy) + countValues(system.execution);
    // `system/empty-element` reports empty bookends.
    if (bookends === 0) return { subjects: 0, failures: [] };
    const failure = {
      path: [],
      message: `${system.organization.name} declares ${middle} details about process and method but only ${bookends} about philosophy and execution.`,
      fix: 'Leave `process` and `method` as they are, and work on `philosophy` and `execution` next.',
    };
    return { subjects: 1, failures: middle >= tooMuch * bookends ? [failure] : [] };
  },
});
