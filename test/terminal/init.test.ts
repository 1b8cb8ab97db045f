import { readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import validateConfig from '#document/schema/validators/config.js';
import validateSystem from '#document/schema/validators/sales-system.js';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import { enterLine, showsCursor } from '../support/terminal/interview.ts';
import { Terminal, keys } from '../support/terminal/terminal.ts';

function start(args: readonly string[], cwd: string): Terminal {
  return Terminal.start(['init', ...args], { cwd, cols: 90 });
}

async function readSystem(cwd: string): Promise<unknown> {
  const system: unknown = parse(await readFile(join(cwd, 'sales-system.yaml'), 'utf8'));
  expect(validateSystem(system)).toBe(true);
  return system;
}

const all = ['.github', '.sales-audit-baseline.json', '.sales-audit.yaml', 'sales-system.yaml'];

async function listFiles(cwd: string): Promise<string[]> {
  return (await readdir(cwd)).toSorted();
}

describe('init in a terminal', () => {
  it('asks a few questions, writes all files, and the check passes', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = start([], cwd);
    await enterLine(terminal, 'Which organization is this about?', 'Harbor Instruments');
    await enterLine(terminal, 'Which selling roles are there?', 'Hunter, Großkunden-Betreuer, hunter');
    await terminal.see('What does a Hunter do?');
    terminal.type(keys.enter);
    await terminal.see('What does a Großkunden-Betreuer do?');
    terminal.type(keys.down);
    await terminal.see('❯ farmer');
    terminal.type(keys.enter);
    await enterLine(terminal, 'Which regions, teams or units sell?', 'Gulf Coast');
    await terminal.see('Where does your CI run?');
    terminal.type(keys.enter);
    expect(await terminal.end()).toEqual({ exitCode: 0, signal: undefined });
    expect(terminal.history()).toContain('Wrote sales-system.yaml');
    expect(terminal.history()).toContain('start with philosophy');
    expect(showsCursor(terminal)).toBe(true);

    expect(await listFiles(cwd)).toEqual(all);
    expect(await readSystem(cwd)).toEqual({
      kind: 'sales-system',
      schemaVersion: 1,
      organization: { name: 'Harbor Instruments' },
      units: [{ id: 'gulf-coast', region: 'Gulf Coast' }],
      roles: [
        { id: 'hunter', motion: 'hunter' },
        { id: 'grosskunden-betreuer', motion: 'farmer' },
      ],
    });
    const config: unknown = parse(await readFile(join(cwd, '.sales-audit.yaml'), 'utf8'));
    expect(validateConfig(config)).toBe(true);
    expect((await runCommand(['check'], { cwd })).exitCode).toBe(0);
    const honest = await runCommand(['check', '--no-baseline', '--format', 'json'], { cwd });
    expect(honest.exitCode).toBe(1);
    const { findings } = JSON.parse(honest.stdout) as { findings: { check: string }[] };
    expect(findings.map(({ check }) => check)).toContain('philosophy/missing-purpose');
    expect(findings.map(({ check }) => check)).not.toContain('document/invalid');
  });

  it('asks before it replaces each file, and leaves the others unchanged', async () => {
    const cwd = await makeEmptyFolder();
    const mine = 'kind: sales-system\nschemaVersion: 1\norganization: {name: Mine}\n';
    await writeFile(join(cwd, 'sales-system.yaml'), mine);
    await writeFile(join(cwd, '.sales-audit.yaml'), 'kind: config\nschemaVersion: 1\n');
    const terminal = start(['--organization', 'Acme', '--ci', 'none'], cwd);
    await enterLine(terminal, 'Which selling roles are there?', '');
    await enterLine(terminal, 'Which regions, teams or units sell?', '');
    await terminal.see('sales-system.yaml already exists. Replace it?');
    terminal.type(keys.enter);
    await terminal.see('.sales-audit.yaml already exists. Replace it?');
    terminal.type(keys.down);
    await terminal.see('❯ Yes');
    terminal.type(keys.enter);
    expect((await terminal.end()).exitCode).toBe(0);
    expect(await readFile(join(cwd, 'sales-system.yaml'), 'utf8')).toBe(mine);
    expect(await readFile(join(cwd, '.sales-audit.yaml'), 'utf8')).toContain('preset: recommended');
    expect((await runCommand(['check'], { cwd })).exitCode).toBe(0);
  });

  it('writes nothing if interrupted', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = start([], cwd);
    await enterLine(terminal, 'Which organization is this about?', 'Acme');
    await terminal.see('Which selling roles are there?');
    terminal.type(keys.ctrlC);
    expect((await terminal.end()).exitCode).toBe(130);
    expect(terminal.history()).toContain('Nothing was written.');
    expect(showsCursor(terminal)).toBe(true);
    expect(await listFiles(cwd)).toEqual([]);
  });

  it('asks line by line with --plain, from any input, and ends with the input', async () => {
    const cwd = await makeEmptyFolder();
    const ended = await runCommand(['init', '--plain'], { cwd, input: 'Acme\nhunter\n' });
    expect([ended.exitCode, await listFiles(cwd)]).toEqual([2, []]);
    const input = 'Acme\n日本, hunter\nhunter\n4\n\n3\n';
    const { exitCode, stderr } = await runCommand(['init', '--plain'], { cwd, input });
    expect(stderr).toContain('"日本" has no Latin letter');
    expect(exitCode).toBe(0);
    expect(await readSystem(cwd)).toMatchObject({
      organization: { name: 'Acme' },
      roles: [{ id: 'hunter' }],
    });
    expect(await listFiles(cwd)).toEqual(all.slice(1));
  });
});

describe('init without a terminal', () => {
  it('needs --yes', async () => {
    const cwd = await makeEmptyFolder();
    const { exitCode, stderr } = await runCommand(['init'], { cwd });
    expect([exitCode, await listFiles(cwd)]).toEqual([2, []]);
    expect(stderr).toContain('--yes');
  });

  it('writes nothing if one of the files exists, unless forced', async () => {
    const cwd = await makeEmptyFolder();
    await writeFile(join(cwd, '.sales-audit.yaml'), 'mine\n');
    const args = ['init', '--yes', '--organization', 'Acme'];
    const refused = await runCommand(args, { cwd });
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain('.sales-audit.yaml already exists.');
    expect(await listFiles(cwd)).toEqual(['.sales-audit.yaml']);
    expect(await readFile(join(cwd, '.sales-audit.yaml'), 'utf8')).toBe('mine\n');
    expect((await runCommand([...args, '--force'], { cwd })).exitCode).toBe(0);
    expect(await listFiles(cwd)).toEqual(all);
  });

  it.each(['.github', '.sales-audit-baseline.json', 'sales-system.yaml'])(
    'writes nothing where %s is not what it can be',
    async (name) => {
      const cwd = await makeEmptyFolder();
      if (name === '.github') await writeFile(join(cwd, name), '');
      else await symlink(join(cwd, 'elsewhere'), join(cwd, name));
      const refused = await runCommand(['init', '--yes', '--force', '--ci', 'github'], { cwd });
      expect([refused.exitCode, await listFiles(cwd)]).toEqual([2, [name]]);
    },
  );

  it('never replaces a pipeline, even if forced, and prints the include', async () => {
    const cwd = await makeEmptyFolder();
    await writeFile(join(cwd, '.gitlab-ci.yml'), 'mine: {script: [make]}\n');
    const { exitCode, stderr } = await runCommand(['init', '--yes', '--force'], { cwd });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('In .gitlab-ci.yml: include: [{local: .gitlab/sales-audit.gitlab-ci.yml}]');
    expect(await readFile(join(cwd, '.gitlab-ci.yml'), 'utf8')).toBe('mine: {script: [make]}\n');
    expect(await readdir(join(cwd, '.gitlab'))).toEqual(['sales-audit.gitlab-ci.yml']);
  });

  it('never mixes two organizations', async () => {
    const cwd = await makeEmptyFolder();
    const from = join(process.cwd(), 'examples/harbor-instruments/answers.yaml');
    const mixed = await runCommand(['init', '--yes', '--from', from, '--organization', 'Acme'], { cwd });
    expect([mixed.exitCode, await listFiles(cwd)]).toEqual([2, []]);
    expect((await runCommand(['init', '--yes', '--from', from], { cwd })).exitCode).toBe(0);
    expect(await readSystem(cwd)).toMatchObject({
      organization: { name: 'Harbor Instruments' },
      philosophy: { purpose: { askedSellersOn: '2026-11-11' } },
      process: { forecast: { errorLog: 'https://wiki.harbor.example/forecast/error-log-2026.csv' } },
    });
    await writeFile(join(cwd, 'broken.yaml'), 'kind: answers\n');
    expect((await runCommand(['init', '--yes', '--force', '--from', 'broken.yaml'], { cwd })).exitCode).toBe(
      1,
    );
  });
});
