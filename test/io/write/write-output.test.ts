import * as fs from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { writeOutput } from '#io/write/write-output.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof fs>();
  return { ...original, writeSync: vi.fn<typeof fs.writeSync>(original.writeSync) };
});

const writeSync = vi.mocked(fs.writeSync);
const text = 'twelve bytes';
const failing = (code: string): (() => never) => {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
};

/** An output that is redirected to a file. */
async function redirected(): Promise<NodeJS.WriteStream> {
  const file = await open(join(await makeEmptyFolder(), 'out'), 'w');
  onTestFinished(() => file.close());
  return Object.assign(new PassThrough(), { fd: file.fd, isTTY: false }) as unknown as NodeJS.WriteStream;
}

const written = (): string[] =>
  writeSync.mock.calls.map(([, bytes]) => Buffer.from(bytes as unknown as Uint8Array).toString());

afterEach(() => void writeSync.mockReset());

describe('writing to a file', () => {
  it('goes on where only a part was taken', async () => {
    writeSync.mockReturnValueOnce(5).mockReturnValueOnce(7);
    await writeOutput(await redirected(), text);
    expect(written()).toEqual([text, 'e bytes']);
  });

  it('goes on in the middle of a character of several bytes', async () => {
    writeSync.mockReturnValueOnce(3).mockReturnValueOnce(6);
    await writeOutput(await redirected(), 'zwölf…');
    const [, bytes] = writeSync.mock.lastCall ?? [];
    expect([...(bytes as unknown as Uint8Array)]).toEqual([...Buffer.from('zwölf…').subarray(3)]);
  });

  it('waits for a busy device', async () => {
    writeSync.mockImplementationOnce(failing('EAGAIN')).mockReturnValueOnce(12);
    await writeOutput(await redirected(), text);
    expect(written()).toEqual([text, text]);
  });

  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EFBIG', 'the file would be larger than the system allows'],
  ])('throws where it cannot be written (%s)', async (code, reason) => {
    writeSync.mockImplementationOnce(failing(code));
    await expect(writeOutput(await redirected(), text)).rejects.toThrow(
      `Cannot write to standard output: ${reason}.`,
    );
  });
});

describe('writing to a stream', () => {
  const pipe = (): PassThrough & NodeJS.WriteStream =>
    new PassThrough({ highWaterMark: 4 }) as unknown as PassThrough & NodeJS.WriteStream;

  it('waits until a slow reader took it', async () => {
    const stream = pipe();
    let isDone = false;
    const writing = writeOutput(stream, text).then(() => (isDone = true));
    await new Promise(setImmediate);
    expect(isDone).toBe(false);
    expect(String(stream.read())).toBe(text);
    await writing;
    expect(isDone).toBe(true);
  });

  it('ends where the reader goes away', async () => {
    const stream = pipe();
    const writing = writeOutput(stream, text);
    stream.destroy();
    await expect(writing).resolves.toBeUndefined();
    await expect(writeOutput(stream, text)).resolves.toBeUndefined();
  });
});
