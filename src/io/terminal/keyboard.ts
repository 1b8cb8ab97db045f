import { type Key, emitKeypressEvents } from 'node:readline';
import type { InterruptedError } from '#domain/errors.ts';
import type { Host } from '#io/host.ts';
import type { Ending } from '#io/interruption.ts';
import { isInForeground } from './foreground.ts';
import { type Input, type KeyPress, findUnmarkedPaste } from './input.ts';
import { waitForArrivals } from './turns.ts';

/** Moves the frame on the screen out of the way of the shell, and back. */
interface SuspensionHooks {
  leave(): void;
  comeBack(): void;
}

/** Reads keys and pastes of a terminal in raw mode. */
export interface Keyboard {
  /** Refuses, with a sound, what was typed before anything was asked. */
  refuseEarlyKeys(): Promise<void>;
  /** Passes input to a prompt, including what was typed early, until the returned function is called. */
  listen(listener: (input: Input) => void): () => void;
  /** Calls the hooks when Ctrl-Z suspends the process and the shell continues it. */
  onSuspension(hooks: SuspensionHooks): () => void;
  /** Returns the terminal as it was. */
  close(): void;
}

const markPastes = '\u001b[?2004h';
const stopMarkingPastes = '\u001b[?2004l';
const showCursor = '\u001b[?25h';
const bell = '\u0007';

/** Keys that end the run: in raw mode, the terminal sends them instead of signals. */
const endings: ReadonlyMap<string, InterruptedError['by']> = new Map([
  ['\u0003', 'SIGINT'],
  ['\u0004', 'end-of-input'],
  ['\u001c', 'SIGQUIT'],
]);

/**
 * Opens the keyboard. What is typed while nothing listens waits for the next prompt, in order, as if saving took no
 * time. Only Ctrl-C, Ctrl-D and Ctrl-\ act at once: they end the run.
 */
export function openKeyboard(
  { stdin, stderr }: Pick<Host, 'stdin' | 'stderr'>,
  ending: Pick<Ending, 'end' | 'signal'>,
): Keyboard {
  const waiting: Input[] = [];
  let chunk: KeyPress[] = [];
  let pasted: string | undefined;
  let marksPastes = false;
  /** Whether the chunk is a single byte. Then a key that ends the run does so even if a paste never ends. */
  let isAlone = false;
  let listener: ((input: Input) => void) | undefined;
  let hooks: SuspensionHooks | undefined;

  const deliver = (): void => {
    while (listener !== undefined) {
      const input = waiting.shift();
      if (input === undefined) return;
      listener(input);
    }
  };

  const endChunk = (): void => {
    const keys = chunk;
    chunk = [];
    const paste = marksPastes ? undefined : findUnmarkedPaste(keys);
    waiting.push(...(paste === undefined ? keys : [paste]));
    deliver();
  };

  /** Whether the terminal is in raw mode for us. While suspended, it belongs to the shell. */
  let isGrabbed = false;
  const grab = (): void => {
    isGrabbed = true;
    stdin.setRawMode(true);
    stderr.write(markPastes);
  };
  const release = (): void => {
    if (!isGrabbed) return;
    isGrabbed = false;
    if (stderr.writable) stderr.write(`${stopMarkingPastes}${showCursor}`);
    if (!stdin.destroyed) stdin.setRawMode(false);
  };

  const comeBack = async (): Promise<void> => {
    // The shell continues a job that it ends, and the signal that ends it may come second.
    await waitForArrivals();
    if (ending.signal.aborted) return;
    if (!isInForeground()) {
      // Continued in the background, by `bg` or `kill`: wait for `fg`, as reading the terminal would.
      process.kill(0, 'SIGTTIN');
      return;
    }
    // The mode that Node remembers is not the one that the shell has set.
    stdin.setRawMode(false);
    grab();
    const { columns, rows } = stderr;
    // Meanwhile only the shell learned of a new size. A prompt redraws itself when it changes.
    process.emit('SIGWINCH');
    if (stderr.columns === columns && stderr.rows === rows) hooks?.comeBack();
  };
  const onContinue = (): void => void comeBack();
  const listenForSignals = (): void => {
    process.on('SIGTSTP', suspend);
    process.on('SIGCONT', onContinue);
  };
  const ignoreSignals = (): void => {
    process.off('SIGTSTP', suspend);
    process.off('SIGCONT', onContinue);
  };
  function suspend(): void {
    if (process.platform === 'win32') return;
    hooks?.leave();
    release();
    ignoreSignals();
    // All processes of the job, as the terminal would: npx and a shell script around us stop too.
    process.kill(0, 'SIGTSTP');
    // Reached when the shell continues the job, or at once where no shell can.
    listenForSignals();
    onContinue();
  }

  const onKeypress = (text: string | undefined, key: Key): void => {
    const { name = '', ctrl = false, meta = false, sequence = '' } = key;
    const by = endings.get(sequence);
    if (name === 'paste-start') {
      endChunk();
      marksPastes = true;
      pasted = '';
    } else if (name === 'paste-end') {
      if (pasted !== undefined) waiting.push({ kind: 'paste', text: pasted, isEntered: false });
      pasted = undefined;
    } else if (pasted !== undefined && !isAlone) pasted += sequence;
    else if (by !== undefined) ending.end(by);
    else if (pasted !== undefined) pasted += sequence;
    else if (ctrl && name === 'z') {
      endChunk();
      suspend();
    } else {
      const isText = !ctrl && !meta && text !== undefined && !/\p{Cc}/u.test(text);
      chunk.push({ kind: 'key', name, text: isText ? text : '', ctrl, meta });
    }
  };

  const startChunk = (bytes: Buffer): void => {
    isAlone = bytes.length === 1;
  };
  stdin.on('data', startChunk);
  emitKeypressEvents(stdin);
  stdin.on('keypress', onKeypress);
  // After the listener of Node, which has turned the chunk into keys by then.
  stdin.on('data', endChunk);
  if (process.platform !== 'win32') listenForSignals();
  grab();
  stdin.resume();

  return {
    refuseEarlyKeys: async () => {
      await waitForArrivals();
      if (waiting.length > 0) stderr.write(bell);
      waiting.length = 0;
    },
    listen: (next) => {
      listener = next;
      setImmediate(deliver);
      return () => {
        if (listener === next) listener = undefined;
      };
    },
    onSuspension: (next) => {
      hooks = next;
      return () => {
        if (hooks === next) hooks = undefined;
      };
    },
    close: () => {
      ignoreSignals();
      stdin.off('data', startChunk);
      stdin.off('keypress', onKeypress);
      stdin.off('data', endChunk);
      release();
      stdin.pause();
    },
  };
}
