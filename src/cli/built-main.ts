import { existsSync } from 'node:fs';
import { codeCacheFolder, scriptLoader } from './code-cache.ts';
import type * as Main from './main.ts';

const dist = import.meta.dirname;

/** The build of main.ts. */
const script = './main.cjs';

/** Loads the rest of the build, compiled before where there is a code cache of this Node. */
export function loadMain(): typeof Main {
  // `require` of this file would be slower to come by.
  if (existsSync(codeCacheFolder(dist))) {
    const { load } = scriptLoader(dist, (id) => process.getBuiltinModule(id));
    return load(script) as typeof Main;
  }
  const nodeModule = process.getBuiltinModule('node:module');
  // Newer versions of Node keep a code cache themselves.
  (nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  return nodeModule.createRequire(import.meta.filename)(script) as typeof Main;
}
