import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Makes an empty folder, which is removed after the test. */
export async function makeEmptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'sales-audit-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
