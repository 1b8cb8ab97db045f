import { basename, dirname, join } from 'node:path';
import type { Sourced } from '#document/read/sourced.ts';
import type { InvalidDocumentError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import type { Finding } from '#domain/types/report.ts';
import { findYamlEnding, readBytes, readBytesIfThere } from '#io/files.ts';
import { findRepositoryRoot } from '#io/git/git.ts';
import type { Context } from './context.ts';
import { toInvalidDocumentError } from './invalid-document.ts';
import { type ModelOption, selectConfigModel } from './model/select-model.ts';
import { readConfig } from './read-document.ts';

/** Options of every command that reads a config file. */
export interface ConfigOption {
  /** The named file; false to use none. */
  readonly config?: string | false;
}

/** A config file that was found or named. */
export interface ConfigFile {
  /** Absolute path. */
  readonly path: string;
  /** Folder that its paths are relative to. */
  readonly folder: string;
  readonly document: Sourced<ConfigDocument>;
  /** The model that it is for, if a rule took it to read the file. */
  readonly model: Model | undefined;
}

const usualName = '.sales-audit.yaml';

/** Finds the nearest config file, from the working folder up to the root of the repository. */
async function findNearestConfig(cwd: string): Promise<{ path: string; bytes: Uint8Array } | undefined> {
  const root = await findRepositoryRoot(cwd);
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = findYamlEnding(join(folder, usualName), usualName);
    const bytes = await readBytesIfThere(path);
    if (bytes !== undefined) return { path, bytes };
    if (root === undefined || folder === root || folder === dirname(folder)) return undefined;
  }
}

/** Makes the error of an invalid config file, with its findings. */
export function makeConfigError(
  findings: readonly Finding[],
  file: string,
  text: string | undefined,
): InvalidDocumentError {
  return toInvalidDocumentError(file, { findings, text }, 'model');
}

/** Reads the named config file, else the nearest. Throws an InvalidDocumentError if it has faults. */
export async function readConfigFile(
  context: Context,
  options: ConfigOption & ModelOption,
): Promise<ConfigFile | undefined> {
  const { config: named } = options;
  if (named === false) return undefined;
  const found =
    named === undefined
      ? await findNearestConfig(context.host.cwd)
      : { path: context.path(named), bytes: await readBytes(context.path(named), named) };
  if (found === undefined) return undefined;
  const file = named ?? basename(found.path);
  const folder = dirname(found.path);
  let model: Model | undefined;
  const read = await readConfig(file, found.bytes, async (own) => {
    model = await selectConfigModel(context, folder, own, options);
    return model;
  });
  if (!read.ok) throw makeConfigError(read.findings, file, read.text);
  return { path: found.path, folder, document: read.document, model };
}
