/** The bundles: the command, what starts it, and the library. */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type InputOptions, type OutputChunk, type OutputOptions, rolldown } from 'rolldown';
import { inAscii, lazily, plainExports, startsNothing, withoutUnusedPrompts } from './plugins.ts';
import { asFunction, startingInOne } from './starting.ts';

/**
 * What every command needs, what `check` needs whatever it finds, what a line with options needs, and what the interview
 * begins with; below `src/`.
 */
const needs = {
  every: ['cli/main.ts', 'cli/program.ts', 'cli/context.ts'],
  gate: [
    ...['cli/check.ts', 'cli/gate-run.ts', 'cli/check-files.ts', 'cli/paced.ts'],
  ],
  options: ['cli/parse-line.ts'],
  interview: ['cli/run.ts'],
} as const;

const whoNeeds = Object.keys(needs) as readonly (keyof typeof needs)[];

/** Every module that some modules import, and those that these import; what is imported on demand is left out. */
function reachable(from: readonly string[], importsOf: (id: string) => readonly string[]): Set<string> {
  const found = new Set(from);
  // A set that grows while it is walked: what is added is walked too.
  for (const id of found) for (const next of importsOf(id)) found.add(next);
  return found;
}

const shared = {
  // What cannot be built throws; that a part on demand lies in a file that is loaded anyway is no news.
  logLevel: 'silent',
  platform: 'node',
  resolve: { mainFields: ['module', 'main'] },
} satisfies InputOptions;

const written = {
  // Names of functions stay: a stack trace of a bug has to say something.
  minify: {
    compress: true,
    mangle: { toplevel: false, keepNames: { function: true, class: true } },
    codegen: { removeWhitespace: true },
  },
} satisfies OutputOptions;

/** The command: what Node loads soonest, in few files; with what starts it. */
export async function bundleCommand(out: string): Promise<readonly OutputChunk[]> {
  const needed: Record<keyof typeof needs, ReadonlySet<string>> = {
    every: new Set(),
    gate: new Set(),
    options: new Set(),
    interview: new Set(),
  };
  const bundled = await rolldown({
    ...shared,
    input: { main: 'src/cli/main.ts' },
    plugins: [
      lazily,
      withoutUnusedPrompts,
      startsNothing,
      plainExports,
      inAscii,
      {
        name: 'needs',
        buildEnd() {
          for (const who of whoNeeds) {
            const entries = needs[who].map((path) => resolve('src', path));
            needed[who] = reachable(entries, (id) => this.getModuleInfo(id)?.importedIds ?? []);
          }
        },
      },
    ],
  });
  const { output } = await bundled.generate({
    ...written,
    // Scripts are loaded several milliseconds sooner than modules.
    format: 'cjs',
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    // Opening a file takes longer than reading it, and what is not needed is not to be read.
    codeSplitting: {
      groups: [
        {
          name: 'base',
          priority: 2,
          test: (id) => needed.every.has(id) || (needed.gate.has(id) && needed.interview.has(id)),
        },
        { name: 'gate', priority: 1, test: (id) => needed.gate.has(id) },
        { name: 'options', priority: 1, test: (id) => needed.options.has(id) },
        { name: 'interview', priority: 0, test: (id) => needed.interview.has(id) },
      ],
    },
  });
  const chunks = output.filter((part) => part.type === 'chunk');
  const scripts = startingInOne(chunks);
  for (const { fileName, code } of scripts) await writeFile(join(out, fileName), asFunction(code));
  await bundleStart(out, scripts[0].fileName);
  return chunks;
}

/**
 * What starts before anything else is loaded, in a file of its own.
 *
 * @param main name of the script that it loads
 */
async function bundleStart(out: string, main: string): Promise<void> {
  const bundled = await rolldown({
    ...shared,
    input: { start: 'src/cli/start.ts' },
    transform: { define: { mainScript: JSON.stringify(main) } },
  });
  await bundled.write({
    ...written,
    dir: out,
    format: 'cjs',
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    codeSplitting: false,
  });
}

/** The library, as modules: whoever imports it has a bundler or a loader of their own. */
export async function bundleLibrary(out: string): Promise<readonly OutputChunk[]> {
  const bundled = await rolldown({ ...shared, input: { index: 'src/index.ts' } });
  const { output } = await bundled.write({
    ...written,
    dir: out,
    format: 'esm',
    chunkFileNames: '[name]-[hash].js',
  });
  return output.filter((part) => part.type === 'chunk');
}
