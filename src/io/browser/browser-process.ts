import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getReason } from '#io/system-errors.ts';

/** Characters kept of what the browser says: the end tells why it failed. */
const saidLimit = 16_384;

/** Longest path of a folder, in characters, in which a browser can still open its socket: a system has 104 at least. */
const longestForSocket = 58;

/** Variables that keep everything that a browser writes in one folder, also where it is ended while it runs. */
function environment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // Else crash reports and settings of the desktop would be left behind in the home folder.
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    ...(folder.length <= longestForSocket && { TMPDIR: folder }),
  };
}

/** Ends a browser with everything that it started. */
function end(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}

/** How a browser ended. */
export interface Run {
  /** Why that is no success; undefined where it is one. */
  readonly fault: string | undefined;
  /** The end of what it said on stderr. */
  readonly said: string;
}

/**
 * Runs a browser until it ends, and ends it where it takes too long or the run ends. Nothing that it started
 * is left running.
 *
 * @param folder its own, in which it keeps everything
 * @param timeLimit milliseconds that it has
 */
export async function runBrowser(
  browser: string,
  args: readonly string[],
  { folder, signal, timeLimit }: { folder: string; signal: AbortSignal; timeLimit: number },
): Promise<Run> {
  const child = spawn(browser, args, {
    cwd: folder,
    env: environment(folder),
    stdio: ['ignore', 'ignore', 'pipe'],
    // A group of its own, to end it as a whole; Ctrl-C in the terminal reaches it through us.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-saidLimit);
  });
  const closed = once(child, 'close').catch(() => undefined);
  const late = AbortSignal.timeout(timeLimit);
  const stop = (): void => end(child);
  for (const each of [signal, late]) each.addEventListener('abort', stop);
  // It can have come before anybody listened.
  if (signal.aborted) stop();
  const fault = await once(child, 'exit').then(
    ([code, by]: (number | string | null)[]) => {
      if (late.aborted) return `it took longer than ${timeLimit / 1000} seconds`;
      if (by !== null) return `it was ended by ${by}`;
      return code === 0 ? undefined : `it ended with exit code ${code}`;
    },
    (error: unknown) => `it could not be started: ${getReason(error)}`,
  );
  for (const each of [signal, late]) each.removeEventListener('abort', stop);
  // What it leaves running would still write into the folder that is to be removed.
  end(child);
  // Its last words can still be on the way; a helper that got away may hold the pipe open for ever.
  await Promise.race([closed, wait(1000, undefined, { ref: false })]);
  child.stderr.destroy();
  return { fault, said };
}
