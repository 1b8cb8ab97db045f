import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { formatInput } from '../../support/terminal/interview.ts';

const company = resolve('examples/tarnbeck-cooling');
const asOf = ['--as-of', '2026-11-23'];
const args = ['run', '--no-input', '--answers', `${company}/answers.yaml`, ...asOf];
const earlier = '<!doctype html>\n<meta name="generator" content="sales-audit 0.0.1">\n';

const read = (cwd: string, file: string): Promise<string> => readFile(join(cwd, file), 'utf8');

describe('the page beside the report', () => {
  it('is what `report` writes, and the last line opens it', async () => {
    const cwd = await makeEmptyFolder();
    const { stdout, exitCode } = await runCommand(args, { cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/page report\.html\n[\s\S]*To open the page:\n {2}\S.* report\.html\n$/);
    await runCommand(['report', 'report.yaml', '-o', 'again.html', ...asOf], { cwd });
    expect(await read(cwd, 'report.html')).toBe(await read(cwd, 'again.html'));
  });

  it.each([
    ['sub/my report.yml', 'sub/my report.html', "'sub/my report.html'"],
    ['./-result', './-result.html', './-result.html'],
    ['a.html', 'a.html.html', 'a.html.html'],
  ])('is named like it: %s', async (report, page, shown) => {
    const cwd = await makeEmptyFolder();
    const { stdout } = await runCommand([...args, '--report', report], { cwd });
    expect(stdout.endsWith(` ${shown}\n`)).toBe(true);
    expect(await read(cwd, page)).toContain('<!doctype html>');
    expect(await read(cwd, report)).toContain('\nkind: report\n');
  });

  it.each([
    ['with --no-page', ['--no-page'], ['report.yaml']],
    ['for standard output', ['--report', '-'], []],
    ['for a device', ['--report', '/dev/null'], []],
  ])('is not written %s', async (_name, options, files) => {
    const cwd = await makeEmptyFolder();
    const { stdout, stderr, exitCode } = await runCommand([...args, ...options], { cwd });
    expect([exitCode, await readdir(cwd)]).toEqual([0, files]);
    expect(stdout + stderr).not.toMatch(/\.html|open the page/);
  });

  it.each([
    ['an earlier one', earlier],
    ['an empty file', '\n'],
  ])('replaces %s', async (_name, before) => {
    const cwd = await makeEmptyFolder();
    await writeFile(join(cwd, 'report.html'), before);
    const { stderr, exitCode } = await runCommand(args, { cwd });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(await read(cwd, 'report.html')).toContain('Tarnbeck');
  });

  it.each<[string, (path: string) => Promise<unknown>]>([
    ['a page of somebody else', (path) => writeFile(path, '<!doctype html>\n<title>Ours</title>\n')],
    ['answers', (path) => writeFile(path, 'kind: answers\n')],
    ['a folder', (path) => mkdir(path)],
    ['a link to an earlier one', (path) => symlink('earlier.html', path)],
  ])('stays away from %s, and says so', async (_name, make) => {
    const cwd = await makeEmptyFolder();
    await writeFile(join(cwd, 'earlier.html'), earlier);
    await make(join(cwd, 'report.html'));
    const { stdout, stderr, exitCode } = await runCommand(args, { cwd });
    expect(exitCode).toBe(0);
    expect(await read(cwd, 'report.yaml')).toContain('\nkind: report\n');
    expect(stdout).not.toContain('open the page');
    expect(stderr).toBe(
      'report.html is not a page of this tool, so it was not replaced. To write the page: sales-audit report report.yaml -o FILE.html\n',
    );
    expect(await read(cwd, 'earlier.html')).toBe(earlier);
    const left = await read(cwd, 'report.html').catch(() => '');
    expect(left).not.toContain('Tarnbeck');
  });

  it('stays off in the command that resumes', async () => {
    const cwd = await makeEmptyFolder();
    const input = formatInput('', 'Acme');
    const { stderr } = await runCommand(['run', '--plain', '--no-page', ...asOf], { cwd, input });
    expect(stderr).toContain('To continue: sales-audit run --plain --no-page\n');
  });
});
