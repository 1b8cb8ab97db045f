import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Host } from '#io/host.ts';
import type { Input } from '#io/terminal/input.ts';
import { openKeyboard } from '#io/terminal/keyboard.ts';

/** Opens a keyboard on streams, and passes it chunks as a terminal would. */
function makeKeyboard() {
  const stdin = Object.assign(new PassThrough(), { setRawMode: () => stdin });
  const stderr = new PassThrough();
  const ended: string[] = [];
  const host = { stdin, stderr } as unknown as Pick<Host, 'stdin' | 'stderr'>;
  const keyboard = openKeyboard(host, {
    end: (by) => void ended.push(by),
    signal: new AbortController().signal,
  });
  const send = async (...chunks: readonly string[]): Promise<void> => {
    for (const chunk of chunks) {
      stdin.write(chunk);
      await new Promise((done) => setImmediate(done));
    }
  };
  return { keyboard, send, ended, written: () => String(stderr.read() ?? '') };
}

/** Describes input in short: the text of a key or its name, a paste in brackets. */
const describeInput = (input: Input): string =>
  input.kind === 'paste' ? `[${input.text}]${input.isEntered ? ' entered' : ''}` : input.text || input.name;

async function receive(...chunks: readonly string[]): Promise<string[]> {
  const { keyboard, send } = makeKeyboard();
  const inputs: Input[] = [];
  keyboard.listen((input) => void inputs.push(input));
  await send(...chunks);
  keyboard.close();
  return inputs.map(describeInput);
}

describe('the keyboard', () => {
  it.each<[what: string, chunks: readonly string[], inputs: readonly string[]]>([
    ['keys', ['3', '\r', 'n'], ['3', 'return', 'n']],
    ['a paste in one chunk', ['\u001b[200~does\rit\r\u001b[201~d'], ['[does\rit\r]', 'd']],
    ['a paste in pieces', ['\u001b[2', '00~do', 'es\r', 'it \u001b', '[20', '1~', 'd'], ['[does\rit ]', 'd']],
    ['keys inside a paste', ['\u001b[200~\u001b[Aq\u0003\u001b[201~'], ['[\u001b[Aq\u0003]']],
    ['an unmarked paste of lines', ['does\rit work\r'], ['[does\nit work] entered']],
    ['an unmarked paste that is not entered', ['does it'], ['[does it]']],
    ['keys that were typed fast', ['3\r2\r1\r'], ['3', 'return', '2', 'return', '1', 'return']],
    [
      'unmarked text where pastes are marked',
      ['\u001b[200~x\u001b[201~', 'abc\rd'],
      ['[x]', 'a', 'b', 'c', 'return', 'd'],
    ],
    ['what an input method commits', ['東京'], ['東', '京']],
  ])('tells %s apart', async (_what, chunks, inputs) => {
    expect(await receive(...chunks)).toEqual(inputs);
  });

  it('lets keys wait, in order, until something listens', async () => {
    const { keyboard, send } = makeKeyboard();
    const seen: string[] = [];
    /** A prompt that takes one answer, as a level and Enter. */
    const ask = (name: string): Promise<void> =>
      new Promise((done) => {
        const stop = keyboard.listen((input) => {
          seen.push(`${name} ${describeInput(input)}`);
          if (input.kind === 'key' && input.name === 'return') {
            stop();
            done();
          }
        });
      });
    await send('3', '\r', '2', '\r1');
    await ask('first');
    await send('\r');
    await ask('second');
    await ask('third');
    expect(seen).toEqual(['first 3', 'first return', 'second 2', 'second return', 'third 1', 'third return']);
  });

  it('refuses with a sound what was typed before anything was asked', async () => {
    const { keyboard, send, written } = makeKeyboard();
    written();
    await send('q');
    await keyboard.refuseEarlyKeys();
    expect(written()).toBe('\u0007');
    await keyboard.refuseEarlyKeys();
    expect(written()).toBe('');
    const seen: Input[] = [];
    keyboard.listen((input) => void seen.push(input));
    await send('d');
    expect(seen.map(describeInput)).toEqual(['d']);
  });

  it.each([
    ['Ctrl-C', '\u0003', 'SIGINT'],
    ['Ctrl-D', '\u0004', 'end-of-input'],
    ['Ctrl-\\', '\u001c', 'SIGQUIT'],
  ])('ends the run with %s at once, even in a paste that never ends', async (_key, byte, by) => {
    const { send, ended } = makeKeyboard();
    await send('\u001b[200~does', byte);
    expect(ended).toEqual([by]);
  });

  it('marks pastes while it is open', () => {
    const { keyboard, written } = makeKeyboard();
    expect(written()).toContain('\u001b[?2004h');
    keyboard.close();
    expect(written()).toContain('\u001b[?2004l');
  });
});
