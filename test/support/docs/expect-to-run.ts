import { readFile, writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { playPage } from './docs.ts';
import { blocksOf, readPage } from './markdown.ts';

const update = process.env['UPDATE'] === '1';

/**
 * Runs or checks every code block of a page, from top to bottom, in a separate folder. `UPDATE=1` writes the current
 * output into the page; read the diff before you commit it.
 */
export async function expectToRun(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  // Blocks that are indented or fenced with tildes would not be run.
  expect(blocksOf(text)).toHaveLength(readPage(text).codeBlocks);
  const played = await playPage(path, text, update);
  // A crash must not get into a page by UPDATE=1.
  expect(played.match(/^.*(?:node:internal|This is a bug in sales-audit\. Please).*$/gm)).toBeNull();
  if (update) await writeFile(path, played);
  expect(played).toBe(await readFile(path, 'utf8'));
}
