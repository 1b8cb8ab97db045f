import { closeSync, lstatSync, openSync, readSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { getErrorCode, getReason } from './system-errors.ts';

/** Number of bytes to read: one more than the limit of a document, to detect a larger file. */
const readLimit = 1024 * 1024 + 1;

/** Reads an open file up to a limit. `size` is the expected number of bytes. */
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
 * Reads the bytes of a file, at most one more than a document may have. Throws a UsageError with the reason. Without
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
    if (name === '-')
      throw new UsageError(
        'Standard input (`-`) cannot be read here.',
        'Name a file; `./-` is one of that name.',
      );
    // Node replaces what is not UTF-8 in an argument, so that the file cannot be named.
    const isDamaged = name.includes('\ufffd');
    const advice = isDamaged ? 'The name is not UTF-8. Rename the file.' : 'Check the path.';
    throw new UsageError(`Cannot read ${name}: ${getReason(error)}.`, advice);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Checks whether there is anything at a path, also a link to nothing, or something that cannot be looked at. */
function isAnythingAt(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch (error) {
    return !['ENOENT', 'ENOTDIR'].includes(getErrorCode(error));
  }
}

/** Reads a file like `readBytes`. Returns undefined if there is no such file. A link to nothing is an error. */
export async function readBytesIfThere(path: string, name: string = path): Promise<Uint8Array | undefined> {
  return isAnythingAt(path) ? readBytes(path, name) : undefined;
}

/** Bytes of streams that were read, which can be read only once. */
const read = new WeakMap<NodeJS.ReadableStream, Promise<Uint8Array>>();

/**
 * Reads a stream to its end, at most one byte more than a document may have. Returns the same bytes to everyone who
 * asks: a command can need its standard input twice.
 */
export function readStream(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const known = read.get(stream);
  if (known !== undefined) return known;
  const bytes = readToEnd(stream);
  read.set(stream, bytes);
  return bytes;
}

async function readToEnd(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
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

/** Checks whether a path is a folder. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Matches both endings of a YAML file. */
const yamlEnding = /\.ya?ml$/;

/** Makes the error of two files that only differ in their ending, of which nobody can tell which one counts. */
function makeTwoEndingsError(path: string): UsageError {
  const stem = path.replace(yamlEnding, '');
  return new UsageError(
    `${stem}.yaml and ${stem}.yml differ only in their ending, so nobody can tell which one counts.`,
    'Keep one of them.',
  );
}

/**
 * Lists every YAML file below a folder, with either ending, in a fixed order. Throws a UsageError if the folder cannot
 * be read, or if two files differ only in their ending.
 */
export async function listYaml(folder: string): Promise<readonly string[]> {
  let paths: string[];
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    paths = entries
      .filter((entry) => entry.isFile() && yamlEnding.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  } catch (error) {
    throw new UsageError(`Cannot read the folder ${folder}: ${getReason(error)}.`, 'Check the path.');
  }
  requireOneEnding(paths);
  return paths;
}

/** Throws a UsageError if two files differ only in their ending, `.yaml` and `.yml`. */
export function requireOneEnding(paths: readonly string[]): void {
  const all = new Set(paths);
  const twice = paths.find((path) => path.endsWith('.yml') && all.has(path.replace(/yml$/, 'yaml')));
  if (twice !== undefined) throw makeTwoEndingsError(twice);
}

/**
 * Returns the path of a YAML file with the ending that is there: `.yml` only if there is no `.yaml`. Throws a
 * UsageError if both are.
 *
 * @param path ends in `.yaml`
 * @param shown the file as it is shown
 */
export function findYamlEnding(path: string, shown: string): string {
  const other = path.replace(/yaml$/, 'yml');
  if (other === path || !isAnythingAt(other)) return path;
  if (isAnythingAt(path)) throw makeTwoEndingsError(shown);
  return other;
}

/** Makes a path next to a file for data that could not be saved in it. No other process uses it. */
export function makeRescuePath(path: string): string {
  return path.replace(/(\.ya?ml)?$/, `.rescued-${process.pid}.yaml`);
}
