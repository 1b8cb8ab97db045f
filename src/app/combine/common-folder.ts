import { dirname, sep } from 'node:path';

/** Returns the folder that all paths are in; undefined if a path is, or if there is none. */
export function findCommonFolder(paths: readonly (string | undefined)[]): string | undefined {
  let common: readonly string[] | undefined;
  for (const path of paths) {
    if (path === undefined) return undefined;
    const steps = dirname(path).split(sep);
    const differs = common?.findIndex((step, index) => step !== steps[index]) ?? -1;
    common = common === undefined ? steps : differs === -1 ? common : common.slice(0, differs);
  }
  return common === undefined ? undefined : common.join(sep) || sep;
}
