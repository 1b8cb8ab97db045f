import { defineCheck, type PathState } from '#checks/define-check.ts';
import { findReferences } from '#checks/queries/references.ts';

/** What is wrong with a reference, and how to correct it. */
interface Problem {
  readonly is: string;
  readonly fix: string;
}

/** Says why a reference was not looked at, by its form. */
function explainUnsafe(reference: string): Problem {
  if (reference.includes('\\')) {
    return {
      is: 'was not looked at: a backslash separates folders on Windows only, and is part of a name elsewhere',
      fix: `Write \`/\` between folders: \`${reference.replaceAll('\\', '/')}\`.`,
    };
  }
  if (reference.startsWith('/')) {
    return {
      is: 'was not looked at: a path from the root of the disk leads somewhere else on every computer',
      fix: 'Give the path from the root of the repository, or an http(s) address.',
    };
  }
  return {
    is: 'was not looked at: it is neither a path inside the repository nor an http(s) address',
    fix: 'Give a plain path inside the repository, or an http(s) address.',
  };
}

/** Returns what is wrong with a reference; undefined if nothing is. */
function findProblem(reference: string, state: PathState): Problem | undefined {
  switch (state) {
    case 'missing':
      return {
        is: 'does not exist, so anyone who follows it finds nothing',
        fix: 'Correct the path, counted from the root of the repository, or add the file.',
      };
    case 'outside':
      return {
        is: 'leads out of the repository, where a colleague or the build has nothing',
        fix: 'Move the file into the repository, or give its http(s) address.',
      };
    case 'unsafe':
      return explainUnsafe(reference);
    case 'there':
    case 'address':
      return undefined;
  }
}

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
        const fault = findProblem(value, paths.get(value) ?? 'there');
        return fault === undefined ? [] : [{ path, message: `\`${value}\` ${fault.is}.`, fix: fault.fix }];
      }),
    };
  },
});
