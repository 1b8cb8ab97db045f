import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type * as Library from '../../../src/index.ts';

/** Imports the built library, which finds the shipped model next to its code. */
export async function importBuiltLibrary(): Promise<typeof Library> {
  const { exports } = JSON.parse(await readFile('package.json', 'utf8')) as {
    readonly exports: { readonly '.': { readonly default: string } };
  };
  return (await import(pathToFileURL(exports['.'].default).href)) as typeof Library;
}
