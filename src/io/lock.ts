import { linkSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { getErrorCode, getReason } from './system-errors.ts';

/** The process that owns a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Start of the process, in ticks since boot: distinguishes it from a later process with the same id. */
  readonly started: string | null;
  readonly token: string;
}

/** A lock on a file: no other process of this tool writes the file until the lock is released. */
export interface Lock {
  /** Releases the lock. Safe to call twice. */
  release(): Promise<void>;
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

/** Reads a file; returns undefined if there is none. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
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

function getStartTime(pid: number): string | null {
  // Linux: field 22 of stat. Count after the name, which can contain spaces and parentheses.
  const text = readText(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process exists, but belongs to another user.
    return getErrorCode(error) === 'EPERM';
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('host' in value))
      return undefined;
    const { pid, host } = value;
    if (!Number.isInteger(pid) || (pid as number) <= 0 || typeof host !== 'string') return undefined;
    const started = 'started' in value && typeof value.started === 'string' ? value.started : null;
    const token = 'token' in value && typeof value.token === 'string' ? value.token : '';
    return { pid: pid as number, host, started, token };
  } catch {
    return undefined;
  }
}

function isStale(holder: Holder | undefined): boolean {
  // An unreadable lock is left over from an interrupted write.
  if (holder === undefined) return true;
  // It is unknown whether a process on another machine is still running.
  if (holder.host !== hostname()) return false;
  if (!isRunning(holder.pid)) return true;
  return holder.started !== null && holder.started !== getStartTime(holder.pid);
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
  const aside = `${lock}.${makeUniqueName()}.tmp`;
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

/**
 * Acquires the lock of a file. Recovers a lock whose process is gone. Throws a UsageError that names the process that
 * owns the lock.
 */
export async function acquireLock(path: string): Promise<Lock> {
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
      };
    } catch (error) {
      if (getErrorCode(error) !== 'EEXIST') {
        throw new UsageError(
          `Cannot lock ${path}: ${getReason(error)}.`,
          'Check that its folder exists and can be written.',
        );
      }
    }
    const seen = readText(lock);
    if (seen === undefined) continue;
    const holder = parseHolder(seen);
    if (!isStale(holder)) {
      const where = holder?.host === own.host ? '' : ` on ${holder?.host}`;
      throw new UsageError(
        `${path} is open in another interview: process ${holder?.pid}${where}.`,
        `Finish that one first, or give another file with --answers. Nothing was changed.`,
      );
    }
    await removeStale(lock, seen);
  }
  throw new UsageError(`Cannot lock ${path}: too many processes are trying to lock it.`, 'Try again.');
}
