import { type Stats, fstatSync, statSync, writeSync } from 'node:fs';
import { UsageError } from '#domain/errors.ts';
import { codeOf, reasonOf } from './system-errors.ts';

function statsOf(fd: number): Stats | undefined {
  try {
    return fstatSync(fd);
  } catch {
    return undefined;
  }
}

/** Whether what is written to a descriptor lands in a file or device, and not with a reader at the other end. */
function isStored(fd: number): boolean {
  const stats = statsOf(fd);
  return stats !== undefined && (stats.isFile() || stats.isCharacterDevice() || stats.isBlockDevice());
}

/** Whether a descriptor is certainly no terminal: a file, a pipe, or what swallows everything. */
export function isNoTerminal(fd: number): boolean {
  const stats = statsOf(fd);
  if (stats === undefined) return false;
  if (!stats.isCharacterDevice()) return stats.isFile() || stats.isFIFO() || stats.isSocket();
  return stats.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
}

/** What of data comes behind its first bytes. Text becomes bytes only where there is such a rest. */
function behind(data: string | Uint8Array, taken: number): Uint8Array {
  if (typeof data !== 'string') return data.subarray(taken);
  return taken === Buffer.byteLength(data)
    ? new Uint8Array()
    : new TextEncoder().encode(data).subarray(taken);
}

/**
 * Writes to a descriptor until everything is written or its reader is busy. Throws a UsageError that says why
 * not, such as a full disk.
 *
 * @param waits whether a busy device is waited for: it takes the rest in a moment
 * @returns the rest that was not taken; empty where nobody reads any more
 */
export function writeNow(fd: number, data: string | Uint8Array, waits: boolean = isStored(fd)): Uint8Array {
  let rest = data;
  while (rest.length > 0) {
    try {
      rest = behind(rest, typeof rest === 'string' ? writeSync(fd, rest) : writeSync(fd, rest));
    } catch (error) {
      if (codeOf(error) === 'EAGAIN') {
        if (waits) continue;
        return behind(rest, 0);
      }
      if (!waits && codeOf(error) === 'EPIPE') return new Uint8Array();
      throw new UsageError(
        `Cannot write to standard output: ${reasonOf(error)}.`,
        'What was written is not whole.',
      );
    }
  }
  return new Uint8Array();
}

/**
 * Writes everything to a stream over a file or device, as `writeNow` does.
 *
 * @returns false, with nothing written, where the stream is a terminal, a pipe or no stream of the system
 */
export function writeWhole(
  stream: NodeJS.WriteStream & { readonly fd?: number },
  data: string | Uint8Array,
): boolean {
  const { fd, isTTY } = stream;
  if (fd === undefined || isTTY || !isStored(fd)) return false;
  writeNow(fd, data, true);
  return true;
}
