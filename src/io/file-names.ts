import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '#domain/errors.ts';

/** Throws a UsageError for a file or folder whose name is not UTF-8: nothing could open it by the name that git or Node give. */
export function requireReadableName(folder: string, path: string): void {
  if (!path.includes('\uFFFD') || existsSync(join(folder, path))) return;
  throw new UsageError(
    `The name ${JSON.stringify(path)} is not UTF-8, so it cannot be checked.`,
    'Rename it, or list it in .gitignore.',
  );
}
