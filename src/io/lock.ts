import { linkSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { getErrorCode, getReason } from './system-errors.ts';

/** Who holds a file. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process started, in ticks since boot: tells a process from a later one of the same number. */
  readonly started: string | null;
  readonly token: string;
}

/** A file that no other process of this tool may write until it is released. */
export interface Lock {
  /** Gives the file free. Safe to call twice. */
  release(): Promise<void>;
}

/** Attempts to have a lock, each of which another process can win. */
const mostAttempts = 20;

/** Milliseconds between two of them where another process takes a stale lock away. */
const pause = 10;

/** Milliseconds after which nobody takes a stale lock away any more: it takes two steps. */
const longestClaim = 10_000;

/** Path of the lock of a file: hidden, in the same folder, so that it works across users and mounts. */
export function getLockPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.lock`);
}

/** The text of a file; undefined where there is none. Read at once: asking another thread would take longer. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** When a file was last changed, in milliseconds since 1970; undefined where there is none. */
function changedAt(path: string): number | undefined {
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
    // Gone already, or not ours to remove.
  }
}

function startOf(pid: number): string | null {
  // Linux: field 22 of stat, counted after the name, which may itself hold spaces and brackets.
  const text = textOf(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user exists, but may not be signalled.
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
  // A lock that says nothing was left by a write that was cut off.
  if (holder === undefined) return true;
  // Whether a process of another machine still runs cannot be seen from here.
  if (holder.host !== hostname()) return false;
  if (!isRunning(holder.pid)) return true;
  return holder.started !== null && holder.started !== startOf(holder.pid);
}

/**
 * Takes a stale lock out of the way, unless it is another one by now. One process at a time does: else a slow one
 * would take away what a fast one has put there meanwhile.
 *
 * @param seen what the stale lock says
 */
async function removeStale(lock: string, seen: string): Promise<void> {
  const claim = `${lock}.stale`;
  try {
    writeFileSync(claim, '', { flag: 'wx' });
  } catch {
    // Whoever made it was killed before it could take it away again.
    if (Date.now() - (changedAt(claim) ?? Infinity) > longestClaim) remove(claim);
    await new Promise((done) => setTimeout(done, pause));
    return;
  }
  try {
    if (textOf(lock) === seen) remove(lock);
  } finally {
    remove(claim);
  }
}

/**
 * A name that no other process gives, nor this one a second time. Its number and the clock are enough for that, and
 * the interview starts without loading what makes secrets.
 */
function unused(): string {
  return `${process.pid.toString(16)}-${process.hrtime.bigint().toString(16)}`;
}

/** Creates the lock with its text in one step, so that nobody ever reads half of it. */
function create(lock: string, text: string): void {
  const aside = `${lock}.${unused()}.tmp`;
  writeFileSync(aside, text, { flag: 'wx' });
  try {
    linkSync(aside, lock);
  } catch (error) {
    if (getErrorCode(error) === 'EEXIST') throw error;
    // A file system without hard links: the moment between creating and writing is the price.
    writeFileSync(lock, text, { flag: 'wx' });
  } finally {
    remove(aside);
  }
}

/**
 * Takes the lock of a file. A lock whose process is gone is recovered. Throws a UsageError that names the
 * process that has it.
 */
export async function acquireLock(path: string): Promise<Lock> {
  const lock = getLockPath(path);
  const token = unused();
  const own: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid), token };
  const text = `${JSON.stringify(own)}\n`;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    try {
      create(lock, text);
      return {
        release: async () => {
          if (textOf(lock) === text) remove(lock);
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
    const seen = textOf(lock);
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
  throw new UsageError(`Cannot lock ${path}: too many processes want it at once.`, 'Try again.');
}
