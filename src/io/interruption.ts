import { closeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { InterruptedError } from '#domain/errors.ts';
import { endingSignals } from './write/hold-signals.ts';
import type { Host } from './host.ts';

/** Signals that a run has to end early, and why. */
export interface Ending {
  /** Aborted, with an InterruptedError as its reason, when the run has to end. */
  readonly signal: AbortSignal;
  /** Ends the run. Does nothing if it has ended. */
  end(by: InterruptedError['by']): void;
  /** Stops listening, and shows the cursor. */
  dispose(): void;
}

const showCursor = '\u001b[?25h';

/**
 * Closes the descriptors of a terminal that is gone. Node restores the mode of terminals when it exits, and aborts
 * with a core dump where it cannot (`ResetStdio` in node.cc).
 */
function closeDeadTerminal(): void {
  for (const { fd, isTTY } of [process.stdin, process.stdout, process.stderr]) {
    if (!isTTY || isatty(fd)) continue;
    try {
      closeSync(fd);
    } catch {
      // Closed already.
    }
  }
}

/**
 * Listens for everything that ends an interview early: signals, the end of input, a closed terminal. The listeners stay
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
    if (controller.signal.aborted) return;
    if (by === 'SIGHUP') process.once('exit', closeDeadTerminal);
    controller.abort(new InterruptedError(by));
  };
  const signals = endingSignals.map((name) => [name, () => end(name)] as const);
  for (const [name, listener] of signals) process.on(name, listener);
  const restore = (): void => {
    if (hidesCursor && stderr.isTTY && stderr.writable) stderr.write(showCursor);
  };
  process.on('exit', restore);

  // The input of a terminal ends with Ctrl-D, or because its window was closed.
  const onEnd = (): void => end(isatty(0) ? 'end-of-input' : 'SIGHUP');
  // Reads and writes fail once a terminal is closed. The signal that comes with it determines the exit code.
  const onError = (): void => end('SIGHUP');
  if (stdin.isTTY) stdin.on('end', onEnd);
  stdin.on('error', onError);
  stderr.on('error', onError);

  return {
    signal: controller.signal,
    end,
    dispose: () => {
      for (const [name, listener] of signals) process.off(name, listener);
      process.off('exit', restore);
      stdin.off('end', onEnd);
      stdin.off('error', onError);
      // Keep the listener of stderr: without it, a later write to a closed terminal would crash the process.
      restore();
    },
  };
}
