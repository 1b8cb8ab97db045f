import { createHash, randomBytes } from 'node:crypto';
import { readdir, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { getStartTime, isStale } from '#io/lock-holder.ts';

/** A digest of the host name, which could contain any character and be long. */
function digestHost(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

/** Matches the name of a temporary file: host, process, start of the process if known, and a number of its own. */
const temporaryName = /^\.sales-audit\.([\da-f]{8})-(\d+)-(\d*)-[\da-f]{12}\.tmp$/;

/**
 * Makes the path of a temporary file in a folder, so that it can be renamed within a file system. The name says which
 * process it belongs to, and is short enough for every file system.
 */
export function makeTemporaryPath(folder: string): string {
  const owner = `${digestHost()}-${process.pid}-${getStartTime(process.pid) ?? ''}`;
  return join(folder, `.sales-audit.${owner}-${randomBytes(6).toString('hex')}.tmp`);
}

/** Whether a name is that of a temporary file of a process on this host which is gone. */
function isLeftover(name: string): boolean {
  const [, host, pid, started = ''] = temporaryName.exec(name) ?? [];
  if (host !== digestHost()) return false;
  return isStale({ pid: Number(pid), host: hostname(), started: started || null, token: '' });
}

/** Folders that this process has cleaned up. */
const clean = new Set<string>();

/** Removes the temporary files that killed processes left in a folder. Looks once per process at each folder. */
export async function removeLeftovers(folder: string): Promise<void> {
  if (clean.has(folder)) return;
  clean.add(folder);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (isLeftover(name)) await unlink(join(folder, name)).catch(() => undefined);
  }
}
