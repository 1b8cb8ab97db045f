/** Builds `dist/`: the checked model as one file, the bundled command and library, and their types. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { shippedOverlays } from '#cli/shipped-model.ts';
import { bundleCommand, bundleLibrary, bundleStart } from './bundle/bundles.ts';
import { licences } from './bundle/licences.ts';
import { writeCodeCache } from './bundle/code-cache.ts';
import { loadModelFrom } from './model-files.ts';
import { writeTypes } from './package-types.ts';

/** Where everything is built before it takes the place of what is there. */
const out = `dist.${process.pid}`;

async function build(): Promise<void> {
  await mkdir(out, { recursive: true });
  const model = await loadModelFrom('src/model');
  const overlays = await Promise.all(
    shippedOverlays.map(async (name) => [name, await loadModelFrom(`src/overlays/${name}`, model)] as const),
  );
  const [command, library] = await Promise.all([
    bundleCommand(out),
    bundleLibrary(out),
    bundleStart(out),
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
}

try {
  await build();
} finally {
  // Nothing half built is left behind.
  await rm(out, { recursive: true, force: true });
}
