import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type CodeCache,
  type Compiled,
  canKeep,
  codeCacheOf,
  keeper,
  scriptLoader,
} from '#cli/code-cache.ts';
import { emptyFolder } from '../support/folder.ts';

const require = createRequire(import.meta.url);

async function build(files: Readonly<Record<string, string>>): Promise<string> {
  const dist = await emptyFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(dist, name), text);
  return dist;
}

/** What a keeper does when the process ends. */
function keepNow(dist: string, cache: CodeCache, scripts: readonly Compiled[]): void {
  const atExit = vi.spyOn(process, 'once').mockReturnThis();
  const hears = keeper(dist, cache);
  scripts.forEach(hears);
  const calls = [...atExit.mock.calls];
  atExit.mockRestore();
  expect(calls.map(([event]) => event)).toEqual(scripts.length === 0 ? [] : ['exit']);
  for (const [, keep] of calls) (keep as () => void)();
}

/** Loads a build as the tool does, and keeps what had to be compiled: its names. */
function runBuild(dist: string, command = 'check'): readonly string[] {
  const cache = codeCacheOf(dist, command);
  expect(canKeep(dist, cache)).toBe(true);
  const compiled: Compiled[] = [];
  const { load } = scriptLoader(dist, cache, require, (script) => compiled.push(script));
  load('./main.cjs');
  keepNow(dist, cache, compiled);
  return compiled.map(({ name }) => name);
}

/** A build whose code cache has the texts of its scripts, and what they were compiled to. */
async function cachedBuild(files: Readonly<Record<string, string>>): Promise<string> {
  const dist = await build(files);
  runBuild(dist);
  return dist;
}

const files = {
  'main.cjs': `const part = require('./part.cjs'); exports.sum = () => part.one + require('node:path').sep.length;`,
  'part.cjs': `exports.one = 1; exports.where = [__dirname, __filename]; exports.again = () => require('./main.cjs');`,
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('scripts of the build', () => {
  it.each([
    ['without a code cache', build],
    ['with one', cachedBuild],
  ])('are loaded as Node loads them, %s', async (_title, make) => {
    const dist = await make(files);
    const { load } = scriptLoader(dist, codeCacheOf(dist, 'check'), require);
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
    const cache = codeCacheOf(dist, 'check');
    const path = join(cache.data, 'part.cjs.bin');
    const spoiled = spoil(await readFile(path));
    await writeFile(path, spoiled);
    // What V8 has compiled once in a process it compiles no second time, so it has to be another text.
    await writeFile(
      join(cache.texts, 'part.cjs'),
      `(function (exports) { exports.one = 2; /* ${title} */ })`,
    );
    const compiled: Compiled[] = [];
    const { load } = scriptLoader(dist, cache, require, (script) => compiled.push(script));
    expect((load('./main.cjs') as { sum: () => number }).sum()).toBe(3);
    expect(compiled.map(({ name, script }) => [name, script.cachedDataRejected])).toEqual([
      ['part.cjs', true],
    ]);
    // Next time there is what fits.
    keepNow(dist, cache, compiled);
    expect(await readFile(path)).not.toEqual(spoiled);
  });

  it('that throw say where', async () => {
    const dist = await build({ 'main.cjs': `\nthrow new Error('no');` });
    const { load } = scriptLoader(dist, codeCacheOf(dist), require);
    expect(() => load('./main.cjs')).toThrow(
      expect.objectContaining({ stack: expect.stringContaining(`${join(dist, 'main.cjs')}:2:7`) }),
    );
  });
});

describe('what had to be compiled', () => {
  it('is kept once, for each command', async () => {
    const dist = await build(files);
    expect(runBuild(dist)).toEqual(['main.cjs', 'part.cjs']);
    expect(runBuild(dist)).toEqual([]);
    expect(runBuild(dist, 'run')).toEqual(['main.cjs', 'part.cjs']);
    expect(runBuild(dist, 'explain')).toEqual(['main.cjs', 'part.cjs']);
    // What few people wait for is kept together.
    expect(runBuild(dist, 'badge')).toEqual([]);
    const { texts } = codeCacheOf(dist);
    expect((await readdir(texts)).toSorted()).toEqual(['check', 'main.cjs', 'others', 'part.cjs', 'run']);
    expect((await readdir(join(texts, 'check'))).toSorted()).toEqual(['main.cjs.bin', 'part.cjs.bin']);
  });

  it('is kept where a script comes to the others later', async () => {
    const dist = await cachedBuild({
      'main.cjs': `exports.more = () => require('./later.cjs');`,
      'later.cjs': 'exports.two = 2;',
    });
    const cache = codeCacheOf(dist, 'check');
    const compiled: Compiled[] = [];
    const { load } = scriptLoader(dist, cache, require, (script) => compiled.push(script));
    (load('./main.cjs') as { more: () => unknown }).more();
    expect(compiled.map(({ name }) => name)).toEqual(['later.cjs']);
    keepNow(dist, cache, compiled);
    expect((await readdir(cache.data)).toSorted()).toEqual(['later.cjs.bin', 'main.cjs.bin']);
  });

  it('is nowhere kept where Node is told to keep nothing, or where the folder is of somebody else', async () => {
    const dist = await build(files);
    const cache = codeCacheOf(dist, 'check');
    vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '1');
    expect(canKeep(dist, cache)).toBe(false);
    vi.unstubAllEnvs();
    const owner = (await stat(dist)).uid;
    vi.spyOn(process, 'getuid').mockReturnValue(owner + 1);
    expect(canKeep(dist, cache)).toBe(false);
    expect(await readdir(dist)).toEqual(['main.cjs', 'part.cjs']);
  });

  it('is not kept either where the code cache is there and something is missing', async () => {
    const dist = await cachedBuild(files);
    const cache = codeCacheOf(dist, 'check');
    await rm(join(cache.data, 'part.cjs.bin'));
    const compiled: Compiled[] = [];
    scriptLoader(dist, cache, require, (script) => compiled.push(script)).load('./main.cjs');
    vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '1');
    keepNow(dist, cache, compiled);
    expect(await readdir(cache.data)).toEqual(['main.cjs.bin']);
  });

  it('cannot be kept below a file, and nothing is left half written', async () => {
    const dist = await build({ ...files, 'code-cache': '' });
    expect(canKeep(dist, codeCacheOf(dist))).toBe(false);
    await rm(join(dist, 'code-cache'));
    const cache = codeCacheOf(dist, 'check');
    expect(canKeep(dist, cache)).toBe(true);
    // A folder stands where the data of the second script are to be.
    await mkdir(join(cache.data, 'part.cjs.bin'));
    runBuild(dist);
    expect((await readdir(cache.data)).toSorted()).toEqual(['main.cjs.bin', 'part.cjs.bin']);
    expect((await readdir(cache.texts)).toSorted()).toEqual(['check', 'main.cjs', 'part.cjs']);
  });
});
