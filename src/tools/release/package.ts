import { readFile } from 'node:fs/promises';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** Runs publint on the manifest and the files that it names. */
async function findManifestProblems(tarball: Buffer): Promise<string[]> {
  // publint needs a separate ArrayBuffer, and a Node Buffer can be a view of a larger one.
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer } });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`);
}

/** Runs attw on the types. The package is ESM only, so CommonJS resolution is ignored. */
async function findTypeProblems(tarball: Buffer): Promise<string[]> {
  const result = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
  if (result.types === false) return ['attw: the package has no types.'];
  return result.problems.flatMap((problem) => {
    const resolution = 'resolutionKind' in problem ? problem.resolutionKind : undefined;
    return resolution === 'node10' || resolution === 'node16-cjs' ? [] : [`attw: ${JSON.stringify(problem)}`];
  });
}

/**
 * Checks the package as `npm pack` writes it: manifest, types and size.
 *
 * @param path path of the tarball
 * @param largest maximum size of the tarball in bytes. The libraries are bundled, for the command line and again for
 *   the library; those for office files, 0.25 MB of it, only once. The fonts of the page are 0.33 MB, and the pictures of
 *   the README a third of it
 * @returns one line for each problem
 */
export async function findPackageProblems(path: string, largest = 3_200_000): Promise<string[]> {
  const tarball = await readFile(path);
  const size =
    tarball.length > largest ? [`The package has ${tarball.length} bytes; ${largest} are allowed.`] : [];
  return [...(await findManifestProblems(tarball)), ...(await findTypeProblems(tarball)), ...size];
}
