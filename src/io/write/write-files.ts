import { constants } from 'node:fs';
import { copyFile, mkdir, open, rename, rmdir, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InterruptedError, UsageError } from '#domain/errors.ts';
import { holdSignals } from './hold-signals.ts';
import { getErrorCode, getReason } from '#io/system-errors.ts';
import { makeTemporaryPath, removeLeftovers } from './temporary-files.ts';
import {
  type Target,
  findMissingFolders,
  findStats,
  requireWritable,
  toWriteError,
} from './write-targets.ts';

/** A file to write. */
export interface FileToWrite<T extends string | Uint8Array = string> extends Target {
  readonly text: T;
}

type AnyFile = FileToWrite<string | Uint8Array>;

/** Undoes one step of a write. */
type Undo = () => Promise<unknown>;

/** Makes renames survive a power cut. Not every system lets a folder be opened for that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Writes the new text to a temporary file, with the folders that it needs. Returns the path of that file. */
async function stage({ path, name, text }: AnyFile, undo: Undo[]): Promise<string> {
  for (const folder of await findMissingFolders(dirname(path), name)) {
    await mkdir(folder);
    undo.push(() => rmdir(folder));
  }
  const before = await findStats(path);
  const temporary = makeTemporaryPath(dirname(path));
  undo.push(() => unlink(temporary));
  const file = await open(temporary, 'wx', before === undefined ? 0o644 : before.mode & 0o777);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return temporary;
}

/** Copies a file so that it can be put back if another one fails. Returns undefined if there is no file yet. */
async function backUp(path: string, undo: Undo[]): Promise<string | undefined> {
  if ((await findStats(path)) === undefined) {
    undo.push(() => unlink(path));
    return undefined;
  }
  const backup = makeTemporaryPath(dirname(path));
  undo.push(() => unlink(backup));
  await copyFile(path, backup, constants.COPYFILE_EXCL);
  undo.push(() => rename(backup, path));
  return backup;
}

/**
 * Replaces regular files, all or none, also when a signal arrives. Only a failing or interrupted rename needs the
 * backups: all else fails before it.
 */
async function replaceFiles(files: readonly AnyFile[]): Promise<void> {
  const undo: Undo[] = [];
  const temporaries = new Map<AnyFile, string>();
  const backups: string[] = [];
  const signals = holdSignals();
  let current = '';
  try {
    for (const file of files) {
      signals.throwIfInterrupted();
      current = file.name;
      temporaries.set(file, await stage(file, undo));
    }
    for (const [{ path, name }, temporary] of temporaries) {
      signals.throwIfInterrupted();
      current = name;
      // The last step of a single file cannot leave others half done.
      const backup = files.length === 1 ? undefined : await backUp(path, undo);
      if (backup !== undefined) backups.push(backup);
      await rename(temporary, path);
    }
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => undefined);
    signals.release();
    if (error instanceof InterruptedError) throw error;
    throw toWriteError(current, error);
  }
  for (const backup of backups) await unlink(backup).catch(() => undefined);
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(folder);
  signals.release();
}

/** Writes into a pipe or a device. A reader that goes away ends it quietly. */
async function writeIntoStream({ path, name, text }: AnyFile): Promise<void> {
  try {
    const file = await open(path, constants.O_WRONLY);
    try {
      await file.writeFile(text);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (getErrorCode(error) === 'EPIPE') return;
    throw new UsageError(`Cannot write ${name}: ${getReason(error)}.`, 'The output is incomplete.');
  }
}

/**
 * Writes files, with the folders that they need, all or none: after a failure, such as a full disk, every file is
 * as it was. Regular files are replaced by a rename, so that no reader sees half a file. Pipes and character devices
 * are written into, after all files. Removes what killed processes left in the folders.
 *
 * @throws UsageError that names the file and the reason, InterruptedError if a signal arrived before all were written
 */
export async function writeFiles(files: readonly AnyFile[]): Promise<void> {
  const kinds = new Map<AnyFile, 'file' | 'stream'>();
  for (const file of files) kinds.set(file, await requireWritable(file));
  const regular = files.filter((file) => kinds.get(file) === 'file');
  for (const { path } of regular) await removeLeftovers(dirname(path));
  await replaceFiles(regular);
  for (const file of files) if (kinds.get(file) === 'stream') await writeIntoStream(file);
}

/** Appends to a file that others append to as well, such as the job summary of GitHub, on a line of its own. */
export async function appendToFile({ path, name, text }: FileToWrite): Promise<void> {
  try {
    const file = await open(path, 'a+');
    try {
      const { size } = await file.stat();
      const last = Buffer.from('\n');
      if (size > 0) await file.read(last, 0, 1, size - 1);
      await file.appendFile(last.toString('latin1') === '\n' ? text : `\n${text}`);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw toWriteError(name, error);
  }
}
