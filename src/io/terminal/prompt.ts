import { PassThrough } from 'node:stream';
import { createPrompt, useEffect, useState } from '@inquirer/core';
import type { Frame } from '#domain/interview/interview.ts';
import type { Input } from './input.ts';
import type { Keyboard } from './keyboard.ts';

/** The terminal that a prompt uses. */
export interface PromptTerminal {
  readonly keyboard: Keyboard;
  readonly output: NodeJS.WriteStream;
  /** Ends the prompt. */
  readonly signal: AbortSignal;
}

/** The size of a terminal, in columns and rows. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A prompt as values and pure functions: what it shows, and what a key changes. */
export interface Prompt<S, R> {
  readonly start: S;
  /** Returns the state after a key or a paste on a terminal of a size, or the result. */
  press(state: S, input: Input, size: Size): { readonly state: S } | { readonly result: R };
  /** @param isSaving whether saving takes so long that the prompt has to say so */
  draw(state: S, size: Size, isSaving: boolean): Frame;
  /** Returns what stays on the screen once there is a result, and it is saved. */
  drawResult(result: R, size: Size): string;
  /** Saves the result. Nothing is drawn as done before it is. */
  readonly save?: ((result: R) => Promise<void> | undefined) | undefined;
}

/** Milliseconds after which saving is mentioned: longer than a blink. */
const blink = 200;

const hideCursor = '\u001b[?25l';
const clearScreen = '\u001b[2J\u001b[H';

type Outcome<R> = { readonly result: R } | { readonly error: unknown };

/** Rows that `@inquirer/core` uses for a frame: it adds one if the last ends at the edge. */
function countRows({ rows, cursor }: Frame, columns: number): number {
  const last = rows[cursor?.row ?? rows.length - 1] ?? '';
  // eslint-disable-next-line no-control-regex
  const plain = last.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '');
  return rows.length + (plain.length % columns === 0 ? 1 : 0);
}

function countRowsBelow({ rows, cursor }: Frame): number {
  return cursor === undefined ? 0 : rows.length - 1 - cursor.row;
}

/**
 * Runs a prompt. `@inquirer/core` draws it, and gets no keys: those come from the keyboard, one at a time, and wait
 * while a result is being saved.
 */
export async function runPrompt<S, R>(
  { keyboard, output, signal }: PromptTerminal,
  prompt: Prompt<S, R>,
): Promise<R> {
  let state = prompt.start;
  let over: string | undefined;
  let line: object | undefined;
  let isSaving = false;
  let saving: Promise<void> | undefined;
  let frame: Frame = { rows: [] };
  const getSize = (): Size => ({ columns: output.columns || 80, rows: output.rows || 24 });

  const show = createPrompt<Outcome<R>, object>((_config, done) => {
    const [, setTurn] = useState(0);
    const redraw = (): void => setTurn((turn) => turn + 1);

    useEffect((itsLine) => {
      line = itsLine;
      const finish = (text: string, outcome: Outcome<R>): void => {
        over = text;
        redraw();
        done(outcome);
      };
      const save = async (result: R): Promise<void> => {
        const timer = setTimeout(() => {
          isSaving = true;
          redraw();
        }, blink);
        try {
          saving = prompt.save?.(result);
          await saving;
        } finally {
          clearTimeout(timer);
          isSaving = false;
        }
      };
      const stopListening = keyboard.listen((input) => {
        const next = prompt.press(state, input, getSize());
        if ('state' in next) {
          state = next.state;
          redraw();
          return;
        }
        // What is typed from here on waits for the next prompt.
        stopListening();
        const { result } = next;
        save(result).then(
          () => finish(prompt.drawResult(result, getSize()), { result }),
          (error: unknown) => finish(frame.rows.join('\n'), { error }),
        );
      });
      // Narrowing a terminal wraps the lines that it shows, so row counts become wrong: start on a clear screen.
      // Earlier output remains in the scrollback.
      const onResize = (): void => {
        output.write(clearScreen);
        redraw();
      };
      output.on('resize', onResize);
      const stopHooks = keyboard.onSuspension({
        leave: () => void output.write('\n'.repeat(countRowsBelow(frame) + 1)),
        comeBack: () => {
          // The prompt erases as many rows as it had: make them, or it would erase what the shell printed.
          const below = countRowsBelow(frame);
          const rows = '\n'.repeat(countRows(frame, getSize().columns) - 1);
          output.write(`\r${rows}${below > 0 ? `\u001b[${below}A` : ''}`);
          redraw();
        },
      });
      return () => {
        stopListening();
        stopHooks();
        output.off('resize', onResize);
      };
    }, []);

    if (over === undefined) frame = prompt.draw(state, getSize(), isSaving);
    const { rows, cursor } = over === undefined ? frame : { rows: [over] };
    // Upstream puts the cursor before what readline believes to be the end of its line.
    if (line !== undefined) Object.assign(line, { line: cursor?.after ?? '', cursor: 0 });
    if (over !== undefined) return over;
    if (cursor === undefined) return `${rows.join('\n')}${hideCursor}`;
    return [rows.slice(0, cursor.row + 1).join('\n'), rows.slice(cursor.row + 1).join('\n')];
  });

  try {
    const outcome = await show({}, { input: new PassThrough(), output, signal });
    if ('error' in outcome) throw outcome.error;
    return outcome.result;
  } finally {
    // An answer that is being saved is saved even if the person leaves meanwhile.
    await saving;
  }
}
