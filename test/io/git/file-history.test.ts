/** Longer than 200 lines: histories that the tests build commit by commit. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '#domain/errors.ts';
import { readFileHistory } from '#io/git/git.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { file, makeRepository, runGit, readStates, makeText, readFileAt, listFiles } from './repository.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the history of a file', () => {
  it('contains every committed state, oldest first, without the working copy', async () => {
    const { folder, git, save, write } = await makeRepository();
    await save(file, makeText('one'), '2026-01-01');
    const commit = await git('rev-parse', 'HEAD');
    await save('other.txt', 'other', '2026-01-02');
    await save(file, makeText('two'), '2026-01-03');
    await write(file, makeText('dirty'));
    expect(await readStates(folder, file)).toEqual([
      ['2026-01-01', 'one'],
      ['2026-01-03', 'two'],
    ]);
    const history = await readFileHistory(folder, join(folder, file));
    expect(commit.startsWith(history.revisions[0]?.commit ?? '-')).toBe(true);
    expect(history.lacks).toBeUndefined();
  });

  it('does not change bytes', async () => {
    const { folder, commit } = await makeRepository();
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0, 13, 10, 0xff, 10, 10]);
    await writeFile(join(folder, file), bytes);
    await commit();
    expect((await readFileHistory(folder, file)).revisions.map((each) => each.text)).toEqual([bytes]);
  });

  it('follows renames, changed in the same commit or not', async () => {
    const { folder, git, save, commit } = await makeRepository();
    await save('first.yaml', makeText('one'), '2026-01-01');
    await git('mv', 'first.yaml', 'second.yaml');
    await commit('2026-01-02');
    await mkdir(join(folder, 'sales'));
    await git('mv', 'second.yaml', `sales/${file}`);
    await save(`sales/${file}`, makeText('two'), '2026-01-03');
    expect(await readStates(folder, `sales/${file}`)).toEqual([
      ['2026-01-01', 'one'],
      ['2026-01-02', 'one'],
      ['2026-01-03', 'two'],
    ]);
  });

  it('does not follow copies', async () => {
    const { folder, save } = await makeRepository();
    await save('template.yaml', makeText('template'), '2026-01-01');
    await save('template.yaml', makeText('template 2'), '2026-01-02');
    await save(file, makeText('template 2'), '2026-01-03');
    expect(await readStates(folder, file)).toEqual([['2026-01-03', 'template 2']]);
  });

  it('continues before a deletion of the file', async () => {
    const { folder, git, save } = await makeRepository();
    await save(file, makeText('one'), '2026-01-01');
    await git('rm', '--quiet', file);
    await save('other.txt', 'other', '2026-01-02');
    await save(file, makeText('two'), '2026-01-03');
    expect(await readStates(folder, file)).toEqual([
      ['2026-01-01', 'one'],
      ['2026-01-03', 'two'],
    ]);
  });

  it('counts a merge as one step, without the states of the branch', async () => {
    const { folder, git, save } = await makeRepository();
    await save(file, makeText('one'), '2026-01-01');
    await git('checkout', '--quiet', '-b', 'side');
    await save(file, makeText('tried'), '2026-01-02');
    await save(file, makeText('merged'), '2026-01-04');
    await git('checkout', '--quiet', 'main');
    await save('other.txt', 'other', '2026-01-03');
    await runGit(folder, ['merge', '--quiet', '--no-ff', '--message', 'merge', 'side'], '2026-01-05');
    await save(file, makeText('after'), '2026-01-06');
    expect(await readStates(folder, file)).toEqual([
      ['2026-01-01', 'one'],
      ['2026-01-05', 'merged'],
      ['2026-01-06', 'after'],
    ]);
  });

  it('follows a rename in a merge', async () => {
    const { folder, git, save, commit } = await makeRepository();
    await save('old.yaml', makeText('one'), '2026-01-01');
    await git('checkout', '--quiet', '-b', 'side');
    await git('mv', 'old.yaml', file);
    await commit('2026-01-02');
    await git('checkout', '--quiet', 'main');
    await save('other.txt', 'other', '2026-01-03');
    await runGit(folder, ['merge', '--quiet', '--no-ff', '--message', 'merge', 'side'], '2026-01-04');
    expect(await readStates(folder, file)).toEqual([
      ['2026-01-01', 'one'],
      ['2026-01-04', 'one'],
    ]);
  });

  it('contains the resolution of a conflict', async () => {
    const { folder, git, save, commit } = await makeRepository();
    await save(file, makeText('one'), '2026-01-01');
    await git('checkout', '--quiet', '-b', 'side');
    await save(file, makeText('theirs'), '2026-01-02');
    await git('checkout', '--quiet', 'main');
    await save(file, makeText('ours'), '2026-01-03');
    await expect(git('merge', 'side')).rejects.toThrow('Command failed');
    await writeFile(join(folder, file), makeText('both'));
    await commit('2026-01-04');
    expect((await readStates(folder, file)).map(([, last]) => last)).toEqual(['one', 'ours', 'both']);
  });

  it.each([
    ['spaces', 'a b/our system.yaml'],
    ['unicode', 'Verträge/システム 🧭.yaml'],
    ['a line break, a tab and quotes', 'a\nb/"x"\t\'y\'.yaml'],
    ['characters of patterns', '[a]*?{b}.yaml'],
    ['pathspec magic', ':(glob)x.yaml'],
    ['the form of an option', '--output=x.yaml'],
    ['the form of a line of the log', ':000000 100644 0000000 1111111 A'],
  ])('works for names with %s', async (_, path) => {
    const { folder, save } = await makeRepository();
    await save(path, makeText('one'), '2026-01-01');
    await save('a.yaml', makeText('another'), '2026-01-02');
    await save(path, makeText('two'), '2026-01-03');
    const expected = [
      ['2026-01-01', 'one'],
      ['2026-01-03', 'two'],
    ];
    expect(await readStates(folder, path)).toEqual(expected);
    expect(await readStates(folder, join(folder, path))).toEqual(expected);
    expect(await listFiles(folder, '')).toEqual(expect.arrayContaining([path]));
    expect(await readFileAt(folder, 'HEAD', path)).toEqual(new Uint8Array(Buffer.from(makeText('two'))));
  });

  it('contains the newest 500 states, and says that there are more', async () => {
    const { folder } = await makeRepository();
    const commits = Array.from({ length: 510 }, (_, index) => {
      const content = `step: ${index + 1}\n`;
      const who = `Somebody <somebody@example.com> ${1_767_225_600 + index} +0000`;
      return `commit refs/heads/main\ncommitter ${who}\ndata 0\nM 100644 inline ${file}\ndata ${content.length}\n${content}\n`;
    });
    await new Promise((done, fail) => {
      const child = execFile('git', ['fast-import', '--quiet'], { cwd: folder }, (error) =>
        error === null ? done(undefined) : fail(error),
      );
      child.stdin?.end(commits.join(''));
    });
    const { revisions, lacks } = await readFileHistory(folder, file);
    expect([revisions.length, lacks]).toEqual([500, 'limit']);
    expect([revisions[0]?.text, revisions[499]?.text].map((each) => String(Buffer.from(each ?? [])))).toEqual(
      ['step: 11\n', 'step: 510\n'],
    );
  });

  it('says that it is shallow only if a shallow clone may lack older states', async () => {
    const { folder, save } = await makeRepository();
    await save(file, makeText('one'), '2026-01-01');
    await save(file, makeText('two'), '2026-01-02');
    await save(file, makeText('three'), '2026-01-03');
    await save('new.yaml', makeText('new'), '2026-01-04');
    const clone = join(await makeEmptyFolder(), 'clone');
    await runGit(folder, ['clone', '--quiet', '--depth', '3', pathToFileURL(folder).href, clone]);
    expect(await readStates(clone, file)).toEqual([
      ['2026-01-02', 'two'],
      ['2026-01-03', 'three'],
    ]);
    expect((await readFileHistory(clone, file)).lacks).toBe('shallow');
    expect((await readFileHistory(clone, 'new.yaml')).lacks).toBeUndefined();
    await expect(readFileAt(clone, 'HEAD~3', file)).rejects.toThrow('There is no commit "HEAD~3"');
  });

  it('fetches nothing in a partial clone, and says that states are missing', async () => {
    const { folder, git, save } = await makeRepository();
    await git('config', 'uploadpack.allowFilter', 'true');
    await save(file, makeText('one'), '2026-01-01');
    await save(file, makeText('two'), '2026-01-02');
    const clone = join(await makeEmptyFolder(), 'clone');
    const address = pathToFileURL(folder).href;
    await runGit(folder, ['clone', '--quiet', '--filter=blob:none', address, clone]);
    const { revisions, lacks } = await readFileHistory(clone, file);
    expect([revisions.map(({ date }) => date), lacks]).toEqual([['2026-01-02'], 'partial']);
    await expect(readFileAt(clone, 'HEAD~1', file)).rejects.toThrow(UsageError);
  });

  it('is empty before the first commit, for a new file, outside the root, and for a folder', async () => {
    const { folder, save, write } = await makeRepository();
    const nothing = { revisions: [], lacks: undefined };
    await write(file, makeText('one'));
    expect(await readFileHistory(folder, file)).toEqual(nothing);
    await save('a/b.yaml', makeText('b'));
    await write('new.yaml', makeText('new'));
    for (const path of ['new.yaml', '../outside.yaml', 'a', '.']) {
      expect(await readFileHistory(folder, path)).toEqual(nothing);
    }
  });

  it('follows a link to its file, and leaves out states in which the file was a link', async () => {
    const { folder, save } = await makeRepository();
    await symlink('elsewhere.yaml', join(folder, 'was-link.yaml'));
    await symlink('real.yaml', join(folder, 'link.yaml'));
    await save('real.yaml', makeText('real'), '2026-01-01');
    await rm(join(folder, 'was-link.yaml'));
    await save('was-link.yaml', makeText('file'), '2026-01-02');
    expect(await readStates(folder, 'link.yaml')).toEqual([['2026-01-01', 'real']]);
    expect(await readStates(folder, 'was-link.yaml')).toEqual([['2026-01-02', 'file']]);
  });

  it('runs no program that the repository configures, and writes nothing', async () => {
    const { folder, git, save } = await makeRepository();
    await save(file, makeText('one'), '2026-01-01');
    const touch = `touch '${join(folder, 'ran')}'`;
    const script = join(folder, '.git/hooks/post-index-change');
    await mkdir(join(folder, '.git/hooks'), { recursive: true });
    await writeFile(script, `#!/bin/sh\n${touch}\n`);
    await chmod(script, 0o755);
    for (const key of ['core.fsmonitor', 'core.pager', 'gpg.program', 'diff.external', 'core.sshCommand']) {
      await git('config', key, `${script} `.trim());
    }
    await git('config', 'log.showSignature', 'true');
    await git('config', 'log.follow', 'true');
    await git('config', 'diff.x.textconv', script);
    await git('config', 'filter.x.clean', script);
    await writeFile(join(folder, '.gitattributes'), '* diff=x filter=x\n');
    const index = await readFile(join(folder, '.git/index'));
    const before = await stat(join(folder, '.git/index'));
    await writeFile(join(folder, file), makeText('dirty'));
    expect(await readStates(folder, file)).toEqual([['2026-01-01', 'one']]);
    expect(await readFileAt(folder, 'HEAD', file)).toBeDefined();
    expect(await listFiles(folder, '')).toEqual(['.gitattributes', file].toSorted());
    expect(await readdir(folder)).not.toContain('ran');
    expect(await readFile(join(folder, '.git/index'))).toEqual(index);
    expect((await stat(join(folder, '.git/index'))).mtimeMs).toBe(before.mtimeMs);
  });
});
