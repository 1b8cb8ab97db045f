import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { codeCacheFolder, scriptLoader } from './code-cache.ts';
import type * as Main from './main.ts';

const dist = import.meta.dirname;
const require = nodeModule.createRequire(import.meta.url);

/** The build of main.ts. */
const script = './main.cjs';

/** Loads the rest of the build, compiled before where there is a code cache of this Node. */
function loadMain(): typeof Main {
  if (existsSync(codeCacheFolder(dist))) return scriptLoader(dist, require).load(script) as typeof Main;
  // Newer versions of Node keep a code cache themselves.
  (nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
  return require(script) as typeof Main;
}

/** `main` of the build: it stands in for `main.ts` there. */
export const { main } = loadMain();
