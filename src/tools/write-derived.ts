import { readFile } from 'node:fs/promises';

/**
 * Writes the derived files that differ from what is on disk, and returns their paths.
 *
 * @param derived the text that each file should have, by its path
 * @param write how a file is written; one that does nothing only finds out which differ
 */
export async function writeDerived(
  derived: ReadonlyMap<string, string>,
  write: (path: string, text: string) => Promise<void>,
): Promise<string[]> {
  const written: string[] = [];
  for (const [path, text] of derived) {
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue;
    await write(path, text);
    written.push(path);
  }
  return written;
}
