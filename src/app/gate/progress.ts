import { InterruptedError } from '#domain/errors.ts';
import { listenForEnding } from '#io/interruption.ts';
import type { Host } from '#io/host.ts';
import { whileShowing } from '#io/terminal/progress.ts';
import type { Pace } from './run-gate.ts';

/** From so many files on a run takes long enough to say how far it is. */
const manyFiles = 100;

/** Files between two looks at what else happened: signals are heard, and the line on the terminal moves. */
const filesPerTurn = 20;

/** The result of a run, or how far it was when it was interrupted. */
export type Paced<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly done: number; readonly by: InterruptedError['by'] };

/** Runs something over many files: on a terminal it says how far it is, and it can be interrupted. */
export async function withProgress<T>(
  host: Host,
  total: number,
  work: (pace?: Pace) => Promise<T>,
): Promise<Paced<T>> {
  if (total < manyFiles) return { ok: true, result: await work() };
  const ending = listenForEnding(host, false);
  let done = 0;
  try {
    const result = await whileShowing(host.stderr, `Checking ${total} files`, (show) =>
      work(async (count) => {
        done = count;
        if (count % filesPerTurn !== 0) return;
        show(`Checking ${count} of ${total} files`);
        await new Promise(setImmediate);
        ending.signal.throwIfAborted();
      }),
    );
    return { ok: true, result };
  } catch (error) {
    if (error instanceof InterruptedError) return { ok: false, done, by: error.by };
    throw error;
  } finally {
    ending.dispose();
  }
}
