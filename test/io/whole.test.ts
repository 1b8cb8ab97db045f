import * as fs from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isNoTerminal, writeNow } from '#io/whole.ts';
import { emptyFolder } from '../support/folder.ts';

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

afterEach(() => void writeSync.mockReset());

describe('writing to a descriptor', () => {
  it('goes on where only a part was taken', () => {
    writeSync.mockReturnValueOnce(5).mockReturnValueOnce(7);
    expect(writeNow(1, text, false)).toHaveLength(0);
    expect(
      writeSync.mock.calls.map(([, bytes]) => String(Buffer.from(bytes as unknown as Uint8Array))),
    ).toEqual([text, 'e bytes']);
  });

  it('goes on in the middle of a sign that takes several bytes', () => {
    writeSync.mockReturnValueOnce(3).mockReturnValueOnce(6);
    expect(writeNow(1, 'zwölf…', false)).toHaveLength(0);
    expect(writeSync.mock.lastCall?.[1]).toEqual(new TextEncoder().encode('zwölf…').subarray(3));
  });

  it('gives back what a busy reader did not take', () => {
    writeSync.mockReturnValueOnce(5).mockImplementationOnce(failing('EAGAIN'));
    expect(Buffer.from(writeNow(1, text, false)).toString()).toBe('e bytes');
  });

  it('waits for a busy device', () => {
    writeSync.mockImplementationOnce(failing('EAGAIN')).mockReturnValueOnce(12);
    expect(writeNow(1, text, true)).toHaveLength(0);
    expect(writeSync).toHaveBeenCalledTimes(2);
  });

  it('says nothing where nobody reads any more', () => {
    writeSync.mockImplementationOnce(failing('EPIPE'));
    expect(writeNow(1, text, false)).toHaveLength(0);
  });

  it.each([
    [false, 'ENOSPC', 'the disk is full'],
    [true, 'ENOSPC', 'the disk is full'],
    [true, 'EFBIG', 'the file would be larger than the system allows'],
  ])('throws where it cannot be written (%s, %s)', (waits, code, reason) => {
    writeSync.mockImplementationOnce(failing(code));
    expect(() => writeNow(1, text, waits)).toThrow(`Cannot write to standard output: ${reason}.`);
  });
});

describe('what is certainly no terminal', () => {
  it('is a file, and what swallows everything; not a descriptor that is closed', async () => {
    const file = await open(join(await emptyFolder(), 'out'), 'w');
    const nothing = await open('/dev/null', 'w');
    expect([isNoTerminal(file.fd), isNoTerminal(nothing.fd)]).toEqual([true, true]);
    const { fd } = file;
    await file.close();
    await nothing.close();
    expect(isNoTerminal(fd)).toBe(false);
  });
});
