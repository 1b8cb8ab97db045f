import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Printed, runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

const company = resolve('examples/tarnbeck-cooling');

/** Every command that writes a file, the format prefix of its `--output`, and the options that print the same. */
const commands = [
  { args: ['score', `${company}/answers.yaml`], output: '' },
  { args: ['report', `${company}/report.yaml`, '--format', 'html'], output: '' },
  { args: ['report', `${company}/report.yaml`], output: 'html=', plain: ['--format', 'html'] },
  { args: ['questions', '--format', 'csv'], output: '' },
  { args: ['check', `${company}/answers.yaml`], output: 'json=', plain: ['--format', 'json'] },
] as const;

function run(cwd: string, args: readonly string[]): Promise<Printed> {
  return runCommand([...args, '--as-of', '2026-11-23'], { cwd });
}

async function makeSocket(path: string): Promise<void> {
  const server = createServer().listen(path);
  onTestFinished(() => void server.close());
  await new Promise((done) => server.once('listening', done));
}

describe.each(commands)('$args.0 -o $output', (command) => {
  const { args, output } = command;
  const plain = 'plain' in command ? command.plain : [];

  it.each(['-', '/dev/stdout'])('%s is standard output', async (name) => {
    const cwd = await makeEmptyFolder();
    const expected = await run(cwd, [...args, ...plain]);
    const printed = await run(cwd, [...args, '-o', `${output}${name}`]);
    expect(printed.stdout).toBe(expected.stdout);
    expect(printed.exitCode).toBe(expected.exitCode);
    expect(await readdir(cwd)).toEqual([]);
  });

  it('writes to a device without replacing it', async () => {
    const before = await stat('/dev/null');
    const { exitCode } = await run(await makeEmptyFolder(), [...args, '-o', `${output}/dev/null`]);
    const after = await stat('/dev/null');
    expect([exitCode, after.isCharacterDevice(), after.ino]).toEqual([0, true, before.ino]);
  });

  it('creates missing folders', async () => {
    const cwd = await makeEmptyFolder();
    const { exitCode } = await run(cwd, [...args, '-o', `${output}new/deep/out`]);
    expect(exitCode).toBe(0);
    expect((await readFile(join(cwd, 'new/deep/out'))).length).toBeGreaterThan(100);
  });

  it('refuses the name of a folder, also of none yet', async () => {
    const cwd = await makeEmptyFolder();
    const { exitCode, stderr } = await run(cwd, [...args, '-o', `${output}new/`]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Cannot write new/: that is a folder.')]);
    expect(await readdir(cwd)).toEqual([]);
  });

  it.each([
    ['a folder', (path: string) => mkdir(path)],
    ['a socket', makeSocket],
  ])('refuses %s with one clear error', async (kind, make) => {
    const cwd = await makeEmptyFolder();
    await make(join(cwd, 'out'));
    const { exitCode, stderr } = await run(cwd, [...args, '-o', `${output}out`]);
    expect([exitCode, stderr]).toEqual([
      2,
      `error: Cannot write out: it is ${kind}.\nNothing was changed.\n`,
    ]);
  });
});

describe('check', () => {
  it('refuses --sarif-suppressed without SARIF', async () => {
    const args = ['check', `${company}/answers.yaml`, '--sarif-suppressed'];
    const { exitCode, stderr } = await run(await makeEmptyFolder(), args);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('is for sarif, but none is written')]);
    const written = await run(await makeEmptyFolder(), [...args, '-o', 'sarif=out.sarif']);
    expect(written.exitCode).toBe(0);
  });

  it('refuses to print two formats', async () => {
    const args = ['check', `${company}/answers.yaml`, '--format', 'sarif', '-o', 'json=-'];
    const { exitCode, stderr } = await run(await makeEmptyFolder(), args);
    expect([exitCode, stderr]).toEqual([
      2,
      'error: Standard output would be written twice.\nWrite all but one to files.\n',
    ]);
  });
});

describe('text in a file', () => {
  it.each([
    ['score', `${company}/answers.yaml`, '--format', 'text', '-o', 'out.txt'],
    ['questions', '--format', 'text', '-o', 'out.txt'],
    ['report', `${company}/report.yaml`, '-o', 'out.txt'],
    ['check', `${company}/answers.yaml`, '-o', 'text=out.txt'],
  ])('has no color, even with --color always: %s', async (...args) => {
    const cwd = await makeEmptyFolder();
    await run(cwd, [...args, '--color', 'always']);
    const text = await readFile(join(cwd, 'out.txt'), 'utf8');
    expect(text).not.toBe('');
    expect(text).not.toContain('\u001b');
  });
});

describe('an output never replaces what the run reads', async () => {
  const files = {
    'sales-system.yaml': 'kind: sales-system\nschemaVersion: 1\norganization: {name: Harbor}\n',
    '.sales-audit.yaml': 'kind: config\nschemaVersion: 1\nbaseline: known.json\n',
    'known.json': '{"kind": "baseline", "schemaVersion": 1, "findings": []}\n',
    'before.yaml': await readFile(`${company}/report.yaml`, 'utf8'),
  };

  it.each([
    ['check', '-o', 'json=sales-system.yaml'],
    ['check', '-o', 'json=.sales-audit.yaml'],
    ['check', '-o', 'json=known.json'],
    ['run', '--no-input', '--answers', 'sales-system.yaml', '--report', './sales-system.yaml'],
    ['run', '--no-input', '--system', 'sales-system.yaml', '--report', 'sales-system.yaml'],
    ['score', `${company}/answers.yaml`, '--system', 'sales-system.yaml', '-o', 'sales-system.yaml'],
    ['check', 'before.yaml', '--against', 'file:before.yaml', '-o', 'json=before.yaml'],
    ['check', `${company}/report.yaml`, '--against', 'file:before.yaml', '-o', 'json=before.yaml'],
  ])('%s %s %s %s %s %s', async (...args) => {
    const cwd = await makeEmptyFolder();
    for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
    const { exitCode, stderr } = await run(cwd, args.filter(Boolean));
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/is an input, so it cannot be written\./)]);
    for (const [name, text] of Object.entries(files))
      expect(await readFile(join(cwd, name), 'utf8')).toBe(text);
  });

  it.each([
    [
      'a declared system',
      'sales-system.yaml',
      ['score', `${company}/answers.yaml`, '-o', 'sales-system.yaml'],
    ],
    [
      'a declared system',
      'sales-system.yaml',
      ['check', `${company}/answers.yaml`, '-o', 'json=sales-system.yaml'],
    ],
    ['settings', '.sales-audit.yaml', ['score', `${company}/answers.yaml`, '-o', '.sales-audit.yaml']],
    ['a baseline', 'known.json', ['questions', '--format', 'json', '-o', 'known.json']],
    ['a declared system', 'sales-system.yaml', ['run', '--plain', '--report', 'sales-system.yaml']],
  ])('nor %s, which no run can make again: %s', async (kind, name, args) => {
    const cwd = await makeEmptyFolder();
    for (const [file, text] of Object.entries(files)) await writeFile(join(cwd, file), text);
    const { exitCode, stderr } = await run(cwd, args);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringContaining(`${name} contains ${kind}, so no output replaces it.`),
    ]);
    expect(await readFile(join(cwd, name), 'utf8')).toBe(files[name as keyof typeof files]);
  });

  it('nor is a file named twice written', async () => {
    const args = ['check', `${company}/answers.yaml`, '-o', 'json=a', '-o', 'sarif=./a'];
    const { exitCode, stderr } = await run(await makeEmptyFolder(), args);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('./a would be written twice')]);
  });
});

describe('run', () => {
  const args = ['run', '--no-input', '--answers', `${company}/answers.yaml`];

  it('prints the report alone on standard output, and the summary on the other', async () => {
    const cwd = await makeEmptyFolder();
    const { stdout, stderr, exitCode } = await run(cwd, [...args, '--report', '-']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('\nkind: report\n');
    expect(stderr).toContain('answers.yaml');
    expect(await readdir(cwd)).toEqual([]);
  });

  it('cannot save answers to a stream', async () => {
    const { exitCode, stderr } = await run(await makeEmptyFolder(), ['run', '--plain', '--answers', '-']);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--answers takes a file')]);
  });
});
