import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { codeCacheFolder, codeCacheName, scriptLoader, wrapped } from '#cli/code-cache.ts';
import { helperFlags } from '#cli/sharing/messages.ts';
import { emptyFolder } from '../support/folder.ts';

const require = createRequire(import.meta.url);

async function build(files: Readonly<Record<string, string>>): Promise<string> {
  const dist = await emptyFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(dist, name), text);
  return dist;
}

/** A build whose code cache has the texts of its scripts, and what they were compiled to. */
async function cachedBuild(files: Readonly<Record<string, string>>): Promise<string> {
  const dist = await build(files);
  const { load, loaded } = scriptLoader(dist, require);
  load('./main.cjs');
  await mkdir(codeCacheFolder(dist), { recursive: true });
  for (const [name, script] of loaded) {
    const kept = join(codeCacheFolder(dist), name);
    await writeFile(kept, wrapped(files[name] ?? ''));
    await writeFile(codeCacheName(kept), script.createCachedData());
  }
  return dist;
}

const files = {
  'main.cjs': `const part = require('./part.cjs'); exports.sum = () => part.one + require('node:path').sep.length;`,
  'part.cjs': `exports.one = 1; exports.where = [__dirname, __filename]; exports.again = () => require('./main.cjs');`,
};

describe('scripts of the build', () => {
  it.each([
    ['without a code cache', build],
    ['with one', cachedBuild],
  ])('are loaded as Node loads them, %s', async (_title, make) => {
    const dist = await make(files);
    const { load } = scriptLoader(dist, require);
    const main = load('./main.cjs') as { sum: () => number };
    const part = load('./part.cjs') as { where: string[]; again: () => unknown };
    expect(main.sum()).toBe(2);
    expect(part.where).toEqual([dist, join(dist, 'part.cjs')]);
    expect(part.again()).toBe(main);
  });

  it.each([
    ['is cut off', (bytes: Buffer) => bytes.subarray(0, 100)],
    ['is empty', () => Buffer.alloc(0)],
    ['is of another script', (bytes: Buffer) => bytes],
  ])('are compiled where the code cache %s', async (title, spoil) => {
    const dist = await cachedBuild(files);
    const path = join(codeCacheFolder(dist), codeCacheName('part.cjs'));
    await writeFile(path, spoil(await readFile(path)));
    // What V8 has compiled once in a process it compiles no second time, so it has to be another text.
    await writeFile(join(codeCacheFolder(dist), 'part.cjs'), wrapped(`exports.one = 2; // ${title}`));
    const { load, loaded } = scriptLoader(dist, require);
    expect((load('./main.cjs') as { sum: () => number }).sum()).toBe(3);
    expect(loaded.get('part.cjs')?.cachedDataRejected).toBe(true);
  });

  it('that throw say where', async () => {
    const dist = await build({ 'main.cjs': `\nthrow new Error('no');` });
    const { load } = scriptLoader(dist, require);
    expect(() => load('./main.cjs')).toThrow(
      expect.objectContaining({ stack: expect.stringContaining(`${join(dist, 'main.cjs')}:2:7`) }),
    );
  });
});

describe('the code cache that the build leaves', () => {
  it('fits what was built, for check, score, completion and interview', async () => {
    const dist = resolve('dist');
    const cached = await readdir(codeCacheFolder(dist));
    const { load, loaded } = scriptLoader(dist, require);
    const scripts = cached.filter((name) => name.endsWith('.cjs'));
    expect(cached.toSorted()).toEqual(scripts.flatMap((name) => [name, codeCacheName(name)]).toSorted());
    for (const name of scripts) {
      // What a person reads in `dist/` is what runs.
      expect(await readFile(join(codeCacheFolder(dist), name), 'latin1')).toBe(
        wrapped(await readFile(join(dist, name), 'latin1')),
      );
      load(`./${name}`);
    }
    expect([...loaded].filter(([, script]) => script.cachedDataRejected !== false)).toEqual([]);
    expect(scripts.map((name) => name.replace(/(?:-[\w-]{8})?\.cjs$/, ''))).toEqual(
      expect.arrayContaining([
        ...['main', 'gate', 'is-answers', 'score', 'complete'],
        ...['interview', 'rich-asker'],
      ]),
    );
  });

  it('fits what was built under the options that helpers have', async () => {
    const program = `
      import { createRequire } from 'node:module';
      import { codeCacheFolder, scriptLoader } from './src/cli/code-cache.ts';
      import { readdirSync } from 'node:fs';
      const { load, loaded } = scriptLoader(process.cwd() + '/dist', createRequire(process.cwd() + '/'));
      for (const name of readdirSync(codeCacheFolder('dist'))) if (name.endsWith('.cjs')) load('./' + name);
      console.log(JSON.stringify([...loaded].map(([name, { cachedDataRejected }]) => [name, cachedDataRejected])));`;
    const options = [...helperFlags, '--import', 'tsx', '--input-type=module', '-e', program];
    const { stdout } = await promisify(execFile)(process.execPath, options);
    const scripts = JSON.parse(stdout) as [name: string, isRejected: boolean][];
    expect(scripts.filter(([, isRejected]) => isRejected !== false)).toEqual([]);
    expect(scripts.map(([name]) => name.split('-')[0])).toEqual(expect.arrayContaining(['main.cjs', 'gate']));
    expect(codeCacheFolder('dist')).not.toBe(codeCacheFolder('dist', true));
  });
});
