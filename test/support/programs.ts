import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Whether a program is installed that a test needs. On a desk the test is skipped without it; in CI it has to be
 * there, because a test that never runs holds nothing.
 */
export function hasProgram(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = folders.some((folder) => existsSync(join(folder, name)));
  if (!found && process.env['CI'])
    throw new Error(`${name} is not installed, and in CI its tests may not be left out.`);
  return found;
}
