import { readFileSync } from 'node:fs';
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
  isHelper = process.execArgv.length > 0 && helperFlags.every((flag) => process.execArgv.includes(flag)),
): string {
  const node = `${process.versions.v8}-${process.platform}-${process.arch}`;
  return join(dist, 'code-cache', isHelper ? `${node}-helper` : node);
}

/**
 * Names of what is kept of a script: its text as V8 is given it, under its own name, and what V8 made of that text.
 */
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

/** V8 keeps a text of so many characters apart from what it collects often. */
const largeText = 128 * 1024;

/**
 * The text of a script inside the function that gives it what Node gives to a module: a large one, where it is not
 * small, because what fills the memory that is collected often costs a garbage collection that `check` of one file
 * is over without.
 */
export function wrapped(text: string): string {
  const whole = `(function (exports, require, module, __filename, __dirname) {${text}\n})`;
  return whole.length < largeText / 2 ? whole : whole.padEnd(largeText);
}

/** What is read of a file; undefined where it cannot be read. */
function ifThere<T>(read: (path: string) => T, path: string): T | undefined {
  try {
    return read(path);
  } catch {
    return undefined;
  }
}

/** The text of a script of the build, which is ASCII. */
const textOf = (path: string): string => readFileSync(path, 'latin1');

const bytesOf = (path: string): Buffer => readFileSync(path);

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
    const kept = join(cache, name);
    const text = ifThere(textOf, kept) ?? wrapped(textOf(filename));
    const script = new Script(text, { filename, cachedData: ifThere(bytesOf, codeCacheName(kept)) });
    loaded.set(name, script);
    const run = script.runInThisContext() as Wrapped;
    run.call(module.exports, module.exports, load, module, filename, dist);
    return module.exports;
  };
  return { load, loaded };
}
