import { dirname, join, sep } from 'node:path';
import type { Sourced } from '#document/read/sourced.ts';
import type { InvalidDocumentError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import type { Finding } from '#domain/types/report.ts';
import { findYamlEnding, readBytes, readBytesIfThere } from '#io/files.ts';
import { findRepositoryRoot } from '#io/git/git.ts';
import { type Context, formatPath } from './context.ts';
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

/** Usual names of a settings file. A folder may have one of them. */
export const configNames = ['.sales-audit.yaml', '.sales-audit.yml'] as const;

/**
 * Finds the nearest config file, from a folder up to the root of the repository, or outside of one to the working
 * folder. Throws a UsageError if a folder has one with each ending.
 */
async function findNearestConfig(
  { host }: Context,
  start: string,
): Promise<{ path: string; bytes: Uint8Array } | undefined> {
  const root = (await findRepositoryRoot(start)) ?? (start.startsWith(host.cwd + sep) ? host.cwd : undefined);
  for (let folder = start; ; folder = dirname(folder)) {
    const usual = join(folder, configNames[0]);
    const path = findYamlEnding(usual, formatPath(host, usual));
    const bytes = await readBytesIfThere(path, formatPath(host, path));
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

/**
 * Reads the named config file, else the nearest. Throws an InvalidDocumentError if it has faults.
 *
 * @param start folder to look from
 */
export async function readConfigFile(
  context: Context,
  options: ConfigOption & ModelOption,
  start = context.host.cwd,
): Promise<ConfigFile | undefined> {
  const { config: named } = options;
  if (named === false) return undefined;
  const found =
    named === undefined
      ? await findNearestConfig(context, start)
      : { path: context.resolvePath(named), bytes: await readBytes(context.resolvePath(named), named) };
  if (found === undefined) return undefined;
  const file = named ?? formatPath(context.host, found.path);
  const folder = dirname(found.path);
  let model: Model | undefined;
  const read = await readConfig(file, found.bytes, async (own) => {
    model = await selectConfigModel(context, folder, own, options);
    return model;
  });
  if (!read.ok) throw makeConfigError(read.findings, file, read.text);
  return { path: found.path, folder, document: read.document, model };
}
