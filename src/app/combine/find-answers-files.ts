import { posix, resolve } from 'node:path';
import { findKind } from '#document/schema/kind-sniffer.ts';
import { UsageError } from '#domain/errors.ts';
import { type KindTests, discover, expandPatterns, isSystemName } from '#io/discover.ts';
import { inspect } from '#io/globs.ts';
import type { Context } from '#app/context.ts';
import { describeLeftOut, kindTests } from '#app/left-out.ts';

const isAnswers = (text: string): boolean => findKind(text) === 'answers';

/** Finds answers in a folder, where reports and declared systems belong to others. */
const answersTests: KindTests = {
  ...kindTests,
  declaresOwnKind: isAnswers,
  isForeign: (text) => !isAnswers(text) && (kindTests.declaresOwnKind(text) || kindTests.isForeign(text)),
};

/**
 * Finds the answers in and below a folder, also those that git ignores: answers of sellers belong in no repository.
 * Reports files with a misspelled kind, which are left out.
 */
async function findInFolder(context: Context, folder: string): Promise<string[]> {
  const { files, leftOut } = await discover(context.resolvePath(folder), {
    tests: answersTests,
    findsIgnored: true,
  });
  const meant = leftOut
    .filter(({ reason }) => reason !== 'foreign')
    .map(({ path, reason }) => ({ path: posix.join(folder, path), reason }));
  for (const note of describeLeftOut(meant, 'Not combined')) await context.notify(`Note: ${note}\n`);
  const found = files.filter((path) => !isSystemName(path)).map((path) => posix.join(folder, path));
  if (found.length > 0) return found;
  throw new UsageError(`There are no answers in the folder ${folder}.`, 'Check the path, or name files.');
}

/** Finds the files that a pattern matches. Any other name is that of a missing file, which its reading reports. */
async function findMatching({ host }: Context, pattern: string): Promise<string[]> {
  if (!/[*?[{]/.test(pattern)) return [pattern];
  const { files } = await expandPatterns(host.cwd, [pattern], { tests: kindTests, findsIgnored: true });
  if (files.length > 0) return files;
  throw new UsageError(`Nothing matches ${JSON.stringify(pattern)}.`, 'Check the path, or the pattern.');
}

/**
 * Finds the answers files that arguments name: files, standard input (`-`), folders, whose other documents are left
 * out, and patterns, which not every shell expands. Returns each file once.
 *
 * @throws UsageError for a folder without answers, or a pattern that matches nothing
 */
export async function findAnswersFiles(context: Context, given: readonly string[]): Promise<string[]> {
  const files = new Map<string, string>();
  for (const argument of given) {
    const place = argument === '-' ? 'file' : inspect(resolve(context.host.cwd, argument));
    const found =
      place === 'file'
        ? [argument]
        : await (place === 'folder' ? findInFolder : findMatching)(context, argument);
    for (const file of found) {
      const path = file === '-' ? file : context.resolvePath(file);
      if (!files.has(path)) files.set(path, file);
    }
  }
  return [...files.values()];
}
