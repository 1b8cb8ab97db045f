import { existsSync } from 'node:fs';
import { canKeep, codeCacheOf, keeper, scriptLoader } from './code-cache.ts';
import type * as Main from './main.ts';

const dist = import.meta.dirname;

/** The build of main.ts. */
const script = './main.cjs';

/**
 * Loads the rest of the build, compiled before where there is a code cache for this command. Where there is none yet,
 * it is made for the next time.
 */
export function loadMain(): typeof Main {
  const cache = codeCacheOf(dist, process.argv[2]);
  if (existsSync(cache.data) || canKeep(dist, cache)) {
    // `require` of this file would be slower to come by.
    return scriptLoader(dist, cache, (id) => process.getBuiltinModule(id), keeper(dist, cache)).load(
      script,
    ) as typeof Main;
  }
  const nodeModule = process.getBuiltinModule('node:module');
  // Newer versions of Node keep a code cache themselves, in their folder for temporary files.
  (nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  return nodeModule.createRequire(import.meta.filename)(script) as typeof Main;
}
