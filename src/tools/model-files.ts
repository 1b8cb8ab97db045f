import { computeDigest } from '#app/digest.ts';
import { loadModel } from '#document/model/load-model.ts';
import type { Model } from '#domain/model.ts';
import { listYaml, readBytes } from '#io/files.ts';

/**
 * Reads, validates and assembles the model in a folder. Throws an error that lists all faults.
 *
 * @param shipped the model that an overlay extends
 */
export async function loadModelFrom(folder: string, shipped?: Model): Promise<Model> {
  const paths = await listYaml(folder);
  const files = await Promise.all(paths.map(async (file) => ({ file, bytes: await readBytes(file) })));
  const loaded = await loadModel(files, computeDigest, shipped);
  if (loaded.ok) return loaded.model;
  throw new Error(
    loaded.findings
      .map(({ file, line, column, message, fix }) => `${file}:${line}:${column} ${message} ${fix ?? ''}`)
      .join('\n'),
  );
}
