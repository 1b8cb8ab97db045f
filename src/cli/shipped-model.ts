import { readFile } from 'node:fs/promises';
import type { Model } from '#domain/model.ts';

/** The model that ships with the tool. The build has checked and assembled it into one file. */
export async function loadShippedModel(): Promise<Model> {
  return JSON.parse(await readFile(new URL('./model.json', import.meta.url), 'utf8')) as Model;
}
