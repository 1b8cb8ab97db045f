import { readFile } from 'node:fs/promises';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** What publint says about the manifest and the files that it names. */
async function manifestProblems(tarball: Buffer): Promise<string[]> {
  // publint wants an ArrayBuffer of its own, and a buffer from Node can be a part of a larger one.
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(tarball).buffer } });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false })}`);
}

/** What attw says about the types. The package is ESM only, so resolution as for CommonJS does not count. */
async function typeProblems(tarball: Buffer): Promise<string[]> {
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
 * @param largest number of bytes that it may have: with the libraries bundled, 180 kB of them the tables of character
 *   sets that come with the editor prompt of inquirer, and two languages, it has some 1,260,000
 * @returns one line for each problem
 */
export async function findPackageProblems(path: string, largest = 1_300_000): Promise<string[]> {
  const tarball = await readFile(path);
  const size =
    tarball.length > largest ? [`The package has ${tarball.length} bytes; ${largest} are allowed.`] : [];
  return [...(await manifestProblems(tarball)), ...(await typeProblems(tarball)), ...size];
}
