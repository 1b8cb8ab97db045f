import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderCommand } from '#render/escape.ts';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

const names = ["my answers's.yaml", '-x.yaml', '$(touch ran).yaml', 'two\nlines.yaml', 'a\u202eb\\t"*.yaml'];

describe('a command to paste', () => {
  it.each(names)('is parsed by bash as intended: %j', async (file) => {
    const command = renderCommand(['printf', '%s', { file }]);
    expect(command).not.toContain('\n');
    const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' };
    const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', command], { env });
    expect(stdout).toBe(file.startsWith('-') ? `./${file}` : file);
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
