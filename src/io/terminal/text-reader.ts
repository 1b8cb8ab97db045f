import { createInterface } from 'node:readline';
import { InterruptedError } from '#domain/errors.ts';
import type { Host } from '#io/host.ts';
import { waitForArrivals } from './turns.ts';

/** A text that was typed or pasted. */
interface TypedText {
  readonly text: string;
  /** Whether the terminal may have dropped the end of a line. */
  readonly isCut: boolean;
}

/** Reads one text after another, and buffers those that arrive before they are requested. */
export interface TextReader {
  /** Resolves when what was typed before anything was asked has been refused. */
  readonly ready: Promise<void>;
  next(): Promise<TypedText>;
  close(): void;
}

/** Maximum length of a text in UTF-16 code units. A longer one is cut, and then rejected as too long. */
const longestText = 20_000;

/** Bytes of the longest line that a terminal passes on. It drops the rest without an error. */
const longestLine = { linux: 4_095, darwin: 1_023 }[process.platform as string] ?? Infinity;

const bell = '\u0007';

/** Milliseconds within which lines belong together: a paste arrives at once, and nobody types that fast. */
const together = 50;

/** What receives the texts of an input. */
interface Receiver {
  take(text: string, isCut?: boolean): void;
  end(): void;
}

/** An input that is being read. */
interface Reading {
  readonly ready: Promise<void>;
  stop(): void;
}

/** Reads a pipe: every line is a text. */
function readPipe({ stdin }: Pick<Host, 'stdin'>, { take, end }: Receiver): Reading {
  const reader = createInterface({ input: stdin, terminal: false, crlfDelay: Infinity });
  reader.on('line', (line) => take(line));
  reader.on('close', end);
  return { ready: Promise.resolve(), stop: () => reader.close() };
}

/**
 * Reads a terminal: lines that arrive together are one text, because they are pasted. Does not ask the terminal to
 * mark pastes: it would show the marks, and they can be edited. Refuses, with a sound, what was typed before anything
 * was asked.
 */
function readTerminal({ stdin, stderr }: Pick<Host, 'stdin' | 'stderr'>, { take, end }: Receiver): Reading {
  let text = '';
  let timer: NodeJS.Timeout | undefined;
  /** Whether what arrives completes the text: no timer starts. */
  let isCompleting = false;

  /** Waits for what the terminal has. One that edits lines passes on whole ones; in raw mode, an unfinished one too. */
  const complete = async (): Promise<string> => {
    isCompleting = true;
    stdin.setRawMode(true);
    await waitForArrivals();
    if (!stdin.destroyed) stdin.setRawMode(false);
    isCompleting = false;
    const typed = text;
    text = '';
    return typed;
  };
  const refuseEarlyText = async (): Promise<void> => {
    if ((await complete()) !== '') stderr.write(bell);
  };
  const finish = async (): Promise<void> => {
    const typed = await complete();
    if (!typed.endsWith('\n')) stderr.write('\n');
    // Marks arrive if an earlier program asked for them.
    // eslint-disable-next-line no-control-regex
    const lines = typed.replaceAll(/\u001b\[20[01]~/g, '').split(/\r\n?|\n/);
    take(
      lines.join('\n'),
      lines.some((line) => Buffer.byteLength(line) >= longestLine),
    );
  };
  const onData = (chunk: string): void => {
    text += chunk;
    if (isCompleting) return;
    clearTimeout(timer);
    timer = setTimeout(() => void finish(), together);
  };
  stdin.setEncoding('utf8');
  stdin.on('data', onData);
  stdin.on('end', end);
  return {
    ready: refuseEarlyText(),
    stop: () => {
      clearTimeout(timer);
      stdin.off('data', onData);
      stdin.off('end', end);
      stdin.pause();
    },
  };
}

/** Opens a reader of what a person types, or a program writes. */
export function openTextReader(host: Host, signal: AbortSignal): TextReader {
  const texts: TypedText[] = [];
  let ended = false;
  let wake: (() => void) | undefined;
  const notify = (): void => {
    wake?.();
    wake = undefined;
  };
  const { ready, stop } = (host.stdin.isTTY ? readTerminal : readPipe)(host, {
    take: (text, isCut = false) => {
      texts.push({ text: text.slice(0, longestText).trim(), isCut });
      notify();
    },
    end: () => {
      ended = true;
      notify();
    },
  });
  signal.addEventListener('abort', notify);
  return {
    ready,
    next: async () => {
      while (texts.length === 0 && !ended && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (signal.aborted) throw signal.reason;
      const typed = texts.shift();
      if (typed === undefined) throw new InterruptedError('end-of-input');
      return typed;
    },
    close: () => {
      signal.removeEventListener('abort', notify);
      stop();
      host.stdin.unref?.();
    },
  };
}
