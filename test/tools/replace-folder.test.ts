import { access, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { replaceFolder } from '../../src/tools/replace-folder.ts';
import { makeEmptyFolder } from '../support/folder.ts';

async function makeOldFolder(): Promise<{ parent: string; dir: string }> {
  const parent = await makeEmptyFolder();
  const dir = join(parent, 'dist');
  await mkdir(dir);
  await writeFile(join(dir, 'old.txt'), 'old');
  return { parent, dir };
}

describe('replacing a directory', () => {
  it('replaces it with the output of all steps', async () => {
    const { parent, dir } = await makeOldFolder();
    await replaceFolder(dir, [
      (next) => writeFile(join(next, 'a.txt'), 'a'),
      (next) => writeFile(join(next, 'b.txt'), 'b'),
    ]);
    expect(await readdir(parent)).toEqual(['dist']);
    expect((await readdir(dir)).toSorted()).toEqual(['a.txt', 'b.txt']);
  });

  it('creates a missing one', async () => {
    const dir = join(await makeEmptyFolder(), 'dist');
    await replaceFolder(dir, [(next) => writeFile(join(next, 'a.txt'), 'a')]);
    expect(await readdir(dir)).toEqual(['a.txt']);
  });

  it('throws the error of a failing step while others are still writing, and preserves the old one', async () => {
    const { parent, dir } = await makeOldFolder();
    let written = 0;
    const slow = async (next: string): Promise<void> => {
      await mkdir(join(next, 'types'));
      for (; written < 20; written += 1) {
        await setTimeout(2);
        await writeFile(join(next, 'types', `${written}.d.ts`), '');
      }
    };
    const failing = async (next: string): Promise<void> => {
      await access(next);
      throw new Error("src/cli/main.ts(1,1): error TS2304: Cannot find name 'x'.");
    };
    await expect(replaceFolder(dir, [slow, failing])).rejects.toThrow(
      /^src\/cli\/main\.ts\(1,1\): error TS2304/,
    );
    expect(written).toBe(20);
    expect(await readdir(parent)).toEqual(['dist']);
    expect(await readFile(join(dir, 'old.txt'), 'utf8')).toBe('old');
  });
});
