/** The settings that a file had in the revision: today's settings must not decide what they are compared with. */
import { dirname, resolve } from 'node:path';
import type { ConfigDocument } from '#domain/types/config.ts';
import { readBytesIfThere } from '#io/files.ts';
import { readFileIn } from '#io/git/git.ts';
import { configNames } from '#app/config-file.ts';
import type { Context } from '#app/context.ts';
import { readConfig } from '#app/read-document.ts';
import { type Revision, getNamedPath } from './revision.ts';

/** A settings file of the revision. */
export interface EarlierSettings {
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly config: ConfigDocument;
}

/** Finds the settings that a file had in a revision, by the absolute path that it had; undefined without any. */
export type FindEarlierSettings = (revision: Revision, path: string) => Promise<EarlierSettings | undefined>;

/** Lists the folder of a file and every folder above it, up to the root, relative to the root, with `/`. */
function listFolders(name: string): string[] {
  const end = name.lastIndexOf('/');
  return end === -1 ? [''] : [name.slice(0, end + 1), ...listFolders(name.slice(0, end))];
}

/** Reads settings. What is no settings file has none. */
async function parse(path: string, bytes: Uint8Array | undefined): Promise<EarlierSettings | undefined> {
  // Which model they were for makes no difference to what they ignored.
  const read = bytes === undefined ? undefined : await readConfig(path, bytes, async () => undefined);
  return read?.ok ? { folder: dirname(path), config: read.document.value } : undefined;
}

/**
 * Makes a function that finds the settings of a file in a revision: by their exact path, because a rename or a link of
 * today must not choose them.
 *
 * @param named the named settings file; false to use none. One outside of the repository is read as it is today.
 */
export function makeFindEarlierSettings(
  context: Context,
  named: string | false | undefined,
): FindEarlierSettings {
  const known = new Map<string, Promise<EarlierSettings | undefined>>();
  const readNamed = async ({ root, tree }: Revision, path: string): Promise<EarlierSettings | undefined> => {
    const name = getNamedPath(root, path);
    return parse(path, name === undefined ? await readBytesIfThere(path) : await readFileIn(tree, name));
  };
  const readNearest = async (
    { root, tree }: Revision,
    path: string,
  ): Promise<EarlierSettings | undefined> => {
    for (const folder of listFolders(getNamedPath(root, path) ?? '')) {
      const config = configNames.map((name) => folder + name).find((name) => tree.entries.has(name));
      if (config !== undefined) return parse(resolve(root, config), await readFileIn(tree, config));
    }
    return undefined;
  };
  return async (revision, path) => {
    if (named === false) return undefined;
    const folder = `${revision.root}\0${named ?? dirname(path)}`;
    const found =
      known.get(folder) ??
      (named === undefined ? readNearest(revision, path) : readNamed(revision, context.resolvePath(named)));
    known.set(folder, found);
    return found;
  };
}
