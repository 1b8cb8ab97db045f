import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

/** Runs a check that fails, with a job summary. */
async function check(
  summary: string,
  prepare: (path: string) => Promise<unknown> = async () => undefined,
): Promise<{ readonly exitCode: number | null; readonly stderr: string; readonly path: string }> {
  const cwd = await makeEmptyFolder();
  await writeFile(
    join(cwd, 'sales-system.yaml'),
    'kind: sales-system\nschemaVersion: 1\norganization: {name: A}\n',
  );
  const path = join(cwd, summary);
  await prepare(path);
  const env = { GITHUB_STEP_SUMMARY: path };
  const { exitCode, stderr } = await runCommand(['check', '--format', 'github'], { cwd, env });
  return { exitCode, stderr: stderr.replaceAll(cwd, '~'), path };
}

describe('the job summary', () => {
  it('starts on a line of its own', async () => {
    const { exitCode, stderr, path } = await check('summary.md', (file) => writeFile(file, 'Built in 3 s.'));
    expect([exitCode, stderr]).toEqual([1, '']);
    expect(await readFile(path, 'utf8')).toMatch(/^Built in 3 s\.\n<!-- sales-audit -->\n/);
  });

  it.each([
    ['a folder', 'summary', mkdir, 'it is a folder'],
    ['in a folder that is missing', 'no/summary.md', undefined, 'there is no such file'],
    ['below a file', 'sales-system.yaml/summary.md', undefined, 'a part of the path is not a folder'],
    ['no name', 'a\0b', undefined, 'null bytes'],
  ] as const)('is a warning where it cannot be written: %s', async (_name, summary, prepare, reason) => {
    const { exitCode, stderr } = await check(summary, prepare);
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/^Warning: no job summary\. .*\n$/)]);
    expect(stderr).toContain(reason);
  });
});
