/** Builds `dist/`: the checked model as one file, the bundled command and library, and their types. */
import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { type Metafile, build } from 'esbuild';
import { shippedOverlays } from '#cli/shipped-model.ts';
import { loadModelFrom } from './model-files.ts';

/** Where everything is built before it takes the place of what is there. */
const out = `dist.${process.pid}`;

/** Loaded only by commands that ask or draw: kept out of the bundle, so that `score` never pays for them. */
const external = ['inquirer', '@inquirer/core', 'chalk', 'ora'];

async function bundle(): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: { main: 'src/cli/main.ts', index: 'src/index.ts' },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minifySyntax: true,
    legalComments: 'none',
    external,
    metafile: true,
    chunkNames: '[name]-[hash]',
    // CommonJS packages inside an ESM bundle ask for Node's own modules through `require`.
    banner: {
      js: "import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);",
    },
    mainFields: ['module', 'main'],
  });
  return metafile;
}

/** The licences of everything that was bundled, as those licences ask. */
async function licences(metafile: Metafile): Promise<string> {
  const folders = new Set(
    Object.keys(metafile.inputs).flatMap(
      (input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? [],
    ),
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

/** Declarations, with the imports across folders made relative: `#` means nothing outside this package. */
async function declarations(): Promise<void> {
  await promisify(execFile)('node', [
    'node_modules/typescript/bin/tsc',
    '-p',
    'tsconfig.build.json',
    '--outDir',
    `${out}/types`,
  ]);
  const root = `${out}/types`;
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const up = relative(dirname(path), root) || '.';
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      text
        .replace(/(['"])#([^'"]+)\.ts\1/g, `$1${up}/$2.js$1`)
        .replace(/(from ['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2'),
    );
  }
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const model = await loadModelFrom('src/model');
const overlays = await Promise.all(
  shippedOverlays.map(async (name) => [name, await loadModelFrom(`src/overlays/${name}`, model)] as const),
);
const [metafile] = await Promise.all([
  bundle(),
  declarations(),
  writeFile(join(out, 'model.json'), JSON.stringify(model)),
  ...overlays.map(([name, overlay]) => writeFile(join(out, `model-${name}.json`), JSON.stringify(overlay))),
]);
await writeFile(join(out, 'THIRD-PARTY-LICENSES.txt'), await licences(metafile));

// What was there works until what comes is whole.
const old = `${out}.old`;
await rename('dist', old).catch(() => undefined);
await rename(out, 'dist');
await rm(old, { recursive: true, force: true });
