import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { loadModel } from '#document/load-model.ts';
import type { Model } from '#domain/model.ts';

/**
 * Reads, checks and assembles the model of a folder. Throws an error that lists everything wrong.
 *
 * @param shipped the model that an overlay extends
 */
export async function loadModelFrom(folder: string, shipped?: Model): Promise<Model> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const files = await Promise.all(paths.map(async (file) => ({ file, bytes: await readFile(file) })));
  const hash = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const loaded = loadModel(files, hash, shipped);
  if (loaded.ok) return loaded.model;
  throw new Error(
    loaded.findings
      .map(({ file, line, column, message, fix }) => `${file}:${line}:${column} ${message} ${fix ?? ''}`)
      .join('\n'),
  );
}
