import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { Terminal, keys } from '../../support/terminal/terminal.ts';

/** A folder with so many declared systems, each of a company of its own. */
async function folderOf(count: number): Promise<string> {
  const folder = await makeEmptyFolder();
  const system = await readFile('examples/tarnbeck-cooling/sales-system.yaml', 'utf8');
  for (let index = 0; index < count; index += 1) {
    const own = system.replace('name: Tarnbeck Cooling', `name: Company ${index}`);
    await writeFile(join(folder, `${index}.sales-system.yaml`), own);
  }
  return folder;
}

describe('check over many files', () => {
  it('checks each, and says nothing of how far it is on a pipe', async () => {
    const cwd = await folderOf(150);
    const { stdout, stderr, exitCode } = await runCommand(['check', '--as-of', '2026-11-23'], { cwd });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/Passed: 0 errors, 0 warnings, 0 info in 150 files\.\n$/);
  });

  it('says once what could not be seen of all of them', async () => {
    const cwd = await folderOf(5);
    const args = ['check', '--as-of', '2026-11-23', '--format', 'json'];
    const { stdout } = await runCommand(args, { cwd });
    const names = ['0', '1', '2'].map((name) => `${name}.sales-system.yaml`).join(', ');
    expect((JSON.parse(stdout) as { notes: string[] }).notes).toEqual([
      expect.stringMatching(new RegExp(`^${names} and 2 more: There is no history`)),
    ]);
    const { stdout: fewer } = await runCommand([...args, '1.sales-system.yaml'], { cwd });
    expect((JSON.parse(fewer) as { notes: string[] }).notes).toEqual([
      expect.stringMatching(/^1\.sales-system\.yaml: There is no history/),
    ]);
  });

  it('shows on a terminal how far it is, can be interrupted, and says what was done', async () => {
    const cwd = await folderOf(4000);
    const terminal = Terminal.start(['check', '--as-of', '2026-11-23'], { cwd });
    await terminal.see(/Checking \d+ of 4000 files/);
    terminal.type(keys.ctrlC);
    const { exitCode } = await terminal.end();
    expect(exitCode).toBe(130);
    expect(terminal.text()).toMatch(/Interrupted after \d+ of 4000 files\. Nothing was written\./);
  });
});
