import { mkdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { helperCommand } from './sharing/messages.ts';

/** A script of the build: the function that it consists of, called with what Node gives to a CommonJS module. */
export type BuiltScript = (
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;

/** Finds a script by its path and by the name of its file. */
export type FindScript = (path: string, name: string) => BuiltScript;

/**
 * Loads scripts of the build as `require` does.
 *
 * @param dist the folder of the scripts
 * @param builtin loads what is no script of the build
 * @returns what a script exports, such as `./main.cjs`, or a module of Node
 */
export function scriptLoader(
  dist: string,
  find: FindScript,
  builtin: (id: string) => unknown,
): (id: string) => unknown {
  const modules = new Map<string, { exports: unknown }>();
  const load = (id: string): unknown => {
    if (!id.startsWith('./')) return builtin(id);
    const name = id.slice(2);
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(name, module);
    const path = join(dist, name);
    find(path, name).call(module.exports, module.exports, load, module, path, dist);
    return module.exports;
  };
  return load;
}

/** Commands that have a code cache of their own: people wait for them, or they run with other options of V8. */
const apart = new Set(['check', helperCommand, 'run', 'score', 'complete']);

/**
 * Where the code cache for a command lies, below `dist/`: what V8 made of the scripts for it, and no more, since all
 * of it is loaded. It is of use to this very Node alone, and to scripts of these names, which tell their content.
 *
 * @param command the first word of a line; none stands for `run`
 */
export function codeCacheFolder(dist: string, command: string = 'run'): string {
  const node = `${process.versions.v8}-${process.platform}-${process.arch}`;
  return join(dist, 'code-cache', node, apart.has(command) ? command : 'others');
}

/** Name of the file with what V8 made of a script. */
export function codeCacheName(script: string): string {
  return `${script}.bin`;
}

/** A script that had to be compiled. */
export interface Compiled {
  readonly name: string;
  readonly script: Script;
}

function bytesIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * Finds scripts without compiling them, where a code cache has them. Where it does not fit, because V8 was given other
 * options, such as by `NODE_OPTIONS`, V8 turns it down and compiles the script as usual.
 *
 * @param compiled hears of each script that the code cache does not have, or not as V8 wants it
 */
export function fromCodeCache(folder: string, compiled?: (script: Compiled) => void): FindScript {
  return (path, name) => {
    const cachedData = bytesIfThere(join(folder, codeCacheName(name)));
    // Scripts of the build are ASCII, and this is the quickest way to read them.
    const script = new Script(readFileSync(path, 'latin1'), { filename: path, cachedData });
    if (cachedData === undefined || script.cachedDataRejected) compiled?.({ name, script });
    return script.runInThisContext() as BuiltScript;
  };
}

/**
 * Whether a code cache can be written, whose folder is made: only to a folder of one's own, so that nothing is left there that its owner
 * could not remove, and not where somebody has told Node to keep nothing.
 */
export function canKeep(dist: string, folder: string): boolean {
  if (process.env['NODE_DISABLE_COMPILE_CACHE']) return false;
  try {
    if (process.getuid !== undefined && statSync(dist).uid !== process.getuid()) return false;
    mkdirSync(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
}

/** Writes a file that is whole as soon as it is there, on the disk as well: V8 does not look closely at what it gets. */
function writeAtOnce(path: string, content: Uint8Array): void {
  const temporary = `${path}.${process.pid}.${process.hrtime.bigint()}`;
  try {
    writeFileSync(temporary, content, { flush: true });
    renameSync(temporary, path);
  } catch (error) {
    unlinkSync(temporary);
    throw error;
  }
}

/**
 * Has what V8 compiled kept when the process ends, of all that it has run by then: the next one need not compile it.
 * What cannot be kept is compiled again.
 *
 * @returns what hears of each script
 */
export function keeper(dist: string, folder: string): (script: Compiled) => void {
  const scripts: Compiled[] = [];
  const keep = (): void => {
    if (!canKeep(dist, folder)) return;
    try {
      for (const { name, script } of scripts)
        writeAtOnce(join(folder, codeCacheName(name)), script.createCachedData());
    } catch {
      // The disk may be full, or the folder gone.
    }
  };
  return (script) => {
    if (scripts.length === 0) process.once('exit', keep);
    scripts.push(script);
  };
}
