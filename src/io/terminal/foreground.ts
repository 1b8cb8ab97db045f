import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Reads the process group of this process, and that in the foreground of its terminal. */
function readGroups(): readonly string[] {
  if (process.platform !== 'linux') {
    const line = execFileSync('ps', ['-o', 'pgid=,tpgid=', '-p', String(process.pid)], { encoding: 'utf8' });
    return line.trim().split(/\s+/);
  }
  // pid (name) state ppid pgrp session tty_nr tpgid: the name may hold anything.
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [fields[2] ?? '', fields[5] ?? ''];
}

/**
 * Returns whether this process is in the foreground of its terminal, as far as the system tells. In the background,
 * the system stops a process that changes the terminal.
 */
export function isInForeground(): boolean {
  try {
    const [own, front] = readGroups();
    // Without a terminal of its own, a process has no foreground.
    return own === front || front === '-1';
  } catch {
    return true;
  }
}
