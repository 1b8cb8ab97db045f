/** Bundles the command and the library with rolldown, each import() into a file of its own. */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type InputOptions, type OutputChunk, type OutputOptions, build } from 'rolldown';
import { fontFolders } from './font-files.ts';

const input = { platform: 'node', logLevel: 'warn' } satisfies InputOptions;

const output = {
  // Function names stay readable in the stack trace of a bug.
  minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
} satisfies OutputOptions;

/**
 * Writes the bundles and the licenses of the packages in them.
 *
 * @param dir directory to write to
 */
export async function writeBundles(dir: string): Promise<void> {
  const bundles = await build([
    {
      ...input,
      input: 'src/cli/main.ts',
      // CommonJS loads several milliseconds faster than modules.
      output: {
        ...output,
        dir,
        format: 'cjs',
        entryFileNames: '[name].cjs',
        chunkFileNames: '[name]-[hash].cjs',
        dynamicImportInCjs: false,
      },
    },
    { ...input, input: 'src/index.ts', output: { ...output, dir, format: 'esm' } },
  ]);
  const chunks = bundles.flatMap(({ output: files }) => files.filter((file) => file.type === 'chunk'));
  await writeFile(join(dir, 'THIRD-PARTY-LICENSES.txt'), await readLicenses(chunks));
}

/** Reads the licenses of every bundled package and of the fonts, as those licenses require. */
async function readLicenses(chunks: readonly OutputChunk[]): Promise<string> {
  const folders = new Set(
    chunks
      .flatMap(({ moduleIds }) => moduleIds)
      .flatMap((id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []),
  );
  const texts = await Promise.all(
    [...folders, ...fontFolders].toSorted().map(async (folder) => {
      const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
      const entries = await readdir(folder);
      // Some old packages have the text of their license at the end of their README.
      const file =
        entries.find((entry) => /^licen[cs]e/i.test(entry)) ??
        entries.find((entry) => /^readme/i.test(entry));
      if (file === undefined) throw new Error(`${folder} has no license file to pass on.`);
      const text = await readFile(join(folder, file), 'utf8');
      const start = /^readme/i.test(file) ? text.search(/^#+ licen[cs]e/im) : 0;
      if (start < 0 && license === undefined) throw new Error(`${folder} has no license to pass on.`);
      return `${name} ${version} (${license})\n\n${start < 0 ? 'The package has no text of its license.\n' : text.slice(start)}`;
    }),
  );
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}
