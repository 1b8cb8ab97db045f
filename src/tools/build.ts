/** Builds `dist/`: the checked model as one file, the bundled command and library, and their types. */
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type InputOptions, type OutputChunk, type OutputOptions, type Plugin, rolldown } from 'rolldown';
import { shippedOverlays } from '#cli/shipped-model.ts';
import { writeCodeCache } from './code-cache.ts';
import { loadModelFrom } from './model-files.ts';
import { writeTypes } from './package-types.ts';

/** Where everything is built before it takes the place of what is there. */
const out = `dist.${process.pid}`;

/** Packages whose tables take longer to make than most runs take: they are made when first asked for. */
const lazy = new Set(['string-width', 'wrap-ansi']);

/** Puts a function in place of the one function that each lazy package exports. */
const lazily: Plugin = {
  name: 'lazily',
  resolveId: (id, importer) =>
    lazy.has(id) && importer?.startsWith('\0lazily:') !== true ? `\0lazily:${id}` : undefined,
  load: (id) =>
    id.startsWith('\0lazily:')
      ? `let own;\nexport default (...args) => (own ??= require('${id.slice('\0lazily:'.length)}').default)(...args);`
      : undefined,
};

/**
 * Of the YAML library only the events are used. What makes its schemas is wrapped, so that it can be seen that
 * making them does nothing else, and they are left out.
 */
const eventsOnly: Plugin = {
  name: 'events-only',
  transform: {
    filter: { id: /js-yaml\.mjs$/ },
    handler: (code) =>
      code.replaceAll(
        /^var (\w+) = ((?:define\w+Tag\(|new Schema\(|\w+_SCHEMA\.withTags\(|\{\n\t\.\.\.)[\s\S]*?\n[\])}]+);$/gm,
        'var $1 = /* @__PURE__ */ (() => ($2))();',
      ),
  },
};

/** Prompts of inquirer that nothing asks with; the one that opens an editor brings large tables along. */
const unused = /^@inquirer\/(?:checkbox|confirm|editor|expand|number|password|rawlist|search)$/;

const withoutUnusedPrompts: Plugin = {
  name: 'without-unused-prompts',
  resolveId: { filter: { id: unused }, handler: (id) => `\0unused:${id}` },
  load: {
    filter: { id: /^\0unused:/ },
    handler: () => `export { Separator } from '@inquirer/core'; export default undefined;`,
  },
};

/** The parser of arguments can start programs, which it never does here, so what starts them is not loaded. */
const startsNothing: Plugin = {
  name: 'starts-nothing',
  transform: {
    filter: { id: /commander\/lib\/command\.js$/ },
    handler: (code) =>
      code.replace("const childProcess = require('node:child_process');", 'let childProcess;'),
  },
};

/** Text outside ASCII makes V8 hold a script in twice the memory, and take longer for it. */
const inAscii: Plugin = {
  name: 'in-ascii',
  generateBundle(_options, bundle) {
    for (const part of Object.values(bundle)) {
      if (part.type !== 'chunk') continue;
      if (/String\.raw`[^`]*[^\0-\x7f]/.test(part.code))
        throw new Error(`${part.fileName} has raw text outside ASCII.`);
      part.code = part.code.replaceAll(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

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
  dir: out,
  // Names of functions stay: a stack trace of a bug has to say something.
  minify: {
    compress: true,
    mangle: { toplevel: false, keepNames: { function: true, class: true } },
    codegen: { removeWhitespace: true },
  },
} satisfies OutputOptions;

/** The command: what Node loads soonest, in few files. */
async function bundleCommand(): Promise<readonly OutputChunk[]> {
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
async function bundleStart(): Promise<void> {
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
    format: 'cjs',
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name].cjs',
  });
}

/** The library, as modules: whoever imports it has a bundler or a loader of their own. */
async function bundleLibrary(): Promise<readonly OutputChunk[]> {
  const bundled = await rolldown({ ...shared, input: { index: 'src/index.ts' }, plugins: [eventsOnly] });
  const { output } = await bundled.write({ ...written, format: 'esm', chunkFileNames: '[name]-[hash].js' });
  return output.filter((part) => part.type === 'chunk');
}

/** The licences of everything that was bundled, as those licences ask. */
async function licences(chunks: readonly OutputChunk[]): Promise<string> {
  const folders = new Set(
    chunks
      .flatMap(({ moduleIds }) => moduleIds)
      .flatMap((id) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []),
  );
  const texts = await Promise.all(
    [...folders].toSorted().map(async (folder) => {
      const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
      const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
      if (file === undefined) throw new Error(`${folder} has no licence file to pass on.`);
      return `${name} ${version} (${license})\n\n${await readFile(join(folder, file), 'utf8')}`;
    }),
  );
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const model = await loadModelFrom('src/model');
const overlays = await Promise.all(
  shippedOverlays.map(async (name) => [name, await loadModelFrom(`src/overlays/${name}`, model)] as const),
);
const [command, library] = await Promise.all([
  bundleCommand(),
  bundleLibrary(),
  bundleStart(),
  writeTypes(join(out, 'types')),
  writeFile(join(out, 'model.json'), JSON.stringify(model)),
  ...overlays.map(([name, overlay]) => writeFile(join(out, `model-${name}.json`), JSON.stringify(overlay))),
]);
await writeFile(join(out, 'THIRD-PARTY-LICENSES.txt'), await licences([...command, ...library]));
await writeCodeCache(resolve(out));

// What was there works until what comes is whole.
const old = `${out}.old`;
await rename('dist', old).catch(() => undefined);
await rename(out, 'dist');
await rm(old, { recursive: true, force: true });
