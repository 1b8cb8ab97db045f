import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { getErrorCode } from './system-errors.ts';

/** The process that owns a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Start of the process, in ticks since boot: distinguishes it from a later process with the same id. */
  readonly started: string | null;
  readonly token: string;
}

/** Reads a file; returns undefined if there is none, or if it is a pipe, which would never end. */
export function readText(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

/** Returns when a process was started, in ticks since boot; null where that is unknown. */
export function getStartTime(pid: number): string | null {
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

/** Parses the text of a lock; returns undefined if an interrupted write left it. */
export function parseHolder(text: string): Holder | undefined {
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

/** Returns whether the process that owns a lock is gone. */
export function isStale(holder: Holder): boolean {
  // It is unknown whether a process on another machine is still running.
  if (holder.host !== hostname()) return false;
  if (!isRunning(holder.pid)) return true;
  return holder.started !== null && holder.started !== getStartTime(holder.pid);
}
