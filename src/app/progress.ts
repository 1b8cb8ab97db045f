import { InterruptedError } from '#domain/errors.ts';
import { listenForEnding } from '#io/interruption.ts';
import type { Host } from '#io/host.ts';
import { showProgress } from '#io/terminal/progress.ts';

/** Called after each file with the number of files done. Throw to abort the run. */
export type Pace = (done: number) => Promise<void>;

/** Show progress from this many files. */
const manyFiles = 100;

/** Files between two turns of the event loop, which handle signals and redraw the progress line. */
const filesPerTurn = 20;

/** The result of a run, or how many files were done when it was interrupted. */
export type Paced<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly done: number; readonly by: InterruptedError['by'] };

/**
 * Runs work over many files: interruptible, and with progress on a terminal.
 *
 * @param doing what it does with them, for the progress line
 */
export async function withProgress<T>(
  host: Host,
  total: number,
  work: (pace?: Pace) => Promise<T>,
  doing = 'Checking',
): Promise<Paced<T>> {
  if (total < manyFiles) return { ok: true, result: await work() };
  const ending = listenForEnding(host, false);
  let done = 0;
  try {
    const result = await showProgress(host.stderr, `${doing} ${total} files`, (show) =>
      work(async (count) => {
        done = count;
        if (count % filesPerTurn !== 0) return;
        show(`${doing} ${count} of ${total} files`);
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
