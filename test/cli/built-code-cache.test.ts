import { execFile } from 'node:child_process';
import { cp, readFile, readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { codeCacheOf } from '#cli/code-cache.ts';
import { helperCommand, helperFlags } from '#cli/sharing/messages.ts';
import { emptyFolder } from '../support/folder.ts';

/** Which scripts of a code cache V8 turns down, in a process with some options. */
async function turnedDown(command: string, flags: readonly string[]): Promise<string> {
  const program = `
    import { readdirSync } from 'node:fs';
    import { createRequire } from 'node:module';
    import { codeCacheOf, scriptLoader } from './src/cli/code-cache.ts';
    const dist = process.cwd() + '/dist', cache = codeCacheOf(dist, '${command}');
    const { load, loaded } = scriptLoader(dist, cache, createRequire(dist));
    // Another run may be keeping something: what has no name yet is not there yet.
    const kept = readdirSync(cache.data).filter((name) => name.endsWith('.bin'));
    for (const name of kept) load('./' + name.slice(0, -4));
    const fits = [...loaded].map(([name, { cachedDataRejected }]) => name + ' ' + cachedDataRejected);
    console.log(fits.filter((each) => !each.endsWith('false')).join());`;
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
    expect(await turnedDown(command, flags)).toBe('');
    const { texts, data } = codeCacheOf(resolve('dist'), command);
    const kept = (await readdir(data)).filter((name) => name.endsWith('.bin'));
    const scripts = kept.map((name) => name.slice(0, -'.bin'.length));
    expect(scripts.map((name) => name.replace(/(?:-[\w-]{8})?\.cjs$/, ''))).toEqual(
      expect.arrayContaining([...needed]),
    );
    for (const name of scripts) {
      // What a person reads in `dist/` is what runs.
      const built = await readFile(join('dist', name), 'latin1');
      expect((await readFile(join(texts, name), 'latin1')).trimEnd()).toBe(
        `(function (exports, require, module, __filename, __dirname) {${built}\n})`,
      );
    }
  });

  it('is of no use to helpers without the options that they have', async () => {
    expect(await turnedDown(helperCommand, [])).toContain('main.cjs true');
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
    const { data } = codeCacheOf(join(folder, 'dist'), 'check');
    const times = async (): Promise<readonly number[]> =>
      Promise.all((await readdir(data)).map(async (name) => (await stat(join(data, name))).mtimeMs));
    const kept = await times();
    expect(kept.length).toBeGreaterThanOrEqual(2);
    expect(await check(folder)).toBe(first);
    expect(await times()).toEqual(kept);
  });

  it('makes none where Node is told to keep nothing', async () => {
    const folder = await installed();
    expect(await check(folder, { NODE_DISABLE_COMPILE_CACHE: '1' })).toContain('Passed');
    expect(await readdir(join(folder, 'dist'))).not.toContain('code-cache');
  });
});
