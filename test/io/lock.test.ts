import { mkdir, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acquireLock, getLockPath } from '#io/lock.ts';
import { makeEmptyFolder } from '../support/folder.ts';

/** Makes a file to lock; its lock exists already, with that text, if `holder` is given. */
async function fileLockedBy(holder?: string): Promise<string> {
  const path = join(await makeEmptyFolder(), 'answers.yaml');
  if (holder !== undefined) await writeFile(getLockPath(path), holder);
  return path;
}

/** A process id that is higher than any system assigns. */
const nobody = 2 ** 30;

describe('a lock', () => {
  it('has one owner at a time, is released once, and leaves nothing behind', async () => {
    const path = await fileLockedBy();
    const lock = await acquireLock(path);
    await expect(acquireLock(path)).rejects.toThrow(
      `${path} is open in another interview: process ${process.pid}.`,
    );
    await lock.release();
    const next = await acquireLock(path);
    // The first owner cannot release the lock of the next one.
    await lock.release();
    await expect(acquireLock(path)).rejects.toThrow('is open in another interview');
    await next.release();
    expect(await readdir(join(path, '..'))).toEqual([]);
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: nobody, host: hostname(), started: '1', token: 'x' })],
    [
      'an earlier process with the same id',
      JSON.stringify({ pid: process.pid, host: hostname(), started: '1', token: 'x' }),
    ],
    ['an interrupted write', '{"pid": 12'],
    ['nobody', ''],
  ])('of %s is recovered', async (_what, holder) => {
    const path = await fileLockedBy(holder);
    const lock = await acquireLock(path);
    expect(JSON.parse(await readFile(getLockPath(path), 'utf8'))).toMatchObject({ pid: process.pid });
    await lock.release();
    expect(await readdir(join(path, '..'))).toEqual([]);
  });

  it('of another machine is never removed, because its process may be running', async () => {
    const holder = JSON.stringify({ pid: nobody, host: 'elsewhere', started: null, token: 'x' });
    const path = await fileLockedBy(holder);
    await expect(acquireLock(path)).rejects.toThrow(`process ${nobody} on elsewhere.`);
    expect(await readFile(getLockPath(path), 'utf8')).toBe(holder);
  });

  it('of another machine is described with its age and the way out, and is taken over on request', async () => {
    const holder = JSON.stringify({ pid: nobody, host: 'elsewhere', started: null, token: 'x' });
    const path = await fileLockedBy(holder);
    const threeHoursAgo = Date.now() / 1000 - 3 * 3600 - 60;
    await utimes(getLockPath(path), threeHoursAgo, threeHoursAgo);
    await expect(acquireLock(path)).rejects.toMatchObject({
      message: `${path} is open in another interview: process ${nobody} on elsewhere. The lock ${getLockPath(path)} is 3 hours old.`,
      hint: expect.stringContaining('--take-over') as string,
    });
    const lock = await acquireLock(path, true);
    lock.requireHeld();
    // The other machine takes it back: this process must not write any more.
    await writeFile(getLockPath(path), holder);
    expect(() => lock.requireHeld()).toThrow('was taken over by another interview');
    await lock.release();
    expect(await readFile(getLockPath(path), 'utf8')).toBe(holder);
  });

  it('of a process that is running here is not taken over', async () => {
    const path = await fileLockedBy();
    const lock = await acquireLock(path);
    await expect(acquireLock(path, true)).rejects.toThrow('is open in another interview');
    await lock.release();
  });

  it('that is not a file is refused instead of read', async () => {
    const path = await fileLockedBy();
    await mkdir(getLockPath(path));
    await expect(acquireLock(path)).rejects.toThrow(`The lock ${getLockPath(path)} is not a file.`);
  });

  it('goes to one of many concurrent attempts, even if there is a stale one', async () => {
    // Timing is random, so one round would rarely reveal a race.
    for (let round = 0; round < 50; round += 1) {
      const path = await fileLockedBy('');
      const wanted = await Promise.allSettled(Array.from({ length: 8 }, () => acquireLock(path)));
      expect(wanted.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await readdir(join(path, '..'))).toEqual(['.answers.yaml.lock']);
    }
  });

  it('is recovered if a process was killed while recovering it', async () => {
    const path = await fileLockedBy('');
    const claim = `${getLockPath(path)}.stale`;
    await writeFile(claim, '');
    await expect(acquireLock(path)).rejects.toThrow('too many processes are trying to lock it');
    await utimes(claim, 0, 0);
    await (await acquireLock(path)).release();
    expect(await readdir(join(path, '..'))).toEqual([]);
  });

  it('cannot be acquired in a missing folder', async () => {
    const path = join(await makeEmptyFolder(), 'nowhere', 'answers.yaml');
    await expect(acquireLock(path)).rejects.toThrow(`Cannot lock ${path}: there is no such file.`);
  });
});
