import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new empty folder that is removed when the test is over. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'sales-audit-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
