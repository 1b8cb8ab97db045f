import { lstat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { Learned } from '#domain/prefill-system.ts';
import type { Asker } from '#io/terminal/asker.ts';
import { findYamlEnding, readBytesIfThere } from '#io/files.ts';
import type { FileToWrite } from '#io/write/write-files.ts';
import { listFilesToWrite } from './templates/index.ts';
import { type Context, formatPath } from '#app/context.ts';
import { type InitOptions, type Place, isThere } from './target-folder.ts';
import type { InitAnswers } from './questions.ts';
import { readAnyAgainst } from '#app/read-document.ts';
import { getSchemaUrl, version } from '#app/version.ts';

/** Throws a UsageError if a file would be written beside one that differs only in its ending. */
function requireOneEnding(path: string, { host }: Context): void {
  const there = findYamlEnding(path, formatPath(host, path));
  if (there === path) return;
  throw new UsageError(
    `${formatPath(host, there)} already exists, and ${formatPath(host, path)} would be read too.`,
    'Nothing was written. Rename the file to end in .yaml.',
  );
}

/** Lists the files of the scaffold that differ from those on disk. */
export async function planChanges(
  context: Context,
  place: Place,
  answers: InitAnswers,
  learned: Learned | undefined,
): Promise<FileToWrite[]> {
  const files = listFilesToWrite({
    ...answers,
    learned,
    folder: relative(place.root, place.folder).split(sep).join('/'),
    hasPipeline: await isThere(join(place.root, '.gitlab-ci.yml')),
    version,
    schemaUrl: getSchemaUrl,
  });
  const changes: FileToWrite[] = [];
  for (const [name, text] of files) {
    const path = join(place.folder, name);
    const shown = formatPath(context.host, path);
    requireOneEnding(path, context);
    const isSame =
      (await isThere(path)) &&
      (await lstat(path)).isFile() &&
      Buffer.from((await readBytesIfThere(path, shown)) ?? []).toString() === text;
    if (!isSame) changes.push({ path, name: shown, text });
  }
  return changes;
}

/** Throws a TypeError if a new file is invalid, which would be a bug, before anything is written. */
export async function requireValid(changes: readonly FileToWrite[], model: Model): Promise<void> {
  for (const { path, name, text } of changes) {
    if (!['sales-system.yaml', '.sales-audit.yaml'].includes(basename(path))) continue;
    const { read } = await readAnyAgainst(name, new TextEncoder().encode(text), model);
    if (!read.ok) throw new TypeError(`init wrote an invalid ${name}: ${JSON.stringify(read.findings)}`);
  }
}

/** Returns the files to write: new ones, and those that the person agrees to replace. */
export async function askToReplace(
  changes: readonly FileToWrite[],
  asker: Asker | undefined,
  options: InitOptions,
): Promise<readonly FileToWrite[]> {
  if (options.force) return changes;
  const there = await Promise.all(changes.map(({ path }) => isThere(path)));
  const taken = changes.filter((_, index) => there[index]);
  if (asker === undefined) {
    if (taken.length === 0) return changes;
    throw new UsageError(
      `${taken.map(({ name }) => name).join(', ')} already ${taken.length === 1 ? 'exists' : 'exist'}.`,
      'Nothing was written. --force replaces existing files.',
    );
  }
  const kept = new Set<FileToWrite>();
  for (const file of taken) {
    if (!(await asker.confirm(`${file.name} already exists. Replace it?`))) kept.add(file);
  }
  return changes.filter((file) => !kept.has(file));
}
