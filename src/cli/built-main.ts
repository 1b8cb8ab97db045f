import { existsSync } from 'node:fs';
import {
  type BuiltScript,
  type FindScript,
  canKeep,
  codeCacheFolder,
  fromCodeCache,
  keeper,
  scriptLoader,
} from './code-cache.ts';
import type * as Main from './main.ts';
import { helperCommand } from './sharing/messages.ts';

/** Name of the script with `main`: the build puts it in. */
declare const mainScript: string;

const dist = import.meta.dirname;

/** Loads what is no script of the build. `require` of this file would be slower to come by. */
const builtin = (id: string): unknown => process.getBuiltinModule(id);

/** Has Node require the scripts. Newer versions keep what they compiled, in their folder for temporary files. */
function byRequire(): FindScript {
  const nodeModule = process.getBuiltinModule('node:module');
  (nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  const require = nodeModule.createRequire(import.meta.filename);
  return (path) => require(path) as BuiltScript;
}

/**
 * Loads the rest of the build, compiled before where there is a code cache for this command. Where there is none yet,
 * it is made for the next time.
 */
export function loadMain(): typeof Main {
  const [, , command] = process.argv;
  // Whoever types the command of helpers has not their options of V8.
  const isTyped = command === helperCommand && !process.connected;
  const folder = codeCacheFolder(dist, isTyped ? 'help' : command);
  const hasCache = existsSync(folder) || canKeep(dist, folder);
  const find = hasCache ? fromCodeCache(folder, keeper(dist, folder)) : byRequire();
  return scriptLoader(dist, find, builtin)(`./${mainScript}`) as typeof Main;
}
