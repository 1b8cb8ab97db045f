import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Shell } from '#domain/shell.ts';
import { acquireLock } from '#io/lock.ts';
import { renderCommand } from '#render/shell.ts';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

const names = [
  "my answers's.yaml",
  '-x.yaml',
  '$(touch ran).yaml',
  'two\nlines.yaml',
  'a\u202eb\\t"*.yaml',
  '`touch ran`',
  '%PATH% 100%',
  "!! !x '!y\n!'",
  '~ #{a,b} [c] ?d',
  'o’brien «x»; & | > <',
  'tab\tand \\ at the end\\',
  '😀 👩‍💻 é',
  '',
];

/** Shells that run a command of one of these kinds, without the settings of a person. */
const programs: readonly (readonly [program: string, kind: Shell, args: readonly string[]])[] = [
  ['bash', 'posix', ['--norc', '-c']],
  ['zsh', 'posix', ['-f', '-c']],
  ['fish', 'fish', ['--no-config', '-c']],
];

const isInstalled = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

describe('a command to paste', () => {
  it.each(programs.filter(([program]) => isInstalled(program)))(
    'is parsed by %s as intended',
    async (program, kind, args) => {
      const commands = names.map((file) => renderCommand(['printf', '%s\\0', { file }], kind));
      for (const command of commands) expect(command).not.toContain('\n');
      const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', HOME: await makeEmptyFolder() };
      const { stdout } = await promisify(execFile)(program, [...args, commands.join('\n')], { env });
      const expected = names.map((file) => (file.startsWith('-') ? `./${file}` : file));
      expect(stdout.split('\0').slice(0, -1)).toEqual(expected);
    },
  );

  it.each<[Shell, string]>([
    ['fish', `sales-audit run --answers 'my answers\\'s.yaml'`],
    ['powershell', `sales-audit run --answers 'my answers''s.yaml'`],
    ['cmd', `sales-audit run --answers "my answers's.yaml"`],
  ])('is printed for the shell in use: %s', async (shell, command) => {
    const cwd = await makeEmptyFolder();
    const file = "my answers's.yaml";
    const answers = await readFile('examples/tarnbeck-cooling/answers.yaml', 'utf8');
    await writeFile(join(cwd, file), answers.replace(/^answers:\n[\s\S]*/m, 'answers: {}\n'));
    const { stderr } = await runCommand(['run', '--no-input', '--answers', file], { cwd, shell });
    expect(stderr.trimEnd().endsWith(`: ${command}`)).toBe(true);
  });

  it('is none where another interview has the answers open', async () => {
    const cwd = await makeEmptyFolder();
    const answers = await readFile('examples/tarnbeck-cooling/answers.yaml', 'utf8');
    await writeFile(join(cwd, 'answers.yaml'), answers.replace(/^answers:\n[\s\S]*/m, 'answers: {}\n'));
    const lock = await acquireLock(join(cwd, 'answers.yaml'));
    const { stderr } = await runCommand(['run', '--no-input'], { cwd });
    await lock.release();
    expect(stderr).toMatch(/, or finish the interview that has the file open\.\n$/);
  });

  it.each([
    ["my answers's.yaml", `sales-audit run --answers 'my answers'\\''s.yaml'`],
    ['-x.yaml', 'sales-audit run --answers ./-x.yaml'],
  ])('continues with answers in %s', async (file, command) => {
    const cwd = await makeEmptyFolder();
    const answers = await readFile('examples/tarnbeck-cooling/answers.yaml', 'utf8');
    await writeFile(join(cwd, file), answers.replace(/^answers:\n[\s\S]*/m, 'answers: {}\n'));
    const { exitCode, stderr } = await runCommand(['run', '--no-input', '--answers', file], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr.trimEnd().endsWith(`: ${command}`)).toBe(true);
  });
});
