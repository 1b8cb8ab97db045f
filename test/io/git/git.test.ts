import { chmod, mkdir, readdir, rm, symlink } from 'node:fs/promises';
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
  readFileAt,
  listFiles,
} from './repository.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('findRepositoryRoot', () => {
  it('finds the root from a folder below it', async () => {
    const { folder, save } = await makeRepository();
    await save('a/b/c.txt', 'c');
    expect(await findRepositoryRoot(join(folder, 'a/b'))).toBe(folder);
  });

  it('finds a root with spaces, umlauts and line breaks in its name', async () => {
    const folder = join(await makeEmptyFolder(), 'a b\nü\n');
    await mkdir(folder);
    await runGit(folder, ['init', '--quiet']);
    expect(await findRepositoryRoot(folder)).toBe(folder);
  });

  it('returns undefined outside a repository, inside .git, and for a missing folder', async () => {
    const { folder } = await makeRepository();
    expect(await findRepositoryRoot(await makeEmptyFolder())).toBeUndefined();
    expect(await findRepositoryRoot(join(folder, '.git'))).toBeUndefined();
    expect(await findRepositoryRoot(join(folder, 'nowhere'))).toBeUndefined();
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

  it('returns undefined if the path is missing, a folder or a link in the commit', async () => {
    const { folder, save } = await makeRepository();
    await symlink('a/b.yaml', join(folder, 'old-link.yaml'));
    await save('a/b.yaml', 'b\n');
    await rm(join(folder, 'old-link.yaml'));
    for (const path of ['nowhere.yaml', 'a', 'old-link.yaml', '../outside.yaml']) {
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
