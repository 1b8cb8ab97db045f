/** `init` in a repository that has other systems. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Printed, runCommand } from '../../support/command.ts';
import { makeRepository } from '../../io/git/repository.ts';

async function initIn(cwd: string, folder: string): Promise<Printed> {
  await mkdir(join(cwd, folder));
  return runCommand(['init', '--yes', '--organization', folder, '--ci', 'github', '--dir', folder], { cwd });
}

describe('init', () => {
  it('adds a second system to the same workflow, and both pass at the root', async () => {
    const { folder: cwd } = await makeRepository();
    expect((await initIn(cwd, 'north')).stderr).toContain('Wrote .github/workflows/sales-audit.yml');
    const second = await initIn(cwd, 'south');
    expect([second.exitCode, second.stderr]).toEqual([0, expect.stringContaining('The gate passes today')]);
    expect(second.stderr).not.toContain('workflows');
    expect(await runCommand(['check'], { cwd })).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('in 2 files,'),
    });
  });

  it('does not say that the gate passes where another file fails it', async () => {
    const { folder: cwd } = await makeRepository();
    await writeFile(join(cwd, 'sales-system.yaml'), 'kind: sales-system\n');
    const { exitCode, stderr } = await initIn(cwd, 'south');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('The gate does not pass yet');
    expect(stderr).not.toContain('The gate passes today');
  });

  it('says how many findings of the new baseline are about files that were there before', async () => {
    const { folder: cwd, write } = await makeRepository();
    await write('other.sales-system.yaml', 'kind: sales-system\nschemaVersion: 1\norganization: {name: A}\n');
    const { stderr } = await runCommand(['init', '--yes', '--organization', 'Acme', '--ci', 'none'], { cwd });
    expect(stderr).toMatch(
      /^Wrote (\d+) findings to \.sales-audit-baseline\.json\.\n\d+ of them are about other files: other\.sales-system\.yaml\./m,
    );
    const alone = await initIn(cwd, 'north');
    expect(alone.stderr).not.toContain('about other files');
  });
});
