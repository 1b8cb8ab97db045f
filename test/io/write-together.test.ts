import { chmod, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeTogether } from '#io/write-together.ts';
import { emptyFolder } from '../support/folder.ts';

async function names(folder: string): Promise<string[]> {
  return (await readdir(folder)).toSorted();
}

describe('files that are written together', () => {
  it('are all as before where one cannot be written', async () => {
    const cwd = await emptyFolder();
    // More than a document may have, and no UTF-8: it is not ours, and comes back byte for byte.
    const before = Buffer.alloc(2_000_000, 0xff);
    await writeFile(join(cwd, 'old'), before);
    await mkdir(join(cwd, 'folder'));
    const file = (name: string) => ({ path: join(cwd, name), name, text: 'after' });
    await expect(writeTogether([file('old'), file('new/deep/x'), file('folder')])).rejects.toThrow('folder');
    await expect(writeTogether([file('old'), file('new/x'), file('old/y')])).rejects.toThrow('is a file');
    // A name that is too long is seen only when it is written.
    await expect(writeTogether([file('old'), file('new/x'), file('n'.repeat(250))])).rejects.toThrow('long');
    expect(await names(cwd)).toEqual(['folder', 'old']);
    expect(before.equals(await readFile(join(cwd, 'old')))).toBe(true);
    await chmod(join(cwd, 'old'), 0o600);
    await writeTogether([file('old'), file('new/x')]);
    expect(await readFile(join(cwd, 'new/x'), 'utf8')).toBe('after');
    expect(await readFile(join(cwd, 'old'), 'utf8')).toBe('after');
    expect((await stat(join(cwd, 'old'))).mode & 0o777).toBe(0o600);
    expect(await names(cwd)).toEqual(['folder', 'new', 'old']);
  });
});
