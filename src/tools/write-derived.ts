import { readFile } from 'node:fs/promises';

/**
 * Writes the derived files that differ from what is on disk, and returns their paths.
 *
 * @param derived expected texts of the files, by path
 * @param write function that writes a file; pass one that does nothing to only find the files that differ
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
