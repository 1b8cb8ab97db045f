import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, readdirSync, statSync } from 'node:fs';
import { lstat, open, readdir, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { getErrorCode, getReason } from './system-errors.ts';

/** One byte more than the limit of `document/limits.ts` is read, so that a larger file is seen as such. */
const readLimit = 1024 * 1024 + 1;

/** Bytes of an open file up to a limit; `size` is how many there are likely to be. */
function readUpTo(file: number, size: number, limit: number): Uint8Array {
  // One more than there should be, so that the end of the file is seen.
  let bytes = new Uint8Array(Math.min(size + 1, limit));
  let length = 0;
  for (;;) {
    const count = readSync(file, bytes, length, bytes.length - length, null);
    length += count;
    // A regular file gives less than was asked for at its end only.
    if (count === 0 || length === limit || length === size) return bytes.subarray(0, length);
    if (length < bytes.length) continue;
    const larger = new Uint8Array(Math.min(length * 2, limit));
    larger.set(bytes);
    bytes = larger;
  }
}

/**
 * Bytes of a file, at most one more than a document may have. Throws a UsageError that says why not. Without
 * other threads: asking them takes longer than reading a small file.
 *
 * @param name the file as the person called it
 */
export async function readBytes(path: string, name: string = path): Promise<Uint8Array> {
  let file: number | undefined;
  try {
    // A pipe or device could block for ever on open; only regular files are documents.
    const stats = statSync(path);
    if (!stats.isFile()) throw new UsageError(`Cannot read ${name}: it is not a file.`);
    file = openSync(path, 'r');
    return readUpTo(file, stats.size, readLimit);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`Cannot read ${name}: ${getReason(error)}.`, 'Check the path.');
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Bytes of a file as in `readBytes`, or undefined where there is no such file. */
export async function readBytesIfThere(path: string, name: string = path): Promise<Uint8Array | undefined> {
  try {
    statSync(path);
  } catch (error) {
    if (getErrorCode(error) === 'ENOENT') return undefined;
  }
  return readBytes(path, name);
}

/** All of a stream, at most one byte more than a document may have. */
export async function readStream(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.length;
    if (length >= readLimit) break;
  }
  return Buffer.concat(chunks).subarray(0, readLimit);
}

/** Whether a path leads to a folder. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Every file below a folder whose name ends in `.yaml`, in a fixed order. */
export async function listYaml(folder: string): Promise<readonly string[]> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  } catch (error) {
    throw new UsageError(`Cannot read the folder ${folder}: ${getReason(error)}.`, 'Check the path.');
  }
}

const temporaryName = /^\.(.+)\.[0-9a-f]{12}\.tmp$/;

/** Removes what interrupted writes of a file left beside it. Only for whoever holds the file's lock. */
export async function removeLeftovers(path: string): Promise<void> {
  const names = await readdir(dirname(path)).catch(() => []);
  for (const name of names) {
    if (temporaryName.exec(name)?.[1] !== basename(path)) continue;
    await unlink(join(dirname(path), name)).catch(() => undefined);
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Makes the rename itself survive a power cut. Not every system lets a folder be opened for that.
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/**
 * Writes a file so that it holds either what it held or what is given, whatever happens in between. A
 * symbolic link is refused, because the file behind it may be anyone's. Throws a UsageError that says why
 * it could not be written; the old file is then whole.
 *
 * @param name the file as the person called it
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  name: string = path,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const before = await lstat(path).catch((error: unknown) => {
      if (getErrorCode(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (before?.isSymbolicLink()) throw new UsageError(`Refused to write ${name}: it is a symbolic link.`);
    if (before?.isDirectory()) throw new UsageError(`Cannot write ${name}: it is a folder.`);
    const file = await open(temporary, 'wx', before === undefined ? 0o644 : before.mode & 0o777);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `Cannot write ${name}: ${getErrorCode(error) === 'ENOENT' ? 'its folder does not exist' : getReason(error)}.`,
      'Nothing was changed.',
    );
  }
  await syncFolder(dirname(path));
}

/** Path beside a file for what could not be saved in it: no other process uses it. */
export function makeRescuePath(path: string): string {
  return path.replace(/(\.ya?ml)?$/, `.rescued-${process.pid}.yaml`);
}
