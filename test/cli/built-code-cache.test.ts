import { execFile } from 'node:child_process';
import { cp, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { codeCacheFolder } from '#cli/code-cache.ts';
import { helperCommand, helperFlags } from '#cli/sharing/messages.ts';
import { emptyFolder } from '../support/folder.ts';

/** Names of what a code cache keeps. Another run may be keeping something: it has its name when it is whole. */
async function keptFor(command: string, dist = resolve('dist')): Promise<readonly string[]> {
  return (await readdir(codeCacheFolder(dist, command))).filter((name) => name.endsWith('.bin'));
}

/** Which scripts of a code cache V8 turns down, in a process with some options. */
async function turnedDown(command: string, flags: readonly string[]): Promise<string> {
  const names = (await keptFor(command)).map((name) => `./${name.slice(0, -'.bin'.length)}`);
  const program = `
    import { createRequire } from 'node:module';
    import { codeCacheFolder, fromCodeCache, scriptLoader } from './src/cli/code-cache.ts';
    const dist = process.cwd() + '/dist';
    const find = fromCodeCache(codeCacheFolder(dist, '${command}'), ({ name }) => console.log(name));
    ${JSON.stringify(names)}.forEach(scriptLoader(dist, find, createRequire(dist)));`;
  const options = [...flags, '--import', 'tsx', '--input-type=module', '-e', program];
  return (await promisify(execFile)(process.execPath, options)).stdout.trim();
}

describe('the code cache that the build leaves', () => {
  it.each([
    ['check', [], ['main', 'gate', 'options', 'is-answers']],
    [helperCommand, helperFlags, ['main', 'gate']],
    ['score', [], ['main', 'score', 'answers-input']],
    ['complete', [], ['main', 'complete', 'options']],
    ['run', [], ['main', 'interview', 'rich-asker']],
  ] as const)('fits what was built, for %s', async (command, flags, needed) => {
    const parts = (await keptFor(command)).map((name) => name.replace(/(?:-[\w-]{8})?\.cjs\.bin$/, ''));
    expect(parts).toEqual(expect.arrayContaining([...needed]));
    expect(await turnedDown(command, flags)).toBe('');
  });

  it('is of no use to helpers without the options that they have', async () => {
    expect(await turnedDown(helperCommand, [])).toContain('main-');
  });
});

describe('the tool as it comes from a registry, without a code cache', () => {
  async function installed(): Promise<string> {
    const folder = await emptyFolder();
    for (const part of ['bin', 'dist', 'package.json'])
      await cp(part, join(folder, part), { recursive: true });
    await rm(join(folder, 'dist/code-cache'), { recursive: true });
    return folder;
  }
  const example = resolve('examples/tarnbeck-cooling/sales-system.yaml');
  const check = async (folder: string, env: NodeJS.ProcessEnv = {}): Promise<string> => {
    const args = [join(folder, 'bin/sales-audit.js'), 'check', example];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
      env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env },
    });
    expect(stderr).toBe('');
    return stdout;
  };

  it('makes it with the first run of a command, and writes nothing with the next one', async () => {
    const folder = await installed();
    const first = await check(folder);
    const data = codeCacheFolder(join(folder, 'dist'), 'check');
    const times = async (): Promise<readonly number[]> =>
      Promise.all((await readdir(data)).map(async (name) => (await stat(join(data, name))).mtimeMs));
    const kept = await times();
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(await check(folder)).toBe(first);
    expect(await times()).toEqual(kept);
  });

  it.runIf(availableParallelism() > 1)('makes one for helpers, too', async () => {
    const folder = await installed();
    const cwd = await emptyFolder();
    for (let index = 0; index < 260; index += 1) await cp(example, join(cwd, `${index}.sales-system.yaml`));
    await promisify(execFile)(process.execPath, [join(folder, 'bin/sales-audit.js'), 'check'], { cwd });
    const kept = await keptFor(helperCommand, join(folder, 'dist'));
    expect(kept.map((name) => name.split('-')[0])).toEqual(['gate', 'help', 'helper', 'main']);
  });

  it('makes none where Node is told to keep nothing', async () => {
    const folder = await installed();
    expect(await check(folder, { NODE_DISABLE_COMPILE_CACHE: '1' })).toContain('Passed');
    expect(await readdir(join(folder, 'dist'))).not.toContain('code-cache');
  });
});
