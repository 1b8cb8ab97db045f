/** Files that an interview could not save to are told before anything is asked. */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

type Make = (path: string) => unknown;

const makers: readonly (readonly [name: string, make: Make, file: string, says: string])[] = [
  [
    'a link as answers',
    (path) => symlink('elsewhere.yaml', path),
    'answers.yaml',
    'Cannot write answers.yaml: it is a symbolic link.',
  ],
  [
    'a pipe as answers',
    (path) => execFileSync('mkfifo', [path]),
    'answers.yaml',
    'Cannot save answers in answers.yaml: it is a pipe or a device.',
  ],
  [
    'a folder as answers',
    (path) => mkdir(path),
    'answers.yaml',
    'Cannot write answers.yaml: it is a folder.',
  ],
  [
    'a link as the report',
    (path) => symlink('elsewhere.yaml', path),
    'report.yaml',
    'Cannot write report.yaml: it is a symbolic link.',
  ],
  [
    'a folder as the report',
    (path) => mkdir(path),
    'report.yaml',
    'Cannot write report.yaml: it is a folder.',
  ],
  [
    'a pipe as the lock',
    (path) => execFileSync('mkfifo', [path]),
    '.answers.yaml.lock',
    '.answers.yaml.lock is not a file.',
  ],
];

describe.runIf(process.platform !== 'win32')('before anything is asked, an interview refuses', () => {
  it.each(makers)('%s', async (_name, make, file, says) => {
    const cwd = await makeEmptyFolder();
    await writeFile(join(cwd, 'elsewhere.yaml'), '');
    await make(join(cwd, file));
    const { exitCode, stdout, stderr } = await runCommand(['run', '--plain'], {
      cwd,
      input: 'Nearly\nAcme\n',
    });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^error: .*\n.*\n$/);
    expect(stderr).toContain(says);
    expect((await readdir(cwd)).toSorted()).toEqual([file, 'elsewhere.yaml'].toSorted());
  });
});
