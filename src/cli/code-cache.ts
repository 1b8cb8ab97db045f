import { mkdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { version } from './schemas.ts';
import { helperCommand } from './sharing/messages.ts';

/** What a script of the build is called with, as Node calls a CommonJS module. */
type Wrapped = (
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;

/** Where a code cache lies: what V8 made of scripts, and their texts as V8 was given them. */
export interface CodeCache {
  /** Texts, by the names of the scripts: the same for every command. */
  readonly texts: string;
  /** What V8 made of them for one command: only what a command runs is in it. */
  readonly data: string;
}

/** Commands that have data of their own, because people wait for them, or because they run with other options of V8. */
const apart = new Set(['check', helperCommand, 'run', 'score', 'complete']);

/**
 * The code cache for a command, below `dist/`. It is of use to this version of the tool on this very Node alone.
 *
 * @param command the first word of a line; none stands for `run`
 */
export function codeCacheOf(dist: string, command: string = 'run'): CodeCache {
  const texts = join(
    dist,
    'code-cache',
    `${version}-${process.versions.v8}-${process.platform}-${process.arch}`,
  );
  return { texts, data: join(texts, apart.has(command) ? command : 'others') };
}

/** V8 keeps a text of so many characters apart from what it collects often. */
const largeText = 128 * 1024;

/**
 * The text of a script inside the function that gives it what Node gives to a module: a large one, where it is not
 * small, because what fills the memory that is collected often costs a garbage collection that `check` of one file
 * is over without.
 */
function wrapped(text: string): string {
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

/** A script that had to be compiled. */
export interface Compiled {
  /** The name of its file. */
  readonly name: string;
  readonly text: string;
  readonly script: Script;
}

/** Loads scripts of the build as `require` does. */
export interface ScriptLoader {
  /** What a script exports, such as `./main.cjs`. Any other id is left to Node. */
  load(id: string): unknown;
  /** Every script that was loaded, by the name of its file. */
  readonly loaded: ReadonlyMap<string, Script>;
}

/**
 * Loads the scripts of `dist/` without compiling them, where a code cache has them. Where it does not fit, because V8
 * was given other options, such as by `NODE_OPTIONS`, V8 turns it down and compiles the script as usual.
 *
 * @param dist the folder of the scripts
 * @param builtin loads what is no script of the build
 * @param compiled hears of each script that the code cache does not have, or not as V8 wants it
 */
export function scriptLoader(
  dist: string,
  cache: CodeCache,
  builtin: (id: string) => unknown,
  compiled?: (script: Compiled) => void,
): ScriptLoader {
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
    const text = ifThere(textOf, join(cache.texts, name)) ?? wrapped(textOf(filename));
    const cachedData = ifThere(bytesOf, join(cache.data, `${name}.bin`));
    const script = new Script(text, { filename, cachedData });
    loaded.set(name, script);
    if (cachedData === undefined || script.cachedDataRejected) compiled?.({ name, text, script });
    const run = script.runInThisContext() as Wrapped;
    run.call(module.exports, module.exports, load, module, filename, dist);
    return module.exports;
  };
  return { load, loaded };
}

/**
 * Whether the code cache can be written: only to a folder of one's own, so that nothing is left there that its owner
 * could not remove, and not where somebody has told Node to keep nothing.
 */
export function canKeep(dist: string, cache: CodeCache): boolean {
  if (process.env['NODE_DISABLE_COMPILE_CACHE'] === '1') return false;
  try {
    if (process.getuid !== undefined && statSync(dist).uid !== process.getuid()) return false;
    mkdirSync(cache.data, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

/** Writes a file that is whole as soon as it is there. */
function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    ifThere(unlinkSync, temporary);
    throw error;
  }
}

/**
 * Has what V8 compiled kept when the process ends, of all that it has run by then: the next one need not compile it.
 * What cannot be kept is compiled again.
 *
 * @returns what hears of each script
 */
export function keeper(dist: string, cache: CodeCache): (script: Compiled) => void {
  const scripts: Compiled[] = [];
  const keep = (): void => {
    if (!canKeep(dist, cache)) return;
    try {
      for (const { name, text, script } of scripts) {
        writeWhole(join(cache.texts, name), text);
        writeWhole(join(cache.data, `${name}.bin`), script.createCachedData());
      }
    } catch {
      // The disk may be full, or the folder gone.
    }
  };
  return (script) => {
    if (scripts.length === 0) process.once('exit', keep);
    scripts.push(script);
  };
}
