import { readFile, writeFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { playPage } from './docs.ts';
import { parseBlocks, readPage } from './markdown.ts';

const update = process.env['UPDATE'] === '1';

/**
 * Runs or checks every code block of a page, from top to bottom, in a separate folder. `UPDATE=1` writes the current
 * output into the page; read the diff before you commit it.
 *
 * @returns the page with the current output
 */
export async function runPage(path: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  // Blocks that are indented or fenced with tildes would not be run.
  expect(parseBlocks(text)).toHaveLength(readPage(text).codeBlocks);
  const played = await playPage(path, text, update);
  // A crash must not get into a page by UPDATE=1.
  expect(played.match(/^.*(?:node:internal|This is a bug in sales-audit\. Please).*$/gm)).toBeNull();
  if (update) await writeFile(path, played);
  return played;
}
