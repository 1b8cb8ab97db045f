import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type BuiltScript,
  type Compiled,
  type FindScript,
  canKeep,
  codeCacheFolder,
  codeCacheName,
  fromCodeCache,
  keeper,
  scriptLoader,
} from '#cli/code-cache.ts';
import { asFunction } from '../../src/tools/bundle/starting.ts';
import { emptyFolder } from '../support/folder.ts';

const require = createRequire(import.meta.url);

async function build(files: Readonly<Record<string, string>>): Promise<string> {
  const dist = await emptyFolder();
  for (const [name, code] of Object.entries(files)) await writeFile(join(dist, name), asFunction(code));
  return dist;
}

/** What a keeper does when the process ends. */
function keepNow(dist: string, folder: string, scripts: readonly Compiled[]): void {
  const atExit = vi.spyOn(process, 'once').mockReturnThis();
  const hears = keeper(dist, folder);
  scripts.forEach(hears);
  const calls = [...atExit.mock.calls];
  atExit.mockRestore();
  expect(calls.map(([event]) => event)).toEqual(scripts.length === 0 ? [] : ['exit']);
  for (const [, keep] of calls) (keep as () => void)();
}

/** A loader as the tool has it, and what had to be compiled. */
function loaderOf(
  dist: string,
  folder: string,
): { readonly load: (id: string) => unknown; readonly compiled: readonly Compiled[] } {
  const compiled: Compiled[] = [];
  const find = fromCodeCache(folder, (script) => compiled.push(script));
  return { load: scriptLoader(dist, find, require), compiled };
}

/** Loads a build as the tool does, and keeps what had to be compiled: its names. */
function runBuild(dist: string, command = 'check'): readonly string[] {
  const folder = codeCacheFolder(dist, command);
  expect(canKeep(dist, folder)).toBe(true);
  const { load, compiled } = loaderOf(dist, folder);
  load('./main.cjs');
  keepNow(dist, folder, compiled);
  return compiled.map(({ name }) => name);
}

/** A build whose code cache has what its scripts were compiled to. */
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
  const byRequire: FindScript = (path) => require(path) as BuiltScript;
  const fromCache = (dist: string): FindScript => fromCodeCache(codeCacheFolder(dist, 'check'));

  it.each([
    ['without a code cache', build, fromCache],
    ['with one', cachedBuild, fromCache],
    ['by what Node requires', build, () => byRequire],
  ])('are loaded as Node loads modules, %s', async (_title, make, findIn) => {
    const dist = await make(files);
    const load = scriptLoader(dist, findIn(dist), require);
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
    const folder = codeCacheFolder(dist, 'check');
    const path = join(folder, codeCacheName('part.cjs'));
    const spoiled = spoil(await readFile(path));
    await writeFile(path, spoiled);
    // What V8 has compiled once in a process it compiles no second time, so it has to be another text.
    await writeFile(join(dist, 'part.cjs'), asFunction(`exports.one = 2; // ${title}`));
    const { load, compiled } = loaderOf(dist, folder);
    expect((load('./main.cjs') as { sum: () => number }).sum()).toBe(3);
    expect(compiled.map(({ name, script }) => [name, script.cachedDataRejected])).toEqual([
      ['part.cjs', true],
    ]);
    // Next time there is what fits.
    keepNow(dist, folder, compiled);
    expect(await readFile(path)).not.toEqual(spoiled);
  });

  it('that throw say where', async () => {
    const dist = await build({ 'main.cjs': `\nthrow new Error('no');` });
    const { load } = loaderOf(dist, codeCacheFolder(dist));
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
    expect(runBuild(dist, '__proto__')).toEqual([]);
    expect(await readdir(join(codeCacheFolder(dist), '..'))).toEqual(['check', 'others', 'run']);
    expect(await readdir(codeCacheFolder(dist))).toEqual(['main.cjs.bin', 'part.cjs.bin']);
  });

  it('is kept where a script comes to the others later', async () => {
    const dist = await cachedBuild({
      'main.cjs': `exports.more = () => require('./later.cjs');`,
      'later.cjs': 'exports.two = 2;',
    });
    const folder = codeCacheFolder(dist, 'check');
    const { load, compiled } = loaderOf(dist, folder);
    (load('./main.cjs') as { more: () => unknown }).more();
    expect(compiled.map(({ name }) => name)).toEqual(['later.cjs']);
    keepNow(dist, folder, compiled);
    expect(await readdir(folder)).toEqual(['later.cjs.bin', 'main.cjs.bin']);
  });

  it('is nowhere kept where Node is told to keep nothing, or where the folder is of somebody else', async () => {
    const dist = await build(files);
    const folder = codeCacheFolder(dist, 'check');
    for (const said of ['1', 'true']) {
      vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', said);
      expect(canKeep(dist, folder)).toBe(false);
    }
    vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '');
    const owner = (await stat(dist)).uid;
    vi.spyOn(process, 'getuid').mockReturnValue(owner + 1);
    expect(canKeep(dist, folder)).toBe(false);
    expect(await readdir(dist)).toEqual(['main.cjs', 'part.cjs']);
  });

  it('is not kept either where the code cache is there and something is missing', async () => {
    const dist = await cachedBuild(files);
    const folder = codeCacheFolder(dist, 'check');
    await rm(join(folder, codeCacheName('part.cjs')));
    const { load, compiled } = loaderOf(dist, folder);
    load('./main.cjs');
    vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '1');
    keepNow(dist, folder, compiled);
    expect(await readdir(folder)).toEqual(['main.cjs.bin']);
  });

  it('cannot be kept below a file, and nothing is left half written', async () => {
    const dist = await build(files);
    await writeFile(join(dist, 'code-cache'), '');
    expect(canKeep(dist, codeCacheFolder(dist))).toBe(false);
    await rm(join(dist, 'code-cache'));
    // A folder stands where the data of the second script are to be.
    const folder = codeCacheFolder(dist, 'check');
    await mkdir(join(folder, codeCacheName('part.cjs')), { recursive: true });
    expect(runBuild(dist)).toEqual(['main.cjs', 'part.cjs']);
    expect(await readdir(folder)).toEqual(['main.cjs.bin', 'part.cjs.bin']);
  });
});
