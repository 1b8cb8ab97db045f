import { chmod, mkdir, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '#domain/errors.ts';
import { clearGitCache, findGitFault, findRepositoryRoot } from '#io/git/git.ts';
import { runGit as runSafely } from '#io/git/git-process.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import {
  file,
  makeRepository,
  wrapRepository,
  runGit,
  readStates,
  makeText,
  listFiles,
} from './repository.ts';

afterEach(() => {
  clearGitCache();
  vi.unstubAllEnvs();
});

describe('findRepositoryRoot', () => {
  it('finds the root from a folder below it', async () => {
    const { folder, save } = await makeRepository();
    await save('a/b/c.txt', 'c');
    expect(await findRepositoryRoot(join(folder, 'a/b'))).toBe(folder);
    expect(await findRepositoryRoot(join(folder, 'a/gone/c'))).toBe(folder);
  });

  it('finds a root with spaces, umlauts and line breaks in its name', async () => {
    const folder = join(await makeEmptyFolder(), 'a b\nü\n');
    await mkdir(folder);
    await runGit(folder, ['init', '--quiet']);
    expect(await findRepositoryRoot(folder)).toBe(folder);
  });

  it('returns undefined outside a repository, and inside .git', async () => {
    const { folder } = await makeRepository();
    expect(await findRepositoryRoot(await makeEmptyFolder())).toBeUndefined();
    expect(await findRepositoryRoot(join(folder, '.git'))).toBeUndefined();
  });

  it('finds the root without git, and says so', async () => {
    const { folder, write } = await makeRepository();
    await write('a/b.txt', 'b');
    expect(await findGitFault(folder)).toBeUndefined();
    clearGitCache();
    vi.stubEnv('PATH', await makeEmptyFolder());
    expect(await findRepositoryRoot(join(folder, 'a'))).toBe(folder);
    expect(await findGitFault(join(folder, 'a'))).toBe('git is not installed');
  });

  it('finds the root of a repository that git refuses, with the reason of git', async () => {
    const damaged = await makeRepository();
    await damaged.write('.git/HEAD', 'nothing\n');
    expect(await findRepositoryRoot(damaged.folder)).toBe(damaged.folder);
    expect(await findGitFault(damaged.folder)).toContain('not a git repository');
    const foreign = await makeRepository();
    // Another owner would be refused alike, but takes another user.
    vi.stubEnv('GIT_CONFIG_COUNT', '1');
    vi.stubEnv('GIT_CONFIG_KEY_0', 'core.bare');
    vi.stubEnv('GIT_CONFIG_VALUE_0', 'neither');
    expect(await findRepositoryRoot(foreign.folder)).toBe(foreign.folder);
    expect(await findGitFault(foreign.folder)).toContain('core.bare');
  });

  it('stops a git that does not answer', async () => {
    const { folder } = await makeRepository();
    const { ok, fault } = await runSafely(folder, ['-c', 'alias.wait=!sleep 600', 'wait'], '', 1000, 300);
    expect([ok, fault]).toEqual([false, 'git did not answer within 0.3 seconds']);
  });

  it('stops a git that prints too much, and asks it again', async () => {
    const { folder } = await makeRepository();
    const { ok, fault } = await runSafely(folder, ['--help'], '', 10);
    expect([ok, fault]).toEqual([false, 'git printed more than is read']);
    expect((await runSafely(folder, ['--version'])).ok).toBe(true);
  });

  it('ignores the environment of a hook in another repository', async () => {
    const { folder } = await makeRepository();
    const other = await makeRepository();
    vi.stubEnv('GIT_DIR', join(other.folder, '.git'));
    vi.stubEnv('GIT_WORK_TREE', other.folder);
    expect(await findRepositoryRoot(folder)).toBe(folder);
  });

  it('never runs a git of the repository', async () => {
    const { folder, save } = await makeRepository();
    await save('git', '#!/bin/sh\ntouch ran\n');
    await chmod(join(folder, 'git'), 0o755);
    vi.stubEnv('PATH', ['.', '', process.env['PATH']].join(delimiter));
    expect(await findRepositoryRoot(folder)).toBe(folder);
    expect(await readdir(folder)).not.toContain('ran');
  });
});

describe('listTree', () => {
  it('lists tracked and new files, without ignored ones, each once', async () => {
    const { folder, git, save, write } = await makeRepository();
    await write('.gitignore', 'ignored/\n*.tmp\n');
    await write('kept.tmp', 'tracked although ignored');
    await git('add', '--force', 'kept.tmp');
    await save('a/tracked.yaml', 'tracked');
    await write('a/new.yaml', 'new');
    await write('a/other.tmp', 'ignored');
    await write('ignored/x.yaml', 'ignored');
    await write('a/tracked.yaml', 'dirty');
    expect((await listFiles(folder, '')).toSorted()).toEqual(
      ['.gitignore', 'a/new.yaml', 'a/tracked.yaml', 'kept.tmp'].toSorted(),
    );
    expect((await listFiles(folder, 'a')).toSorted()).toEqual(['a/new.yaml', 'a/tracked.yaml']);
    expect(await listFiles(folder, 'ignored')).toEqual([]);
  });

  it('lists each file once during a conflict', async () => {
    const { folder, git, save } = await makeRepository();
    await save(file, 'one\n');
    await git('checkout', '--quiet', '-b', 'side');
    await save(file, 'theirs\n');
    await git('checkout', '--quiet', 'main');
    await save(file, 'ours\n');
    await expect(git('merge', 'side')).rejects.toThrow('Command failed');
    expect(await listFiles(folder, '')).toEqual([file]);
  });

  it('fails outside a repository', async () => {
    await expect(listFiles(await makeEmptyFolder(), '')).rejects.toThrow(UsageError);
  });

  it('lists the files of a linked working tree', async () => {
    const { folder, git, save } = await makeRepository();
    await save(file, makeText('one'), '2026-01-01');
    const tree = join(await makeEmptyFolder(), 'tree');
    await git('worktree', 'add', '--quiet', '-b', 'side', tree);
    await wrapRepository(tree).save(file, makeText('two'), '2026-01-02');
    expect(await findRepositoryRoot(tree)).toBe(tree);
    expect(await listFiles(tree, '')).toEqual([file]);
    expect((await readStates(tree, file)).map(([, last]) => last)).toEqual(['one', 'two']);
    expect((await readStates(folder, file)).map(([, last]) => last)).toEqual(['one']);
  });
});
