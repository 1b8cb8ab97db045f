/** Builds `dist/`: the checked model as one file, the bundled command and library, and their types. */
import { execFile } from 'node:child_process';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { partsOf } from '#cli/model-parts.ts';
import { shippedOverlays } from '#cli/shipped-model.ts';
import type { Model } from '#domain/model.ts';
import { escaped } from './bundle/ascii.ts';
import { bundleCommand, bundleLibrary } from './bundle/bundles.ts';
import { licences } from './bundle/licences.ts';
import { writeCodeCache } from './bundle/code-cache.ts';
import { loadModelFrom } from './model-files.ts';

/** Where everything is built before it takes the place of what is there. */
const out = `dist.${process.pid}`;

/** Writes a model in its two parts, in ASCII: text with other characters takes twice the memory, and longer to read. */
async function writeModel(name: string, model: Model): Promise<void> {
  for (const [part, value] of Object.entries(partsOf(model)))
    await writeFile(join(out, `${name}.${part}.json`), escaped(JSON.stringify(value)));
}

/** Writes the declarations of the library. TypeScript finds their imports by `imports` in package.json. */
async function writeTypes(folder: string): Promise<void> {
  const compiler = [
    'node_modules/@typescript/native/bin/tsc',
    '-p',
    'tsconfig.build.json',
    '--outDir',
    folder,
  ];
  await promisify(execFile)(process.execPath, compiler);
}

async function build(): Promise<void> {
  await mkdir(out, { recursive: true });
  const model = await loadModelFrom('src/model');
  const overlays = await Promise.all(
    shippedOverlays.map(async (name) => [name, await loadModelFrom(`src/overlays/${name}`, model)] as const),
  );
  const [command, library] = await Promise.all([
    bundleCommand(out),
    bundleLibrary(out),
    writeTypes(join(out, 'types')),
    writeModel('model', model),
    ...overlays.map(([name, overlay]) => writeModel(`model-${name}`, overlay)),
  ]);
  await writeFile(join(out, 'THIRD-PARTY-LICENSES.txt'), await licences([...command, ...library]));

  // What was there works until what comes is whole.
  const old = `${out}.old`;
  await rename('dist', old).catch(() => undefined);
  await rename(out, 'dist');
  await rm(old, { recursive: true, force: true });
  // Where the scripts stay: V8 keeps their paths too, for the traces of errors.
  await writeCodeCache(resolve('dist')).catch((error: unknown) => {
    // All that was built works without it.
    console.warn(`There is no code cache, so the first run of each command takes longer: ${String(error)}`);
  });
}

try {
  await build();
} finally {
  // Nothing half built is left behind.
  await rm(out, { recursive: true, force: true });
}
