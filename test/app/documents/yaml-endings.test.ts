/** Files may end in `.yaml` or `.yml`; two that differ only in that are refused. */
import { cp, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

const source = 'examples/harbor-instruments';
const settings = 'kind: config\nschemaVersion: 1\nfloors: {score: 90}\n';
const overlay = [
  [
    'model.yaml',
    'kind: model\nschemaVersion: 1\nmodel: {id: own, version: 1.0.0, title: Own, language: en, extends: sales-system@1}\n',
  ],
  ['changes.yml', 'kind: model\nschemaVersion: 1\nchanges: {elements: {philosophy: {name: Purpose}}}\n'],
] as const;

/** Makes a folder with the answers of an example and a model of which one file ends in `.yml`. */
async function makeFolder(): Promise<string> {
  const cwd = await makeEmptyFolder();
  await cp(join(source, 'answers.yaml'), join(cwd, 'answers.yaml'));
  await mkdir(join(cwd, 'own'));
  for (const [name, text] of overlay) await writeFile(join(cwd, 'own', name), text);
  return cwd;
}

const run = (line: string, cwd: string): ReturnType<typeof runCommand> =>
  runCommand([...line.split(' '), '--as-of', '2026-11-23'], { cwd });

describe('the ending .yml', () => {
  it('is read for settings', async () => {
    const cwd = await makeFolder();
    await writeFile(join(cwd, '.sales-audit.yml'), settings);
    const { stdout, exitCode } = await run('check answers.yaml', cwd);
    expect([exitCode, stdout.includes('below the floor of 90')]).toEqual([1, true]);
    await writeFile(join(cwd, '.sales-audit.yaml'), settings);
    const twice = await run('check answers.yaml', cwd);
    expect([twice.exitCode, twice.stderr.includes('differ only in their ending')]).toEqual([2, true]);
  });

  it('is read for files of a model', async () => {
    const cwd = await makeFolder();
    expect((await run('explain philosophy --model own', cwd)).stdout).toContain('Purpose');
    await writeFile(join(cwd, 'own/changes.yaml'), overlay[1][1]);
    const twice = await run('explain philosophy --model own', cwd);
    expect([twice.exitCode, twice.stderr.includes('differ only in their ending')]).toEqual([2, true]);
  });

  it('is read for the default answers', async () => {
    const cwd = await makeFolder();
    await rename(join(cwd, 'answers.yaml'), join(cwd, 'answers.yml'));
    const { exitCode, stdout } = await run('run --no-input', cwd);
    expect([exitCode, stdout.includes('answers.yml')]).toEqual([0, true]);
  });

  it('is not written beside by init', async () => {
    const cwd = await makeFolder();
    await writeFile(join(cwd, '.sales-audit.yml'), settings);
    const { exitCode, stderr } = await run('init --yes', cwd);
    expect([exitCode, stderr.includes('.sales-audit.yml is there already')]).toEqual([2, true]);
  });
});

describe('--min-element', () => {
  it('refuses a second equals sign', async () => {
    const { exitCode, stderr } = await run(
      'check answers.yaml --min-element philosophy=50=60',
      await makeFolder(),
    );
    expect([exitCode, stderr.includes('--min-element takes ELEMENT=SCORE')]).toEqual([2, true]);
  });
});

describe('--no-color', () => {
  it('is --color never', async () => {
    const cwd = await makeFolder();
    const options = { cwd, env: { FORCE_COLOR: '1' } };
    const line = ['check', 'answers.yaml', '--as-of', '2026-11-23'];
    expect((await runCommand(line, options)).stdout).toContain('\u001B[');
    expect((await runCommand([...line, '--no-color'], options)).stdout).not.toContain('\u001B[');
  });
});
