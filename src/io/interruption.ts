import { InterruptedError } from '#domain/errors.ts';
import type { Host } from './host.ts';

/** Says when a run has to end early, and by what. */
export interface Ending {
  /** Aborted, with an InterruptedError as reason, when the run has to end. */
  readonly signal: AbortSignal;
  /** Stops listening and leaves the cursor visible. */
  dispose(): void;
}

const showCursor = '\u001b[?25h';

/**
 * Listens for everything that ends an interview early: signals, Ctrl-D, a closed terminal. Listeners stay
 * for the whole run: prompts add and remove their own, and a signal without a listener kills the process
 * with the cursor hidden.
 *
 * @param hidesCursor whether the prompts hide the cursor, so that it has to be shown again
 */
export function listenForEnding(
  { stdin, stderr }: Pick<Host, 'stdin' | 'stderr'>,
  hidesCursor: boolean,
): Ending {
  const controller = new AbortController();
  const end = (by: InterruptedError['by']): void => {
    if (!controller.signal.aborted) controller.abort(new InterruptedError(by));
  };
  const signals = (['SIGHUP', 'SIGINT', 'SIGTERM'] as const).map((name) => [name, () => end(name)] as const);
  for (const [name, listener] of signals) process.on(name, listener);
  const restore = (): void => {
    if (hidesCursor && stderr.isTTY && stderr.writable) stderr.write(showCursor);
  };
  process.on('exit', restore);

  const onKey = (_text: string | undefined, key: { ctrl?: boolean; name?: string } | undefined): void => {
    if (key?.ctrl === true && key.name === 'd') end('end-of-input');
  };
  const onEnd = (): void => end('end-of-input');
  // A terminal that was closed makes reads and writes fail; the signal that goes with it decides the code.
  const onError = (): void => end('SIGHUP');
  if (stdin.isTTY) {
    stdin.on('keypress', onKey);
    stdin.on('end', onEnd);
  }
  stdin.on('error', onError);
  stderr.on('error', onError);

  return {
    signal: controller.signal,
    dispose: () => {
      for (const [name, listener] of signals) process.off(name, listener);
      process.off('exit', restore);
      stdin.off('keypress', onKey);
      stdin.off('end', onEnd);
      stdin.off('error', onError);
      // That of stderr stays: what is still written to a closed terminal would end the process as a bug.
      restore();
    },
  };
}
