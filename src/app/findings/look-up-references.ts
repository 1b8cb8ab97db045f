import { dirname } from 'node:path';
import type { Facts } from '#checks/define-check.ts';
import type { Reference } from '#checks/queries/references.ts';
import { findRepositoryRoot } from '#io/git/git.ts';
import { findReferenceStates } from '#io/references.ts';

/**
 * Looks up whether references of a document exist, from the root of its repository, or else from its folder.
 *
 * @param path absolute path of the document; undefined where nothing around it may be looked at
 */
export async function lookUpReferences(
  references: readonly Reference[],
  path: string | undefined,
): Promise<Facts['paths']> {
  if (path === undefined || references.length === 0) return new Map();
  const folder = dirname(path);
  const root = (await findRepositoryRoot(folder)) ?? folder;
  return findReferenceStates(
    references.map(({ value }) => value),
    root,
  );
}
