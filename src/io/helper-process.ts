import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** How long a process may take to end by itself, in milliseconds: what it has begun takes far less. */
const patience = 1000;

/** Another process of this program that answers messages, one after the other. */
export interface HelperProcess {
  /** The answer to a message; undefined where the process can give none any more. */
  ask(message: object): Promise<unknown>;
  /** Lets the process end, and ends it where it does not. Resolves when it is gone. */
  end(): Promise<void>;
}

/**
 * Starts a process that answers messages. Never rejects: a process that cannot be started answers nothing.
 *
 * @param script what this process runs
 * @param command what the script is to do, which calls `answerMessages`
 * @param flags options of Node
 */
export async function startHelper(
  script: string,
  command: string,
  flags: readonly string[],
): Promise<HelperProcess> {
  const waiting: ((answer?: unknown) => void)[] = [];
  let child: ChildProcess | undefined;
  const giveUp = (): void => {
    child = undefined;
    for (const done of waiting.splice(0)) done();
  };
  try {
    // Loaded only where there is much to do.
    const { fork } = await import('node:child_process');
    child = fork(script, [command], {
      execArgv: [...flags],
      // What it could say of itself comes out again where its work is done here instead.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.on('message', (answer) => waiting.shift()?.(answer));
    child.on('error', giveUp);
    child.on('disconnect', giveUp);
  } catch {
    // Processes are not allowed here.
    giveUp();
  }
  return {
    ask: (message) =>
      new Promise((done) => {
        if (child === undefined) {
          done(undefined);
          return;
        }
        waiting.push(done);
        child.send(message, (error) => {
          if (error !== null) giveUp();
        });
      }),
    end: async () => {
      const ending = child;
      if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
      const gone = once(ending, 'exit');
      // By itself, so that it can keep what it compiled.
      ending.disconnect();
      const late = setTimeout(() => ending.kill(), patience);
      await gone;
      clearTimeout(late);
    },
  };
}

/** Answers the messages of the process that started this one, until that has no more of them. */
export async function answerMessages(answer: (message: unknown) => Promise<object>): Promise<void> {
  // A signal of the terminal goes to all its processes: what it ends is decided by the one that asks.
  for (const name of ['SIGINT', 'SIGHUP'] as const) process.on(name, () => undefined);
  const answerBehind = async (before: Promise<void>, message: unknown): Promise<void> => {
    await before;
    const answered = await answer(message);
    // Whoever asked may be gone.
    if (process.connected) process.send?.(answered);
  };
  let last = Promise.resolve();
  await new Promise<void>((done) => {
    process.on('disconnect', done);
    process.on('message', (message) => {
      last = answerBehind(last, message);
    });
  });
}
