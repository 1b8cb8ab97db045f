import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { helperFlags } from './sharing/messages.ts';

/** What a script of the build is called with, as Node calls a CommonJS module. */
type Wrapped = (
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;

/**
 * Where the code cache of this very Node lies below `dist/`: what another one compiled is of no use to it, nor what was
 * compiled under other flags, as helpers have them.
 */
export function codeCacheFolder(
  dist: string,
  isHelper = helperFlags.every((flag) => process.execArgv.includes(flag)),
): string {
  const node = `${process.versions.v8}-${process.platform}-${process.arch}`;
  return join(dist, 'code-cache', isHelper ? `${node}-helper` : node);
}

/** Name of the file with what V8 made of a script. */
export function codeCacheName(script: string): string {
  return `${script}.bin`;
}

/** Loads scripts of the build as `require` does. */
export interface ScriptLoader {
  /** What a script exports, such as `./main.cjs`. Any other id is left to Node. */
  load(id: string): unknown;
  /** Every script that was loaded, by the name of its file. */
  readonly loaded: ReadonlyMap<string, Script>;
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

const before = '(function (exports, require, module, __filename, __dirname) {';
const behind = '\n})';

/** V8 keeps a text of so many characters apart from what it collects often. */
const largeText = 128 * 1024;

/**
 * The text of a script inside the function that gives it what Node gives to a module. It is read into its place and
 * becomes a string once, a large one: what fills the memory that is collected often costs a garbage collection that
 * `check` of one file is over without. Scripts of the build are ASCII.
 */
function wrapped(path: string): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const length = before.length + size + behind.length;
    const bytes = Buffer.allocUnsafe(length < largeText / 2 ? length : Math.max(length, largeText));
    bytes.write(before, 'latin1');
    const end = before.length + readSync(file, bytes, before.length, size, 0);
    bytes.fill(' ', end + bytes.write(behind, end, 'latin1'));
    return bytes.toString('latin1');
  } finally {
    closeSync(file);
  }
}

/**
 * Loads the scripts of `dist/` without compiling them: the build has done that before, and has left beside them
 * what V8 made of each. Where that does not fit, because V8 was given other flags, V8 turns it down and
 * compiles the script as usual.
 *
 * @param dist the folder of the scripts
 * @param builtin loads what is no script of the build
 */
export function scriptLoader(dist: string, builtin: (id: string) => unknown): ScriptLoader {
  const cache = codeCacheFolder(dist);
  const modules = new Map<string, { exports: unknown }>();
  const loaded = new Map<string, Script>();
  const load = (id: string): unknown => {
    if (!id.startsWith('./')) return builtin(id);
    const name = id.slice(2);
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(name, module);
    const filename = join(dist, name);
    const cachedData = contentOf(join(cache, codeCacheName(name)));
    const script = new Script(wrapped(filename), { filename, cachedData });
    loaded.set(name, script);
    const run = script.runInThisContext() as Wrapped;
    run.call(module.exports, module.exports, load, module, filename, dist);
    return module.exports;
  };
  return { load, loaded };
}
