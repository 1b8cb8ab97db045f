import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Sourced } from '#document/read/sourced.ts';
import { UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { readBytes, requireOneEnding } from '#io/files.ts';
import { readAnyAgainst } from '#app/read-document.ts';
import { checkSystem } from './check-system.ts';
import type { CheckedFile } from './checked-file.ts';

const systemNames = /^(?:.+\.)?sales-system\.(?:ya?ml|json)$/;

/** Lists the names of a folder; none if it cannot be read. */
function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

async function checkIn(folder: string, model: Model, asOf: string): Promise<CheckedFile[]> {
  const systems: CheckedFile[] = [];
  const names = listNames(folder).filter((name) => systemNames.test(name));
  requireOneEnding(names);
  for (const name of names) {
    const path = join(folder, name);
    try {
      const { kind, read } = await readAnyAgainst(path, await readBytes(path), model);
      if (kind !== 'sales-system' || !read.ok) continue;
      systems.push(await checkSystem(read.document as Sourced<SystemDocument>, path, model, asOf));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
    }
  }
  return systems;
}

/**
 * Makes a function that checks the declared systems in the folder of a file, for a run that was given the answers but
 * not the system. Checks each folder once.
 */
export function makeFindSystemsBeside(
  model: Model,
  asOf: string,
): (path: string) => Promise<readonly CheckedFile[]> {
  const known = new Map<string, Promise<readonly CheckedFile[]>>();
  return (path) => {
    const folder = dirname(path);
    const found = known.get(folder) ?? checkIn(folder, model, asOf);
    known.set(folder, found);
    return found;
  };
}
