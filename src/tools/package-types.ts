import { execFile } from 'node:child_process';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

/** A module that a declaration names, with what comes before it. */
const named = /(\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"]+)\2/g;

/** A module as it is named from a file of the package: by a path, with the ending that it has there. */
function inPackage(name: string, up: string): string {
  const path = name.startsWith('#') ? `${up}/${name.slice(1)}` : name;
  return path.startsWith('.') ? path.replace(/\.tsx?$/, '.js') : path;
}

/**
 * Writes the declarations of the library: those of `index.ts` and of what these name. Imports across folders are
 * made relative, because `#` means nothing outside this package.
 *
 * @param root folder to write into
 * @throws an error with every type error of the sources
 */
export async function writeTypes(root: string): Promise<void> {
  const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', root];
  await promisify(execFile)(process.execPath, compiler).catch((error: Error & { stdout?: string }) => {
    // The compiler prints type errors to stdout.
    throw new Error(error.stdout || error.message);
  });
  const kept = new Set([join(root, 'index.d.ts')]);
  // A set that grows while it is walked: what is added is walked too.
  for (const path of kept) {
    const up = relative(dirname(path), root) || '.';
    const text = (await readFile(path, 'utf8')).replace(
      named,
      (_all, before: string, quote: string, name: string) =>
        `${before}${quote}${inPackage(name, up)}${quote}`,
    );
    await writeFile(path, text);
    for (const [, , , name = ''] of text.matchAll(named)) {
      if (name.startsWith('.')) kept.add(join(dirname(path), name.replace(/\.js$/, '.d.ts')));
    }
  }
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(path)) await rm(path);
  }
}
