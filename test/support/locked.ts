import { chmod, chown, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** User without rights: the superuser may read everything, whatever the mode of a file says. */
const nobody = 65_534;

/** Gives a folder and everything in it to a user, so that git reads it. */
async function giveTo(user: number, folder: string): Promise<void> {
  const paths = await readdir(folder, { recursive: true });
  for (const path of ['', ...paths]) await chown(join(folder, path), user, user);
}

/** Runs a function while nobody may read a path below a folder, also if the tests run as the superuser. */
export async function withLocked<T>(folder: string, path: string, run: () => Promise<T>): Promise<T> {
  const locked = join(folder, path);
  const isRoot = process.geteuid?.() === 0;
  const home = process.env['HOME'];
  if (isRoot) await giveTo(nobody, folder);
  await chmod(locked, 0);
  // The settings of git of the superuser cannot be read either.
  process.env['HOME'] = folder;
  if (isRoot) process.seteuid?.(nobody);
  try {
    return await run();
  } finally {
    if (isRoot) process.seteuid?.(0);
    process.env['HOME'] = home;
    await chmod(locked, 0o755);
  }
}
