import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commands } from '#cli/commands/index.ts';
import { schemaKinds } from '#app/version.ts';
import { findPackageProblems } from '../../../src/tools/release/package.ts';
import { type Ended, majors, runProgram } from '../../support/package/package.ts';
import { readPage } from '../../support/docs/markdown.ts';
import { type Trial, compileIn, runScripts, tryOut } from '../../support/package/package-trial.ts';
import { programs } from '../../support/programs.ts';
import { type Command, essentials, notRun, listReadmeCommands } from './package-commands.ts';

/**
 * Tests the package as users get it: packed with `npm pack` and installed in an empty folder on every supported version
 * of Node, it runs every command without a warning, with identical bytes on all versions; on this one the whole README
 * too.
 */
// Three installations in parallel with other tests are slow. Only a hang is a failure.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const readme = await readFile('README.md', 'utf8');
const shown = listReadmeCommands(readme);

const here = majors.find((major) => process.versions.node.startsWith(`${major}.`)) ?? '';
const warning = /npm warn|deprecat|Warning:|\(node:\d+\)/i;

let root = '';
let tarball = '';
let paths: readonly string[] = [];
const trials = new Map<string, Promise<Trial>>();

// All paths have the same length, so that line wrapping is identical.
const getFolder = (major: string): string => join(root, `on-${major}`);

beforeAll(async () => {
  root = await mkdtemp(join(await realpath(tmpdir()), 'sales-audit-'));
  // Pack the existing build: building again would remove it while other tests use it.
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', root];
  const { stdout } = await runProgram('npm', args, { cwd: '.', env: process.env });
  const [made] = JSON.parse(stdout) as {
    readonly filename: string;
    readonly files: readonly { readonly path: string }[];
  }[];
  tarball = join(root, made?.filename ?? '');
  paths = made?.files.map(({ path }) => path) ?? [];
  const scripts = essentials.map(({ script }) => script);
  for (const major of majors) {
    const node = programs.find(({ tag }) => tag === `node-${major}`)?.path;
    if (node === undefined) continue;
    const trial = tryOut(getFolder(major), tarball, dirname(node), scripts);
    // The tests that await the promise report its failure. Avoid an unhandled rejection before that.
    trial.catch(() => undefined);
    trials.set(major, trial);
  }
});

afterAll(async () => {
  await Promise.allSettled(trials.values());
  await rm(root, { recursive: true, force: true });
});

/** Returns the results on a version of Node. */
async function trialOn(major: string): Promise<Trial> {
  const trial = trials.get(major);
  if (trial === undefined) throw new Error(`There is no Node ${major} on this machine.`);
  return trial;
}

/** Finds the commands that did not run, ended with another code, or warned. */
function findFailures(expected: readonly Command[], ran: readonly Ended[]): object[] {
  return expected
    .map((command, index) => ({ ...command, ended: ran[index] }))
    .filter(({ code, ended }) => ended?.code !== code || warning.test(ended.stderr));
}

describe('the package', () => {
  it('passes publint and attw, and is not too large', async () => {
    expect(await findPackageProblems(tarball)).toEqual([]);
  });

  it('has its licenses and schemas, and no sources or tests', () => {
    expect(paths).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'dist/THIRD-PARTY-LICENSES.txt',
        ...schemaKinds.map((kind) => `schemas/${kind}.schema.json`),
      ]),
    );
    expect(paths.filter((path) => /^(?:src|test)\/|\.map$|^\./.test(path))).toEqual([]);
  });

  it('has pages that link only to what is packed, or to an address', async () => {
    const pages = paths.filter((path) => path.endsWith('.md'));
    expect(pages).toContain('docs/models.md');
    const lost: string[] = [];
    for (const page of pages) {
      for (const address of readPage(await readFile(page, 'utf8')).addresses) {
        if (/^https:|^#/.test(address)) continue;
        const target = posix.join(posix.dirname(page), address.split('#')[0] ?? '').replace(/\/$/, '');
        const isPacked = paths.some((path) => path === target || path.startsWith(`${target}/`));
        if (!isPacked) lost.push(`${page}: ${address}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('is tested on its supported versions of Node, including this one', () => {
    expect([majors, majors.includes(here)]).toEqual([['20', '22', '24'], true]);
  });

  it('is tested with every command, and the whole README except for listed blocks', () => {
    const tried = essentials.map(({ script }) => script).filter((script) => !script.endsWith('--help'));
    const untried = commands.filter(
      ({ name }) => !tried.some((script) => script.includes(`sales-audit ${name} `)),
    );
    expect(untried.map(({ name }) => name)).toEqual([]);
    expect(shown.length).toBeGreaterThan(0);
    expect(notRun.filter(([block]) => !block.test(readme))).toEqual([]);
  });

  it('runs the whole README, and warns of nothing', async () => {
    await trials.get(here);
    const scripts = shown.map(({ script }) => script);
    const ran = await runScripts(getFolder(here), dirname(process.execPath), scripts);
    expect(findFailures(shown, ran)).toEqual([]);
  });

  it('has types that compile in a program', async () => {
    await trials.get(here);
    expect(await compileIn(getFolder(here))).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

for (const major of majors) {
  describe(`on Node ${major}`, { tags: [`node-${major}`] }, () => {
    it('installs without a warning or a script', async () => {
      const { installed, withScripts } = await trialOn(major);
      expect([installed.code, installed.stderr, withScripts]).toEqual([0, '', []]);
    });

    it('runs every command, and warns of nothing', async () => {
      expect(findFailures(essentials, (await trialOn(major)).ran)).toEqual([]);
    });

    it('exposes its exports to a program, and nothing else', async () => {
      const { program, jsonProgram } = await trialOn(major);
      expect([program.code, program.stderr]).toEqual([0, '']);
      expect(program.stdout).toMatch(/^20 function (\S+) \1\nAnswersDocument\n/);
      expect(program.stdout).toMatch(/\nCheckResult\n(ERR_PACKAGE_PATH_NOT_EXPORTED\n){3}$/);
      expect(jsonProgram).toEqual({ code: 0, stderr: '', stdout: 'ReportDocument\n' });
    });

    it('runs the interview in a terminal, and saves', async () => {
      const { draft } = await trialOn(major);
      expect(draft).toMatch(/\n  philosophy\.[a-z.-]+:\n    level: 3\n/);
    });

    it('prints and writes the same bytes as this version', async () => {
      const { installed: _here, ...expected } = await trialOn(here);
      const { installed: _there, ...found } = await trialOn(major);
      expect(found).toEqual(expected);
    });
  });
}
