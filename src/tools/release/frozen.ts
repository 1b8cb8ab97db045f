/** Frozen copies of the schemas and documents of each release, which tests compare with later versions. */
import { cp, mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const root = 'test/fixtures/releases';

/** Folders to copy, by name in the folder of a release. */
const copied = { schemas: 'schemas', documents: 'test/fixtures/documents' } as const;

/** Reads the files in a folder, by name. */
export async function readTexts(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).toSorted();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** A released version: its schemas, and documents of every kind that it could read, by file name. */
export interface Release {
  readonly version: string;
  readonly schemas: ReadonlyMap<string, string>;
  readonly documents: ReadonlyMap<string, string>;
}

/** Reads every frozen release. */
export async function readReleases(folder: string = root): Promise<Release[]> {
  const versions = await readdir(folder).catch(() => []);
  return Promise.all(
    versions.toSorted().map(async (version) => ({
      version,
      schemas: await readTexts(join(folder, version, 'schemas')),
      documents: await readTexts(join(folder, version, 'documents')),
    })),
  );
}

/**
 * Copies the current schemas and test documents to the folder of a release.
 *
 * @returns the folder
 * @throws Error if that version is frozen already, since a release never changes
 */
export async function freezeRelease(version: string, folder: string = root): Promise<string> {
  const own = join(folder, version);
  await mkdir(folder, { recursive: true });
  await mkdir(own).catch((error: unknown) => {
    throw new Error(`Cannot freeze ${version}: ${own} cannot be made, or is there already.`, {
      cause: error,
    });
  });
  for (const [name, from] of Object.entries(copied)) await cp(from, join(own, name), { recursive: true });
  return own;
}

/** Finds schemas that differ from those frozen for a version. Returns one line each. */
export async function findFrozenProblems(version: string, folder: string = root): Promise<string[]> {
  const release = (await readReleases(folder)).find((each) => each.version === version);
  if (release === undefined) return [`${version} is not frozen: \`npm run release:freeze\`.`];
  const today = await readTexts(copied.schemas);
  const names = new Set([...today.keys(), ...release.schemas.keys()]);
  return [...names]
    .filter((name) => today.get(name) !== release.schemas.get(name))
    .map((name) => `schemas/${name} is not as ${join(folder, version)} has it.`);
}
