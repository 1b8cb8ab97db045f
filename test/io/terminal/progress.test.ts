import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { showProgress } from '#io/terminal/progress.ts';

/** Makes a stream that claims to be a terminal of a width, and records what is written to it. */
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

describe('whileShowing', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('shows a line on a terminal', async () => {
    // ora shows nothing in CI.
    vi.stubEnv('CI', undefined);
    const { stream, written } = terminal(80);
    const result = await showProgress(stream, 'Counting', async (show) => {
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
  ])('shows nothing on %s, and does the work', async (_name, columns, isTTY) => {
    const { stream, written } = terminal(columns, isTTY);
    const result = await showProgress(stream, 'Counting', async (show) => {
      show('Counting still');
      await pause();
      return 42;
    });
    expect([result, written()]).toEqual([42, '']);
  });

  it('removes the line if the work fails', async () => {
    const { stream } = terminal(80);
    await expect(showProgress(stream, 'Counting', () => Promise.reject(new Error('no')))).rejects.toThrow(
      'no',
    );
  });
});
