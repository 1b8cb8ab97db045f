import { mkdir, rename, rm } from 'node:fs/promises';

/**
 * Writes a directory anew: all steps write into a temporary one beside it, which takes its place when they are done.
 * Where a step fails, the old directory stays.
 *
 * @param dir path of the directory
 * @param steps run at the same time; each gets the directory to write to
 * @throws the error of the first step in the list that fails, after all have ended
 */
export async function replaceFolder(
  dir: string,
  steps: readonly ((dir: string) => Promise<void>)[],
): Promise<void> {
  const next = `${dir}.${process.pid}`;
  const old = `${next}.old`;
  await mkdir(next, { recursive: true });
  try {
    // A step that still writes while the directory is removed would hide the error.
    const results = await Promise.allSettled(steps.map(async (step) => step(next)));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    await rename(dir, old).catch(() => undefined);
    await rename(next, dir);
  } finally {
    for (const leftover of [next, old]) await rm(leftover, { recursive: true, force: true });
  }
}
