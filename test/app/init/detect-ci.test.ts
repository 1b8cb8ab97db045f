import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { detectCi } from '#app/init/detect-ci.ts';

async function makeRepository(remotes: Readonly<Record<string, string>>): Promise<string> {
  const root = await makeEmptyFolder();
  await promisify(execFile)('git', ['init', '-q', root]);
  for (const [name, url] of Object.entries(remotes))
    await promisify(execFile)('git', ['remote', 'add', name, url], { cwd: root });
  return root;
}

describe('the CI system of init', () => {
  it.each([
    ['git@github.com:acme/sales.git', 'github'],
    ['https://github.acme.example/acme/sales', 'github'],
    ['https://user:secret@gitlab.com/acme/sales.git', 'gitlab'],
    ['ssh://git@gitlab.acme.example:2222/acme/sales.git', 'gitlab'],
    ['https://acme@dev.azure.com/acme/gitlab/_git/github', 'none'],
    ['git@bitbucket.org:acme/github.git', 'none'],
    ['gitlab.com:acme/github.git', 'gitlab'],
    ['/srv/git/github.git', 'none'],
    ['file:///srv/git/github.git', 'none'],
    ['C:/git/github.git', 'none'],
  ])('is that of the remote %s', async (url, ci) => {
    expect(await detectCi(await makeRepository({ origin: url }))).toBe(ci);
  });

  it('is that of origin, before other remotes', async () => {
    const remotes = { backup: 'git@github.com:acme/sales.git', origin: 'git@gitlab.com:acme/sales.git' };
    expect(await detectCi(await makeRepository(remotes))).toBe('gitlab');
  });

  it('is that of the files, before any remote', async () => {
    const root = await makeRepository({ origin: 'git@dev.azure.com:v3/acme/sales' });
    await mkdir(join(root, '.github'));
    expect(await detectCi(root)).toBe('github');
  });

  it('is GitHub without a remote', async () => {
    expect(await detectCi(await makeEmptyFolder())).toBe('github');
  });

  it('is not written for where it is unknown, and init says how to run the gate', async () => {
    const cwd = await makeRepository({ origin: 'https://dev.azure.com/acme/sales/_git/sales' });
    const { exitCode, stderr } = await runCommand(['init', '--yes', '--organization', 'Acme'], { cwd });
    expect(exitCode).toBe(0);
    expect(stderr).not.toContain('.github');
    expect(stderr).toMatch(/Add it to your CI.*: npx --yes sales-audit@\d+\.\d+\.\d+ check\n/);
  });

  it('is not guessed where git refuses the repository, and init says why', async () => {
    const cwd = await makeRepository({ origin: 'git@gitlab.com:acme/sales.git' });
    await writeFile(join(cwd, '.git/HEAD'), 'nothing\n');
    const args = ['init', '--yes', '--organization', 'Acme'];
    const { exitCode, stderr } = await runCommand(args, { cwd });
    expect(exitCode).toBe(0);
    expect(stderr).toContain(
      'git cannot read this repository, so init does not know where your CI runs: not a git repository',
    );
    expect(stderr).toContain('For a workflow, pass --ci github or --ci gitlab.');
    expect((await readdir(cwd)).filter((name) => name.startsWith('.git'))).toEqual(['.git']);
  });

  it('of the command line is written at the top, also where git refuses the repository', async () => {
    const cwd = await makeRepository({});
    await writeFile(join(cwd, '.git/HEAD'), 'nothing\n');
    await mkdir(join(cwd, 'north'));
    const args = ['init', '--yes', '--organization', 'Acme', '--ci', 'github', '--dir', 'north'];
    const { exitCode, stderr } = await runCommand(args, { cwd });
    expect([exitCode, stderr]).toEqual([
      0,
      expect.stringContaining('Wrote .github/workflows/sales-audit.yml\n'),
    ]);
    expect(stderr).not.toContain('git cannot read');
  });
});
