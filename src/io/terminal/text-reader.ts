import { createInterface } from 'node:readline';
import { InterruptedError } from '#domain/errors.ts';
import type { Host } from '#io/host.ts';
import { waitForArrivals } from './turns.ts';

/** Reads one text after another, and buffers those that arrive before they are requested. */
export interface TextReader {
  next(): Promise<string>;
  close(): void;
}

/** Maximum length of a text in UTF-16 code units. A longer one is cut, and then rejected as too long. */
const longestText = 20_000;

/** Milliseconds within which lines belong together: a paste arrives at once, and nobody types that fast. */
const together = 50;

/** What receives the texts of an input. */
interface Receiver {
  take(text: string): void;
  end(): void;
}

/** Reads a pipe: every line is a text. Returns a function that stops reading. */
function readPipe({ stdin }: Pick<Host, 'stdin'>, { take, end }: Receiver): () => void {
  const reader = createInterface({ input: stdin, terminal: false, crlfDelay: Infinity });
  reader.on('line', take);
  reader.on('close', end);
  return () => reader.close();
}

/**
 * Reads a terminal: lines that arrive together are one text, because they are pasted. Does not ask the terminal to
 * mark pastes: it would show the marks, and they can be edited. Returns a function that stops reading.
 */
function readTerminal(
  { stdin, stderr }: Pick<Host, 'stdin' | 'stderr'>,
  { take, end }: Receiver,
): () => void {
  let text = '';
  let timer: NodeJS.Timeout | undefined;
  let isFinishing = false;

  const finish = async (): Promise<void> => {
    isFinishing = true;
    // A terminal that edits lines passes on whole ones. In raw mode it passes on the last line of a paste too.
    stdin.setRawMode(true);
    await waitForArrivals();
    stdin.setRawMode(false);
    isFinishing = false;
    if (!text.endsWith('\n')) stderr.write('\n');
    // Marks arrive if an earlier program asked for them.
    // eslint-disable-next-line no-control-regex
    take(text.replaceAll(/\u001b\[20[01]~/g, '').replaceAll(/\r\n?/g, '\n'));
    text = '';
  };
  const onData = (chunk: string): void => {
    text += chunk;
    if (isFinishing) return;
    clearTimeout(timer);
    timer = setTimeout(() => void finish(), together);
  };
  stdin.setEncoding('utf8');
  stdin.on('data', onData);
  stdin.on('end', end);
  return () => {
    clearTimeout(timer);
    stdin.off('data', onData);
    stdin.off('end', end);
    stdin.pause();
  };
}

/** Opens a reader of what a person types, or a program writes. */
export function openTextReader(host: Host, signal: AbortSignal): TextReader {
  const texts: string[] = [];
  let ended = false;
  let wake: (() => void) | undefined;
  const notify = (): void => {
    wake?.();
    wake = undefined;
  };
  const stop = (host.stdin.isTTY ? readTerminal : readPipe)(host, {
    take: (text) => {
      texts.push(text.slice(0, longestText));
      notify();
    },
    end: () => {
      ended = true;
      notify();
    },
  });
  signal.addEventListener('abort', notify);
  return {
    next: async () => {
      while (texts.length === 0 && !ended && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (signal.aborted) throw signal.reason;
      const text = texts.shift();
      if (text === undefined) throw new InterruptedError('end-of-input');
      return text.trim();
    },
    close: () => {
      signal.removeEventListener('abort', notify);
      stop();
      host.stdin.unref?.();
    },
  };
}
