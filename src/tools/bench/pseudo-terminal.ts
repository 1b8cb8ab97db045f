import { setTimeout as wait } from 'node:timers/promises';
import { type IPty, spawn } from '@lydell/node-pty';

/** How long a screen has to be still before it counts as drawn, in milliseconds. */
const stillness = 60;
/** How long a person would have given up by far, in milliseconds. */
const patience = 60_000;

/** A program in a real pseudo-terminal of 100 columns and 40 rows. */
export interface Session {
  /**
   * Waits until the program has written a text and then nothing more for a while.
   *
   * @returns when the last of it came, by the clock of `performance.now`
   */
  readonly drawn: (text: string) => Promise<number>;
  /** Types keys; only what is written after them counts for the next `drawn`. Returns when. */
  readonly type: (keys: string) => number;
  /** Waits for the end of the program. */
  readonly ended: () => Promise<{ readonly at: number; readonly exitCode: number }>;
  /** When it was started. */
  readonly startedAt: number;
  /** Ends the program where it still runs. */
  readonly dispose: () => void;
}

/** Starts a program in a new pseudo-terminal. */
export function startSession(
  [program, ...args]: readonly [string, ...string[]],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Session {
  let written = '';
  let lastAt = 0;
  let end: { at: number; exitCode: number } | undefined;
  const startedAt = performance.now();
  const pty: IPty = spawn(program, args, {
    cwd,
    env: { ...env, TERM: 'xterm-256color' },
    cols: 100,
    rows: 40,
  });
  pty.onData((data) => {
    lastAt = performance.now();
    written += data;
  });
  pty.onExit(({ exitCode }) => {
    end = { at: performance.now(), exitCode };
  });
  const until = async (what: string, holds: () => boolean): Promise<void> => {
    const giveUp = performance.now() + patience;
    while (!holds()) {
      if (performance.now() > giveUp) throw new Error(`Waited in vain for ${what}. It wrote:\n${written}`);
      await wait(5);
    }
  };
  return {
    startedAt,
    drawn: async (text) => {
      const still = (): boolean => performance.now() - lastAt >= stillness;
      await until(JSON.stringify(text), () => end !== undefined || (written.includes(text) && still()));
      if (!written.includes(text)) throw new Error(`It ended without ${JSON.stringify(text)}:\n${written}`);
      return lastAt;
    },
    type: (keys) => {
      written = '';
      const at = performance.now();
      pty.write(keys);
      return at;
    },
    ended: async () => {
      await until('the end of the program', () => end !== undefined);
      return end ?? { at: 0, exitCode: -1 };
    },
    dispose: () => {
      if (end === undefined) pty.kill('SIGKILL');
    },
  };
}
