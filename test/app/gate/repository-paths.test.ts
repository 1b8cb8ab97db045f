import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

const weak = 'kind: sales-system\nschemaVersion: 1\norganization: {name: Harbor Instruments}\n';

/** Makes a repository with a declared system in `services/sales`. Returns its root and that folder. */
async function makeRepository(): Promise<{ root: string; folder: string }> {
  const root = await makeEmptyFolder();
  await promisify(execFile)('git', ['init', '-q', root]);
  const folder = join(root, 'services/sales');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'sales-system.yaml'), weak);
  return { root, folder };
}

interface Paths {
  readonly github: string;
  readonly gitlab: string;
  readonly sarif: string;
  readonly fingerprint: string;
}

/** Runs a check and reads the path and the fingerprint that each format has for the first finding. */
async function readPaths(cwd: string, ...args: readonly string[]): Promise<Paths> {
  const run = async (format: string): Promise<string> =>
    (await runCommand(['check', ...args, '--format', format], { cwd })).stdout;
  const sarif = JSON.parse(await run('sarif')).runs[0].results[0];
  const [quality] = JSON.parse(await run('gitlab'));
  return {
    github: /^::error file=([^,]*),/m.exec(await run('github'))?.[1] ?? '',
    gitlab: quality.location.path,
    sarif: sarif.locations[0].physicalLocation.artifactLocation.uri,
    fingerprint: quality.fingerprint,
  };
}

const everywhere = (path: string): Partial<Paths> => ({ github: path, gitlab: path, sarif: path });

describe('paths for programs that show a repository', () => {
  it('start at the root of the repository, wherever the command runs', async () => {
    const { root, folder } = await makeRepository();
    const inside = await readPaths(folder);
    expect(inside).toMatchObject(everywhere('services/sales/sales-system.yaml'));
    expect(await readPaths(root)).toEqual(inside);
    expect(await readPaths(join(root, 'services'), 'sales/sales-system.yaml')).toEqual(inside);
    await mkdir(join(root, 'other'));
    expect(await readPaths(join(root, 'other'), '../services/sales/sales-system.yaml')).toEqual(inside);
  });

  it('take --path-prefix where git cannot tell', async () => {
    const folder = await makeEmptyFolder();
    await writeFile(join(folder, 'sales-system.yaml'), weak);
    expect(await readPaths(folder)).toMatchObject(everywhere('sales-system.yaml'));
    for (const prefix of ['services/sales', './services/sales/', 'services\\sales']) {
      expect(await readPaths(folder, '--path-prefix', prefix)).toMatchObject(
        everywhere('services/sales/sales-system.yaml'),
      );
    }
    expect(await readPaths(folder, '--path-prefix', '.')).toMatchObject(everywhere('sales-system.yaml'));
  });

  it.each(['', '/srv/sales', '../sales', 'a/../../b', 'c:/x', 'C:\\x'])(
    'refuse the prefix %j',
    async (prefix) => {
      const cwd = await makeEmptyFolder();
      const { exitCode, stderr } = await runCommand(['check', '--path-prefix', prefix], { cwd });
      expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--path-prefix takes the path')]);
    },
  );

  it('leave paths for people relative to the working folder', async () => {
    const { folder } = await makeRepository();
    const { stdout } = await runCommand(['check'], { cwd: folder });
    expect(stdout).toContain('File sales-system.yaml\n');
  });
});
