import { mkdir, rename, rm } from 'node:fs/promises';

/**
 * Replaces a directory. All steps write to a temporary directory next to it, which is renamed at the end. If a step
 * fails, the old directory stays.
 *
 * @param dir path of the directory
 * @param steps functions that run concurrently; each receives the directory to write to
 * @throws the error of the first failing step in the list, after all steps have ended
 */
export async function replaceFolder(
  dir: string,
  steps: readonly ((dir: string) => Promise<void>)[],
): Promise<void> {
  const next = `${dir}.${process.pid}`;
  const old = `${next}.old`;
  await mkdir(next, { recursive: true });
  try {
    // Wait for all: a step that writes while the directory is being removed would hide the first error.
    const results = await Promise.allSettled(steps.map(async (step) => step(next)));
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    await rename(dir, old).catch(() => undefined);
    await rename(next, dir);
  } finally {
    for (const leftover of [next, old]) await rm(leftover, { recursive: true, force: true });
  }
}
