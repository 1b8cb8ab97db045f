import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { CheckResult, Facts, Path, PathState } from '#checks/define-check.ts';

/** A value of a document that refers to a location: a path, with or without a `#fragment`, or a URL. */
export interface Reference {
  readonly path: Path;
  /** The reference as written in the document. Also its key in `Facts.paths`. */
  readonly value: string;
}

/** Returns whether a text can only be a location: a URL, or a path with a directory and a file extension. */
function looksLikePlace(text: string): boolean {
  return (
    /^[Hh][Tt][Tt][Pp][Ss]?:\/\/\S+$/.test(text) ||
    /^[^\s:]+\/[^\s:#]*\.[A-Za-z0-9]{1,10}(?:#\S*)?$/.test(text)
  );
}

/**
 * Finds every reference of a declared system, in the order of the schema. The standard of a practice and the
 * source of an insight may be prose or a location; they count only if they cannot be prose.
 */
export function findReferences(system: SystemDocument): readonly Reference[] {
  const references: Reference[] = [];
  const add = (value: string | undefined, ...path: Path): void => {
    if (value !== undefined) references.push({ path, value });
  };
  const addPlace = (value: string | undefined, ...path: Path): void => {
    if (value !== undefined && looksLikePlace(value)) references.push({ path, value });
  };
  system.roles?.forEach(({ description }, index) => {
    add(description?.ref, 'roles', index, 'description', 'ref');
    add(description?.purposeRef, 'roles', index, 'description', 'purposeRef');
  });
  add(system.philosophy?.pay?.ref, 'philosophy', 'pay', 'ref');
  add(system.process?.forecast?.errorLog, 'process', 'forecast', 'errorLog');
  add(system.method?.buyerFeedback, 'method', 'buyerFeedback');
  system.method?.insights?.forEach(({ source }, index) => {
    addPlace(source, 'method', 'insights', index, 'source');
  });
  const { coaching, practice } = system.execution ?? {};
  coaching?.playbooks?.forEach(({ url }, index) => {
    add(url, 'execution', 'coaching', 'playbooks', index, 'url');
  });
  add(coaching?.coachDevelopment, 'execution', 'coaching', 'coachDevelopment');
  practice?.forEach(({ standard }, index) => {
    addPlace(standard, 'execution', 'practice', index, 'standard');
  });
  return references;
}

/** Finds every reference of answers: the evidence that has one, in the order of the file. */
export function findEvidenceReferences({ answers }: AnswersDocument): readonly Reference[] {
  return Object.entries(answers).flatMap(([id, { evidence = [] }]) =>
    evidence.flatMap(({ ref }, index) =>
      ref === undefined ? [] : [{ path: ['answers', id, 'evidence', index, 'ref'], value: ref }],
    ),
  );
}

/** What is wrong with a reference, and how to correct it. */
interface Problem {
  readonly is: string;
  readonly fix: string;
}

/** Says why a reference was not looked at, by its form. */
function explainUnsafe(reference: string): Problem {
  if (reference.includes('\\')) {
    return {
      is: 'was not checked: a backslash separates folders only on Windows',
      fix: `Use \`/\` between folders: \`${reference.replaceAll('\\', '/')}\`.`,
    };
  }
  if (reference.startsWith('/')) {
    return {
      is: 'was not checked: an absolute path leads somewhere else on every computer',
      fix: 'Use a path relative to the root of the repository, or an http(s) address.',
    };
  }
  return {
    is: 'was not checked: it is neither a path inside the repository nor an http(s) address',
    fix: 'Use a plain path inside the repository, or an http(s) address.',
  };
}

/** Returns what is wrong with a reference; undefined if nothing is. */
function findProblem(reference: string, state: PathState): Problem | undefined {
  switch (state) {
    case 'missing':
      return {
        is: 'does not exist, so anyone who follows it finds nothing',
        fix: 'Correct the path, which is relative to the root of the repository, or add the file.',
      };
    case 'outside':
      return {
        is: 'is outside the repository, where colleagues and the build cannot find it',
        fix: 'Move the file into the repository, or use its http(s) address.',
      };
    case 'unsafe':
      return explainUnsafe(reference);
    case 'there':
    case 'address':
      return undefined;
  }
}

/**
 * Checks whether references lead to something inside the repository. Those that were not looked up are not judged.
 *
 * @param paths the state of each reference that was looked up
 */
export function judgeReferences(references: readonly Reference[], paths: Facts['paths']): CheckResult {
  const known = references.filter(({ value }) => paths.has(value));
  return {
    subjects: known.length,
    failures: known.flatMap(({ path, value }) => {
      const problem = findProblem(value, paths.get(value) ?? 'there');
      return problem === undefined
        ? []
        : [{ path, message: `\`${value}\` ${problem.is}.`, fix: problem.fix }];
    }),
  };
}
