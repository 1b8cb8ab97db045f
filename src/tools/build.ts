/** Builds `dist/`: the validated models, the bundled command and library, and the declarations. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { shippedOverlays } from '#app/model/shipped-model.ts';
import type { Model } from '#domain/model.ts';
import { writeBundles } from './bundle.ts';
import { readFonts } from './font-files.ts';
import { loadModelFrom } from './model-files.ts';
import { replaceFolder } from './replace-folder.ts';

async function writeModels(dir: string): Promise<void> {
  const write = (name: string, model: Model): Promise<void> =>
    writeFile(join(dir, `${name}.json`), JSON.stringify(model));
  const model = await loadModelFrom('src/model');
  await write('model', model);
  for (const name of shippedOverlays)
    await write(`model-${name}`, await loadModelFrom(`src/overlays/${name}`, model));
}

async function writeFonts(dir: string): Promise<void> {
  await writeFile(join(dir, 'fonts.json'), JSON.stringify(await readFonts()));
}

/** Writes the declarations of the library. TypeScript resolves their imports through `imports` in package.json. */
async function writeTypes(dir: string): Promise<void> {
  const compiler = 'node_modules/@typescript/native/bin/tsc';
  const options = ['-p', 'tsconfig.build.json', '--outDir', join(dir, 'types')];
  await promisify(execFile)(process.execPath, [compiler, ...options]);
}

await replaceFolder('dist', [writeModels, writeFonts, writeBundles, writeTypes]);
