/** Builds `dist/`: the checked models, the bundled command and library, and their types. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shippedOverlays } from '#cli/shipped-model.ts';
import type { Model } from '#domain/model.ts';
import { writeBundles } from './bundle.ts';
import { loadModelFrom } from './model-files.ts';
import { writeTypes } from './package-types.ts';
import { replaceFolder } from './replace-folder.ts';

async function writeModels(dir: string): Promise<void> {
  const write = (name: string, model: Model): Promise<void> =>
    writeFile(join(dir, `${name}.json`), JSON.stringify(model));
  const model = await loadModelFrom('src/model');
  await write('model', model);
  for (const name of shippedOverlays)
    await write(`model-${name}`, await loadModelFrom(`src/overlays/${name}`, model));
}

await replaceFolder('dist', [writeModels, writeBundles, (dir) => writeTypes(join(dir, 'types'))]);
