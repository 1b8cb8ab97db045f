import { isAbsolute, relative, resolve, sep } from 'node:path';
import { makeFindingAt } from '#document/read/sourced.ts';
import { UsageError } from '#domain/errors.ts';
import { readBytes } from '#io/files.ts';
import { findRepositoryRoot } from '#io/git/git.ts';
import { findReferenceStates } from '#io/references.ts';
import { type Accent, deriveAccent, ownAccent } from '#render/report/charts/accent.ts';
import type { Brand } from '#render/report/context.ts';
import { type ConfigFile, makeConfigError } from '#app/config-file.ts';
import { requireName } from '#app/require-name.ts';
import type { Context } from '#app/context.ts';
import { embedImage } from './embed-image.ts';

/** Options of every command with branded output. */
export interface BrandOptions {
  readonly brand?: string;
  readonly logo?: string;
  readonly accent?: string;
}

/** A brand, and the files that it was read from. */
export interface LoadedBrand {
  readonly brand: Brand;
  /** Absolute paths. */
  readonly files: readonly string[];
}

/** Throws the error for a part of the brand, as a flag or a config file needs it. */
type Refuse = (fault: string, fix: string) => never;

/** A part of the brand, and its config file; undefined if it came from a flag. */
interface Named {
  readonly value: string;
  readonly from: ConfigFile | undefined;
  readonly refuse: Refuse;
}

function findNamed(
  options: BrandOptions,
  config: ConfigFile | undefined,
  key: 'logo' | 'accent',
): Named | undefined {
  const flag = options[key];
  if (flag !== undefined) {
    const refuse: Refuse = (fault, fix) => {
      throw new UsageError(`--${key}: ${fault}`, fix);
    };
    return { value: flag, from: undefined, refuse };
  }
  const value = config?.document.value.brand?.[key];
  if (config === undefined || value === undefined) return undefined;
  const refuse: Refuse = (message, fix) => {
    const { document } = config;
    const finding = { check: 'document/invalid', severity: 'error', message, fix } as const;
    throw makeConfigError([makeFindingAt(document, ['brand', key], finding)], document.file, document.text);
  };
  return { value, from: config, refuse };
}

function findName({ brand }: BrandOptions, config: ConfigFile | undefined): string | undefined {
  if (brand === undefined) return config?.document.value.brand?.name;
  requireName('--brand', brand);
  return brand;
}

function findAccent(named: Named | undefined): Accent {
  if (named === undefined) return ownAccent;
  const chosen = deriveAccent(named.value);
  return chosen.ok ? chosen.accent : named.refuse(chosen.fault, chosen.fix);
}

/** Resolves the path of a logo. A config file may not name one outside its repository. */
async function resolveLogo(context: Context, { value, from, refuse }: Named): Promise<string> {
  if (from === undefined) return context.resolvePath(value);
  const root = (await findRepositoryRoot(from.folder)) ?? from.folder;
  const path = resolve(from.folder, value);
  const reference = relative(root, path).split(sep).join('/');
  const state = isAbsolute(value) ? 'outside' : (await findReferenceStates([reference], root)).get(reference);
  if (state === 'there') return path;
  if (state === 'missing') return refuse(`There is no file ${value}.`, 'Its path is relative to this file.');
  return refuse(`The logo ${value} is not in this repository.`, 'Copy it there, or name it with --logo.');
}

/** Embeds a logo as a `data:` URL. */
async function embed(path: string, { value, refuse }: Named): Promise<string> {
  const bytes = await readBytes(path, value).catch((error: unknown) => {
    if (error instanceof UsageError) return refuse(error.message, error.hint ?? 'Check the path.');
    throw error;
  });
  const image = embedImage(bytes);
  if (image.ok) return image.address;
  return refuse(`The logo ${value} cannot be used. ${image.fault}`, image.fix);
}

/** Reads the brand from the flags, else the config file. Throws if it cannot be used. */
export async function readBrand(
  context: Context,
  options: BrandOptions,
  config: ConfigFile | undefined,
): Promise<LoadedBrand> {
  const name = findName(options, config);
  const accent = findAccent(findNamed(options, config, 'accent'));
  const confidential = config?.document.value.brand?.confidential;
  const brand: Brand = {
    accent,
    ...(name !== undefined && { name }),
    ...(confidential !== undefined && { confidential }),
  };
  const logo = findNamed(options, config, 'logo');
  if (logo === undefined) return { brand, files: [] };
  const path = await resolveLogo(context, logo);
  return { brand: { ...brand, logo: await embed(path, logo) }, files: [path] };
}
