import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { Terminal, keys } from '../../support/terminal/terminal.ts';

/** Makes a folder with declared systems, each of a different company. */
async function makeFolder(count: number): Promise<string> {
  const folder = await makeEmptyFolder();
  const system = await readFile('examples/tarnbeck-cooling/sales-system.yaml', 'utf8');
  for (let index = 0; index < count; index += 1) {
    const own = system.replace('name: Tarnbeck Cooling', `name: Company ${index}`);
    await writeFile(join(folder, `${index}.sales-system.yaml`), own);
  }
  return folder;
}

describe('check over many files', () => {
  it('checks each file, and prints no progress to a pipe', async () => {
    const cwd = await makeFolder(150);
    const { stdout, stderr, exitCode } = await runCommand(['check', '--as-of', '2026-11-23'], { cwd });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/Passed: 0 errors, 0 warnings, 0 info in 150 files, as of \d{4}-\d\d-\d\d\.\n$/);
  });

  it('merges the same note about several files', async () => {
    const cwd = await makeFolder(5);
    const args = ['check', '--as-of', '2026-11-23', '--format', 'json'];
    const { stdout } = await runCommand(args, { cwd });
    const names = ['0', '1', '2'].map((name) => `${name}.sales-system.yaml`).join(', ');
    expect((JSON.parse(stdout) as { notes: string[] }).notes).toEqual([
      expect.stringMatching(new RegExp(`^${names} and 2 more: There is no git history`)),
    ]);
    const { stdout: fewer } = await runCommand([...args, '1.sales-system.yaml'], { cwd });
    expect((JSON.parse(fewer) as { notes: string[] }).notes).toEqual([
      expect.stringMatching(/^1\.sales-system\.yaml: There is no git history/),
    ]);
  });

  it('shows progress in a terminal, and reports how far it got when interrupted', async () => {
    const cwd = await makeFolder(1500);
    const terminal = Terminal.start(['check', '--as-of', '2026-11-23'], { cwd });
    await terminal.see(/Checking \d+ of 1500 files/);
    terminal.type(keys.ctrlC);
    const { exitCode } = await terminal.end();
    expect(exitCode).toBe(130);
    expect(terminal.text()).toMatch(/Interrupted after \d+ of 1500 files\. Nothing was written\./);
  });
});
