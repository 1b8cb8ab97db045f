import { linkSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { type Holder, getStartTime, isStale, parseHolder, readText } from './lock-holder.ts';
import { getErrorCode, getReason } from './system-errors.ts';
import { makeTemporaryPath } from './write/temporary-files.ts';

/** A lock on a file: no other process of this tool writes the file until the lock is released. */
export interface Lock {
  /** Releases the lock. Safe to call twice. */
  release(): Promise<void>;
  /** Throws a UsageError if another process took the lock over. */
  requireHeld(): void;
}

/** Maximum number of attempts to acquire a lock. Another process can win each. */
const mostAttempts = 20;

/** Milliseconds between attempts while another process removes a stale lock. */
const pause = 10;

/** Milliseconds after which a process that claimed a stale lock must have been killed: removing takes two steps. */
const longestClaim = 10_000;

/** Returns the path of the lock of a file: hidden, in the same folder, so that it works across users and mounts. */
export function getLockPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.lock`);
}

/** Describes an age in the largest whole unit. */
function describeAge(milliseconds: number): string {
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
  ] as const;
  const [name, size] = units.find(([, length]) => milliseconds >= length) ?? (['second', 1000] as const);
  const count = Math.max(0, Math.floor(milliseconds / size));
  return `${count} ${name}${count === 1 ? '' : 's'} old`;
}

/** Returns when a file was last changed, in milliseconds since 1970; undefined if there is none. */
function getChangeTime(path: string): number | undefined {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Already gone, or not ours to remove.
  }
}

/**
 * Removes a stale lock, unless it was replaced meanwhile. Only one process at a time does this: otherwise a slow one
 * would remove the lock that a fast one has just created.
 *
 * @param seen text of the stale lock
 */
async function removeStale(lock: string, seen: string): Promise<void> {
  const claim = `${lock}.stale`;
  try {
    writeFileSync(claim, '', { flag: 'wx' });
  } catch {
    // The process that made this claim was killed before it could remove it.
    if (Date.now() - (getChangeTime(claim) ?? Infinity) > longestClaim) remove(claim);
    await new Promise((done) => setTimeout(done, pause));
    return;
  }
  try {
    if (readText(lock) === seen) remove(lock);
  } finally {
    remove(claim);
  }
}

/** Makes a name that no process makes twice. It need not be secret, so process id and clock are enough. */
function makeUniqueName(): string {
  return `${process.pid.toString(16)}-${process.hrtime.bigint().toString(16)}`;
}

/** Creates the lock with its text in one step, so that no process reads half of it. */
function create(lock: string, text: string): void {
  const aside = makeTemporaryPath(dirname(lock));
  writeFileSync(aside, text, { flag: 'wx' });
  try {
    linkSync(aside, lock);
  } catch (error) {
    if (getErrorCode(error) === 'EEXIST') throw error;
    // The file system has no hard links. Between creating and writing, the lock is empty for a moment.
    writeFileSync(lock, text, { flag: 'wx' });
  } finally {
    remove(aside);
  }
}

/** Makes the error for a lock that another process owns. */
function makeLockedError(path: string, lock: string, holder: Holder, takesOver: boolean): UsageError {
  const isHere = holder.host === hostname();
  const age = describeAge(Date.now() - (getChangeTime(lock) ?? Date.now()));
  const message = `${path} is open in another interview: process ${holder.pid}${isHere ? '' : ` on ${holder.host}`}. The lock ${lock} is ${age}.`;
  if (takesOver) {
    return new UsageError(
      message,
      'That process is running here, so you cannot take over from it. End it first.',
    );
  }
  return new UsageError(
    message,
    isHere
      ? 'Finish that one first, or choose another file with --answers. Nothing was changed.'
      : `Whether it is still running cannot be seen from ${hostname()}. If it is not, take over with --take-over; otherwise finish it, or choose another file with --answers. Nothing was changed.`,
  );
}

/** Throws a UsageError if there is something other than a file at the path of the lock: reading a pipe would never end. */
function requireRegular(lock: string): void {
  const stats = statSync(lock, { throwIfNoEntry: false });
  if (stats === undefined || stats.isFile()) return;
  throw new UsageError(`The lock ${lock} is not a file.`, 'Remove it, and run the command again.');
}

/** Returns whether another process has a file open, as far as it can be seen. */
export function isLocked(path: string): boolean {
  const holder = parseHolder(readText(getLockPath(path)) ?? '');
  return holder !== undefined && !isStale(holder);
}

/**
 * Acquires the lock of a file. Recovers a lock whose process is gone. Throws a UsageError that names the process that
 * owns the lock.
 *
 * @param takesOver whether to take a lock of another machine, where it is unknown whether its process is running
 */
export async function acquireLock(path: string, takesOver = false): Promise<Lock> {
  const lock = getLockPath(path);
  const token = makeUniqueName();
  const own: Holder = { pid: process.pid, host: hostname(), started: getStartTime(process.pid), token };
  const text = `${JSON.stringify(own)}\n`;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    try {
      create(lock, text);
      return {
        release: async () => {
          if (readText(lock) === text) remove(lock);
        },
        requireHeld: () => {
          if (readText(lock) === text) return;
          throw new UsageError(
            `${path} was taken over by another interview, or its lock ${lock} was removed.`,
            'Nothing was saved after that. Run it again to continue with what the file contains now.',
          );
        },
      };
    } catch (error) {
      if (getErrorCode(error) !== 'EEXIST') {
        throw new UsageError(
          `Cannot lock ${path}: ${getReason(error)}.`,
          'Check that its folder exists and can be written.',
        );
      }
    }
    requireRegular(lock);
    const seen = readText(lock);
    if (seen === undefined) continue;
    // An unreadable lock is left over from an interrupted write.
    const holder = parseHolder(seen);
    if (holder !== undefined && !isStale(holder) && !(takesOver && holder.host !== own.host))
      throw makeLockedError(path, lock, holder, takesOver);
    await removeStale(lock, seen);
  }
  throw new UsageError(`Cannot lock ${path}: too many processes are trying to lock it.`, 'Try again.');
}
