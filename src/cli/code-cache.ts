import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

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
export function codeCacheFolder(dist: string, isHelper: boolean = process.connected): string {
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

/**
 * The text of a script inside the function that gives it what Node gives to a module. It is put together before it
 * becomes a string: large strings in memory for a moment cost a garbage collection. Scripts of the build are ASCII.
 */
function wrapped(path: string): string {
  const text = readFileSync(path);
  const bytes = Buffer.allocUnsafe(before.length + text.length + behind.length);
  bytes.write(before, 'latin1');
  bytes.set(text, before.length);
  bytes.write(behind, before.length + text.length, 'latin1');
  return bytes.toString('latin1');
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
