/** The bundles: the command, what starts it, and the library. */
import { resolve } from 'node:path';
import { type InputOptions, type OutputChunk, type OutputOptions, rolldown } from 'rolldown';
import { eventsOnly, inAscii, lazily, startsNothing, withoutUnusedPrompts } from './plugins.ts';

/** What `check` needs, whatever it finds, from the first line on. */
const gate = ['main', 'program', 'context', 'commands/check', 'check', 'gate-run', 'check-files', 'paced'];

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

/** The command: what Node loads soonest, in few files. */
export async function bundleCommand(out: string): Promise<readonly OutputChunk[]> {
  const entries = gate.map((name) => resolve(`src/cli/${name}.ts`));
  let together: ReadonlySet<string> | undefined;
  const bundled = await rolldown({
    ...shared,
    input: { main: 'src/cli/main.ts' },
    plugins: [
      lazily,
      eventsOnly,
      withoutUnusedPrompts,
      startsNothing,
      inAscii,
      {
        name: 'gate',
        buildEnd() {
          together = reachable(entries, (id) => this.getModuleInfo(id)?.importedIds ?? []);
        },
      },
    ],
  });
  const { output } = await bundled.write({
    ...written,
    dir: out,
    // Scripts are loaded several milliseconds sooner than modules.
    format: 'cjs',
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    // Opening a file takes longer than reading it: what the gate needs lies in one.
    codeSplitting: { groups: [{ name: 'gate', test: (id) => together?.has(id) === true }] },
  });
  return output.filter((part) => part.type === 'chunk');
}

/** What starts before anything else is loaded, in a file of its own. */
export async function bundleStart(out: string): Promise<void> {
  const bundled = await rolldown({
    ...shared,
    input: { start: 'src/cli/start.ts' },
    plugins: [
      {
        name: 'the-rest',
        resolveId: (id) => (id === './main.ts' ? resolve('src/cli/built-main.ts') : undefined),
      },
    ],
  });
  await bundled.write({
    ...written,
    dir: out,
    format: 'cjs',
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
  });
}

/** The library, as modules: whoever imports it has a bundler or a loader of their own. */
export async function bundleLibrary(out: string): Promise<readonly OutputChunk[]> {
  const bundled = await rolldown({ ...shared, input: { index: 'src/index.ts' }, plugins: [eventsOnly] });
  const { output } = await bundled.write({
    ...written,
    dir: out,
    format: 'esm',
    chunkFileNames: '[name]-[hash].js',
  });
  return output.filter((part) => part.type === 'chunk');
}
