import { closeSync, openSync, readSync } from 'node:fs';
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

const before = '(function (exports, require, module, __filename, __dirname) {';
const behind = '\n})';

/** V8 keeps a text of so many characters apart from what it collects often. */
const largeText = 128 * 1024;

/** Reads files one after the other into the same memory: fresh memory for each takes as long as reading it. */
function reader(): { text(path: string): string; bytes(path: string): Buffer | undefined } {
  let room = Buffer.allocUnsafeSlow(4 * largeText);
  const readTo = (start: number, path: string): number => {
    const file = openSync(path, 'r');
    try {
      for (;;) {
        const length = readSync(file, room, start, room.length - start, 0);
        // There is room for what comes behind, too.
        if (start + length + largeText < room.length) return start + length;
        room = Buffer.allocUnsafeSlow(room.length * 2);
      }
    } finally {
      closeSync(file);
    }
  };
  return {
    /**
     * The text of a script inside the function that gives it what Node gives to a module: a large one, where it is not
     * small, because what fills the memory that is collected often costs a garbage collection that `check` of one file
     * is over without. Scripts of the build are ASCII.
     */
    text: (path) => {
      let end = readTo(before.length, path);
      room.write(before, 'latin1');
      end += room.write(behind, end, 'latin1');
      if (end < largeText / 2 || end >= largeText) return room.toString('latin1', 0, end);
      return room.fill(' ', end, largeText).toString('latin1', 0, largeText);
    },
    /** The bytes of a file, until the next one is read; undefined where it cannot be read. */
    bytes: (path) => {
      try {
        return room.subarray(0, readTo(0, path));
      } catch {
        return undefined;
      }
    },
  };
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
  const read = reader();
  const load = (id: string): unknown => {
    if (!id.startsWith('./')) return builtin(id);
    const name = id.slice(2);
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(name, module);
    const filename = join(dist, name);
    const text = read.text(filename);
    const script = new Script(text, { filename, cachedData: read.bytes(join(cache, codeCacheName(name))) });
    loaded.set(name, script);
    const run = script.runInThisContext() as Wrapped;
    run.call(module.exports, module.exports, load, module, filename, dist);
    return module.exports;
  };
  return { load, loaded };
}
