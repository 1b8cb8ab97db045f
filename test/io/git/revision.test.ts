import { readdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '#domain/errors.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { file, makeRepository, readFileAt } from './repository.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('readFileAt', () => {
  it('reads a file by commit, branch and tag', async () => {
    const { folder, git, save } = await makeRepository();
    await save(file, 'one\n');
    const commit = await git('rev-parse', 'HEAD');
    await git('tag', '--annotate', '--message', 'first', 'v1');
    await git('branch', 'a/branch');
    await save(file, 'two\n');
    for (const ref of [commit, commit.slice(0, 8), 'v1', 'a/branch', 'HEAD~1', 'main^']) {
      expect(String(Buffer.from((await readFileAt(folder, ref, file)) ?? []))).toBe('one\n');
    }
  });

  it('follows the links of the commit, and not those of the disk', async () => {
    const { folder, save } = await makeRepository();
    await symlink('a/b.yaml', join(folder, 'link.yaml'));
    await save('a/b.yaml', 'b\n');
    await rm(join(folder, 'link.yaml'));
    await rename(join(folder, 'a'), join(folder, 'c'));
    await symlink('c', join(folder, 'a'));
    for (const path of ['a/b.yaml', 'link.yaml'])
      expect(String(Buffer.from((await readFileAt(folder, 'HEAD', path)) ?? []))).toBe('b\n');
  });

  it('returns undefined if the path is missing, a folder or a link to nothing in the commit', async () => {
    const { folder, save } = await makeRepository();
    await symlink('loop.yaml', join(folder, 'loop.yaml'));
    await symlink('../../outside.yaml', join(folder, 'leaves.yaml'));
    await save('a/b.yaml', 'b\n');
    for (const path of ['nowhere.yaml', 'a', 'loop.yaml', 'leaves.yaml', '../outside.yaml']) {
      expect(await readFileAt(folder, 'HEAD', path)).toBeUndefined();
    }
  });

  it.each(['--output=x', '-n', '--', '', 'a\0b', 'a\nb'])('refuses %j as a commit', async (ref) => {
    const { folder, save } = await makeRepository();
    await save(file, 'one\n');
    await expect(readFileAt(folder, ref, file)).rejects.toThrow('is not the name of a commit');
    expect((await readdir(folder)).toSorted()).toEqual(['.git', file]);
  });

  it.each([
    'nowhere',
    'HEAD~5',
    'HEAD..main',
    `HEAD:${file}`,
    '^HEAD',
    'f'.repeat(40),
    '; touch x',
    '$(touch x)',
  ])('says that there is no commit %j, and a possible reason', async (ref) => {
    const { folder, save } = await makeRepository();
    await save(file, 'one\n');
    const fault: unknown = await readFileAt(folder, ref, file).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(UsageError);
    expect(fault).toMatchObject({ message: `There is no commit ${JSON.stringify(ref)} in this repository.` });
    expect(fault).toHaveProperty('hint', expect.stringContaining('shallow clone'));
    expect((await readdir(folder)).toSorted()).toEqual(['.git', file]);
  });

  it('says when git is missing', async () => {
    const { folder } = await makeRepository();
    vi.stubEnv('PATH', await makeEmptyFolder());
    await expect(readFileAt(folder, 'HEAD', file)).rejects.toThrow('git is not installed');
  });
});
