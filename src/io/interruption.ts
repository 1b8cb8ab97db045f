import { InterruptedError } from '#domain/errors.ts';
import type { Host } from './host.ts';

/** Signals that a run has to end early, and why. */
export interface Ending {
  /** Aborted, with an InterruptedError as its reason, when the run has to end. */
  readonly signal: AbortSignal;
  /** Stops listening, and shows the cursor. */
  dispose(): void;
}

const showCursor = '\u001b[?25h';

/**
 * Listens for everything that ends an interview early: signals, Ctrl-D, a closed terminal. The listeners stay
 * for the whole run: prompts add and remove their own, and a signal without a listener would kill the process
 * while the cursor is hidden.
 *
 * @param hidesCursor whether the prompts hide the cursor, so that it must be shown again
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
  // Reads and writes fail once a terminal is closed. The signal that comes with it determines the exit code.
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
      // Keep the listener of stderr: without it, a later write to a closed terminal would crash the process.
      restore();
    },
  };
}
