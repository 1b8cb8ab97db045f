import { randomBytes } from 'node:crypto';
import { constants, copyFile, lstat, mkdir, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { writeAtomically } from './files.ts';
import { getErrorCode, getReason } from './system-errors.ts';

/** A file to write: its absolute path, and how the person calls it. */
export interface FileToWrite<T extends string | Uint8Array = string> {
  readonly path: string;
  readonly name: string;
  readonly text: T;
}

/** The folders of a path that are missing, the outermost first. Throws a UsageError where a file stands in the way. */
async function missingFolders(folder: string, name: string): Promise<string[]> {
  try {
    if ((await lstat(folder)).isFile()) {
      throw new UsageError(`Cannot write ${name}: ${folder} is a file.`, 'Nothing was changed.');
    }
    return [];
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // ENOTDIR: a file stands further up, and is found there.
    if (!['ENOENT', 'ENOTDIR'].includes(getErrorCode(error))) {
      throw new UsageError(`Cannot write ${name}: ${getReason(error)}.`, 'Nothing was changed.');
    }
    return [...(await missingFolders(dirname(folder), name)), folder];
  }
}

/** Throws a UsageError where something stands at the path of a file that cannot be replaced by a file. */
export async function requireReplaceable({ path, name }: Pick<FileToWrite, 'path' | 'name'>): Promise<void> {
  const there = await lstat(path).catch(() => undefined);
  if (there === undefined || there.isFile()) return;
  const what = there.isSymbolicLink() ? 'a symbolic link' : there.isDirectory() ? 'a folder' : 'no file';
  throw new UsageError(`Cannot write ${name}: it is ${what}.`, 'Nothing was changed.');
}

/** Copies a file, so that it can be put back byte for byte; false where there is none. */
async function copied(path: string, copy: string): Promise<boolean> {
  try {
    await copyFile(path, copy, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Writes several files, with the folders that they need, or none of them: everything that can be known is
 * checked before the first is written, and where one fails all the same, the others get their old text back.
 * Throws a UsageError that says why.
 */
export async function writeTogether(files: readonly FileToWrite<string | Uint8Array>[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  const folders = new Set<string>();
  for (const file of files) {
    for (const folder of await missingFolders(dirname(file.path), file.name)) folders.add(folder);
    await requireReplaceable(file);
  }
  const copies: string[] = [];
  try {
    for (const folder of folders) {
      await mkdir(folder);
      undo.push(() => rmdir(folder));
    }
    for (const { path, name, text } of files) {
      const copy = `${path}.${randomBytes(6).toString('hex')}.old`;
      const isNew = !(await copied(path, copy));
      if (!isNew) copies.push(copy);
      undo.push(() => (isNew ? unlink(path) : rename(copy, path)));
      await writeAtomically(path, text, name);
    }
    for (const copy of copies) await unlink(copy).catch(() => undefined);
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => undefined);
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Cannot write the files: ${getReason(error)}.`, 'Nothing was changed.');
  }
}
