/** Files may end in `.yaml` or `.yml`; two that differ only in that are refused. */
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
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

  it.each([
    ['answers.yml', 'check'],
    ['answers.yml', 'check answers.yaml answers.yml'],
    ['answers.yml', 'run --no-input'],
    ['sales-system.yml', 'check'],
    ['sales-system.yml', 'check answers.yaml'],
    ['report.yml', 'check'],
  ])('is refused for %s beside the other ending by: %s', async (name, line) => {
    const cwd = await makeFolder();
    const usual = name.replace('yml', 'yaml');
    for (const each of [name, usual]) await cp(join(source, usual), join(cwd, each));
    const { exitCode, stderr } = await run(line, cwd);
    const says = `${usual} and ${name} differ only in their ending, so nobody can tell which one counts.`;
    expect([exitCode, stderr.includes(says)]).toEqual([2, true]);
  });

  it('does not count where the settings ignore one of two', async () => {
    const cwd = await makeFolder();
    await cp(join(cwd, 'answers.yaml'), join(cwd, 'answers.yml'));
    await writeFile(
      join(cwd, '.sales-audit.yaml'),
      'kind: config\nschemaVersion: 1\nignore: [answers.yml]\n',
    );
    expect((await run('check', cwd)).stderr).not.toContain('differ only');
  });

  it('does not count for a file of another tool, which is not replaced', async () => {
    const cwd = await makeFolder();
    await writeFile(join(cwd, 'report.yml'), 'apiVersion: v1\n');
    const beside = await run('run --no-input', cwd);
    expect([beside.exitCode, beside.stdout.includes('report.yaml')]).toEqual([0, true]);
    expect(await readFile(join(cwd, 'report.yml'), 'utf8')).toBe('apiVersion: v1\n');
    await writeFile(join(cwd, 'report.yaml'), 'apiVersion: v1\n');
    const { exitCode, stderr } = await run('run --no-input', cwd);
    expect([exitCode, stderr.includes('report.yaml belongs to another tool')]).toEqual([2, true]);
    expect((await run('run --no-input --report ./report.yaml', cwd)).exitCode).toBe(0);
  });

  it('is not written beside by init', async () => {
    const cwd = await makeFolder();
    await writeFile(join(cwd, '.sales-audit.yml'), settings);
    const { exitCode, stderr } = await run('init --yes', cwd);
    expect([exitCode, stderr.includes('.sales-audit.yml already exists')]).toEqual([2, true]);
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

  it('refuses a second floor of an element, which could be a lower one', async () => {
    const { exitCode, stderr } = await run(
      'check answers.yaml --min-element philosophy=60 --min-element philosophy=10',
      await makeFolder(),
    );
    expect([exitCode, stderr.includes('--min-element is given twice for "philosophy"')]).toEqual([2, true]);
  });
});

describe('a named file', () => {
  it('whose name is not UTF-8 is said to be that', async () => {
    const { exitCode, stderr } = await run('score caf\ufffd.yaml', await makeFolder());
    expect([exitCode, stderr.includes('The name is not UTF-8. Rename the file.')]).toEqual([2, true]);
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
