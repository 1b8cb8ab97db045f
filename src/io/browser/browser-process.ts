import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getReason } from '#io/system-errors.ts';

/** Maximum length of the browser's stderr to store, in characters. Its end contains the reason of a failure. */
const saidLimit = 16_384;

/** Maximum length of a folder's path for a browser to open its socket there: systems allow 104 bytes or more. */
const longestForSocket = 58;

/** Returns an environment in which a browser writes everything into one folder, even if it is killed. */
function makeEnvironment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // Otherwise crash reports and desktop settings would remain in the home folder.
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    ...(folder.length <= longestForSocket && { TMPDIR: folder }),
  };
}

/** Kills a browser and everything that it started. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

/** Result of running a browser. */
export interface Run {
  /** Why it failed; undefined if it succeeded. */
  readonly fault: string | undefined;
  /** The end of its stderr. */
  readonly said: string;
}

/**
 * Runs a browser until it exits, takes too long, or the signal aborts. Then kills it and everything that it
 * started.
 *
 * @param folder the browser's own folder, in which it writes everything
 * @param timeLimit in milliseconds
 */
export async function runBrowser(
  browser: string,
  args: readonly string[],
  { folder, signal, timeLimit }: { folder: string; signal: AbortSignal; timeLimit: number },
): Promise<Run> {
  const child = spawn(browser, args, {
    cwd: folder,
    env: makeEnvironment(folder),
    stdio: ['ignore', 'ignore', 'pipe'],
    // A process group of its own, to kill it as a whole. Ctrl-C in the terminal reaches it through `signal`.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-saidLimit);
  });
  const closed = once(child, 'close').catch(() => undefined);
  const late = AbortSignal.timeout(timeLimit);
  const stop = (): void => kill(child);
  for (const each of [signal, late]) each.addEventListener('abort', stop);
  // The signal may have been aborted before the listener was added.
  if (signal.aborted) stop();
  const fault = await once(child, 'exit').then(
    ([code, by]: (number | string | null)[]) => {
      if (late.aborted) return `it took longer than ${timeLimit / 1000} seconds`;
      if (by !== null) return `it was stopped by ${by}`;
      return code === 0 ? undefined : `it exited with code ${code}`;
    },
    (error: unknown) => `it could not be started: ${getReason(error)}`,
  );
  for (const each of [signal, late]) each.removeEventListener('abort', stop);
  // Its child processes would still write into the folder, which the caller removes.
  kill(child);
  // Wait for the rest of its output, but not forever: a process that escaped may keep the pipe open.
  await Promise.race([closed, wait(1000, undefined, { ref: false })]);
  child.stderr.destroy();
  return { fault, said };
}
