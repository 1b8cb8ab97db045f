/**
 * Writes everything in `examples/` that follows from something else there: the report of each company's
 * answers, and its summary as text. A golden test holds the files to it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { deriveExamples } from './derive-examples.ts';

const written: string[] = [];
for (const [path, text] of await deriveExamples()) {
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue;
  await writeFile(path, text);
  written.push(path);
}
console.log(written.length === 0 ? 'Examples are up to date.' : `Wrote ${written.join(', ')}`);
