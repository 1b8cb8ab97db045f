import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type * as Library from '../../../src/index.ts';
import type { ReadResult, Sourced } from '../../../src/index.ts';

/** The library as it was built: there the model that comes with it lies beside the code. */
export async function builtLibrary(): Promise<typeof Library> {
  const { exports } = JSON.parse(await readFile('package.json', 'utf8')) as {
    readonly exports: { readonly '.': { readonly default: string } };
  };
  return (await import(pathToFileURL(exports['.'].default).href)) as typeof Library;
}

/** What was read. Throws with everything that is wrong where it could not be. */
export function documentOf<T>(read: ReadResult<T>): Sourced<T> {
  if (read.ok) return read.document;
  throw new Error(read.findings.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
}
