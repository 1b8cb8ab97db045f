import { defineCheck, type PathState } from '#checks/define-check.ts';
import { findReferences } from '#checks/queries/references.ts';

/** The problem and the fix for each state of a reference that is a problem. */
const faults: Readonly<Partial<Record<PathState, { readonly is: string; readonly fix: string }>>> = {
  missing: {
    is: 'does not exist, so anyone who follows it finds nothing',
    fix: 'Correct the path, counted from the root of the repository, or add the file.',
  },
  outside: {
    is: 'leads out of the repository, where a colleague or the build has nothing',
    fix: 'Move the file into the repository, or give its http(s) address.',
  },
  unsafe: {
    is: 'cannot be followed safely and was not looked at',
    fix: 'Give a plain path inside the repository, or an http(s) address.',
  },
};

export default defineCheck({
  id: 'system/missing-evidence-path',
  severity: 'error',
  practice: null,
  title: 'A reference leads to nothing inside the repository',
  why: 'A declaration that points to nothing is a claim without the page that would back it.',
  subjectRequired: false,
  example: {
    fails: `
philosophy:
  pay:
    ref: docs/pay-plan-2019.md # no such file`,
    passes: `
philosophy:
  pay:
    ref: https://wiki.example.com/pay-plan`,
  },
  run: (system, { paths }) => {
    // References that were not looked up are not judged.
    const known = findReferences(system).filter(({ value }) => paths.has(value));
    return {
      subjects: known.length,
      failures: known.flatMap(({ path, value }) => {
        const fault = faults[paths.get(value) ?? 'there'];
        return fault === undefined ? [] : [{ path, message: `\`${value}\` ${fault.is}.`, fix: fault.fix }];
      }),
    };
  },
});
