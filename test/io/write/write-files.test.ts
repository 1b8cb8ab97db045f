import { spawnSync } from 'node:child_process';
import { chmod, link, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeTemporaryPath } from '#io/write/temporary-files.ts';
import { writeFiles } from '#io/write/write-files.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

async function listNames(folder: string): Promise<string[]> {
  return (await readdir(folder)).toSorted();
}

const fileIn = (cwd: string, name: string) => ({ path: join(cwd, name), name, text: 'after' });

describe('writeFiles', () => {
  it('leaves every file as it was if one cannot be written', async () => {
    const cwd = await makeEmptyFolder();
    // Larger than a document may be, and not UTF-8: it is not ours, and comes back byte for byte.
    const before = Buffer.alloc(2_000_000, 0xff);
    await writeFile(join(cwd, 'old'), before);
    await mkdir(join(cwd, 'folder'));
    const file = (name: string) => fileIn(cwd, name);
    await expect(writeFiles([file('old'), file('new/deep/x'), file('folder')])).rejects.toThrow(
      'Cannot write folder: it is a folder.',
    );
    await expect(writeFiles([file('old'), file('new/x'), file('old/y')])).rejects.toThrow('is a file');
    await expect(writeFiles([file('old'), file('new/x'), file('n'.repeat(300))])).rejects.toThrow('long');
    expect(await listNames(cwd)).toEqual(['folder', 'old']);
    expect(before.equals(await readFile(join(cwd, 'old')))).toBe(true);
  });

  it('creates folders, keeps the mode of a file, and leaves nothing beside it', async () => {
    const cwd = await makeEmptyFolder();
    await writeFile(join(cwd, 'old'), 'before');
    await chmod(join(cwd, 'old'), 0o600);
    await writeFiles([fileIn(cwd, 'old'), fileIn(cwd, 'new/x')]);
    expect(await readFile(join(cwd, 'new/x'), 'utf8')).toBe('after');
    expect(await readFile(join(cwd, 'old'), 'utf8')).toBe('after');
    expect((await stat(join(cwd, 'old'))).mode & 0o777).toBe(0o600);
    expect(await listNames(cwd)).toEqual(['new', 'old']);
    expect(await listNames(join(cwd, 'new'))).toEqual(['x']);
  });

  it('replaces a file instead of writing into it', async () => {
    const cwd = await makeEmptyFolder();
    await writeFile(join(cwd, 'old'), 'before');
    await link(join(cwd, 'old'), join(cwd, 'same'));
    await writeFiles([fileIn(cwd, 'old')]);
    expect(await readFile(join(cwd, 'old'), 'utf8')).toBe('after');
    expect(await readFile(join(cwd, 'same'), 'utf8')).toBe('before');
  });

  it('refuses a symbolic link, even to nothing', async () => {
    const cwd = await makeEmptyFolder();
    await writeFile(join(cwd, 'old'), 'before');
    await symlink('old', join(cwd, 'link'));
    await symlink('nothing', join(cwd, 'dangling'));
    for (const name of ['link', 'dangling']) {
      await expect(writeFiles([fileIn(cwd, 'new'), fileIn(cwd, name)])).rejects.toThrow(
        `Cannot write ${name}: it is a symbolic link.`,
      );
    }
    expect(await readFile(join(cwd, 'old'), 'utf8')).toBe('before');
    expect(await listNames(cwd)).toEqual(['dangling', 'link', 'old']);
  });

  it('refuses a socket', async () => {
    const cwd = await makeEmptyFolder();
    const server = createServer().listen(join(cwd, 'socket'));
    onTestFinished(() => void server.close());
    await new Promise((done) => server.once('listening', done));
    await expect(writeFiles([fileIn(cwd, 'socket')])).rejects.toThrow('Cannot write socket: it is a socket.');
    expect((await stat(join(cwd, 'socket'))).isSocket()).toBe(true);
  });

  it('writes into a device and never replaces it', async () => {
    const before = await stat('/dev/null');
    await writeFiles([{ path: '/dev/null', name: '/dev/null', text: 'gone' }]);
    const after = await stat('/dev/null');
    expect(after.isCharacterDevice()).toBe(true);
    expect([after.dev, after.ino]).toEqual([before.dev, before.ino]);
  });
});

describe('what a killed process left', () => {
  it('is removed by the next run that writes to the folder; what may be in use stays', async () => {
    const cwd = await makeEmptyFolder();
    const own = basename(makeTemporaryPath(cwd));
    const { pid: gone } = spawnSync('true');
    const left = [
      own.replace(`-${process.pid}-`, `-${gone}-`),
      // The number of a process is used again: the start tells them apart.
      own.replace(/-\d+-(?=[\da-f]{12})/, '-1-'),
    ];
    const stay = [
      own,
      own.replace(/[\da-f]{8}-/, '00000000-').replace(`-${process.pid}-`, `-${gone}-`),
      'a.tmp',
      '.sales-audit.tmp',
      '.a.yaml.0123456789ab.tmp',
    ];
    for (const name of [...left, ...stay]) await writeFile(join(cwd, name), '');
    await writeFiles([fileIn(cwd, 'new')]);
    expect(await listNames(cwd)).toEqual([...stay, 'new'].toSorted());
  });
});
