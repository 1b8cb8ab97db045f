import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { whileShowing } from '#io/terminal/progress.ts';

/** A stream that says it is a terminal of so many columns, and what was written to it. */
function terminal(
  columns: number | undefined,
  isTTY = true,
): { stream: NodeJS.WriteStream; written(): string } {
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    columns,
    cursorTo: () => true,
    clearLine: () => true,
  });
  let text = '';
  stream.on('data', (piece: Buffer) => (text += piece.toString()));
  return { stream: stream as unknown as NodeJS.WriteStream, written: () => text };
}

const pause = (): Promise<void> => new Promise((done) => void setTimeout(done, 200));

describe('what is shown while something takes long', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('is a line on a terminal', async () => {
    // Nobody watches a terminal in CI, and ora knows.
    vi.stubEnv('CI', undefined);
    const { stream, written } = terminal(80);
    const result = await whileShowing(stream, 'Counting', async (show) => {
      await pause();
      show('Counting still');
      await pause();
      return 42;
    });
    expect(result).toBe(42);
    expect(written()).toContain('Counting still');
  });

  it.each([
    ['a pipe', 80, false],
    ['a terminal of no width, as `script` makes one', 0, true],
    ['a terminal that does not know its width', undefined, true],
  ])('is nothing on %s, and the work is done', async (_name, columns, isTTY) => {
    const { stream, written } = terminal(columns, isTTY);
    const result = await whileShowing(stream, 'Counting', async (show) => {
      show('Counting still');
      await pause();
      return 42;
    });
    expect([result, written()]).toEqual([42, '']);
  });

  it('goes away where the work fails', async () => {
    const { stream } = terminal(80);
    await expect(whileShowing(stream, 'Counting', () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
  });
});
