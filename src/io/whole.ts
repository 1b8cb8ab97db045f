import { fstatSync, writeSync } from 'node:fs';
import { UsageError } from '#domain/errors.ts';
import { codeOf, reasonOf } from './system-errors.ts';

/** Whether what is written to a descriptor lands in a file or device, and not with a reader at the other end. */
function isStored(fd: number): boolean {
  try {
    const stats = fstatSync(fd);
    return stats.isFile() || stats.isCharacterDevice() || stats.isBlockDevice();
  } catch {
    return false;
  }
}

/**
 * Writes everything to a stream over a file or device. Throws a UsageError that says why not, such as a full
 * disk.
 *
 * @returns false, with nothing written, where the stream is a terminal, a pipe or no stream of the system
 */
export function writeWhole(
  stream: NodeJS.WriteStream & { readonly fd?: number },
  data: string | Uint8Array,
): boolean {
  const { fd, isTTY } = stream;
  if (fd === undefined || isTTY || !isStored(fd)) return false;
  let rest = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      // A device that is busy takes the rest in a moment.
      if (codeOf(error) === 'EAGAIN') continue;
      throw new UsageError(
        `Cannot write to standard output: ${reasonOf(error)}.`,
        'What was written is not whole.',
      );
    }
  }
  return true;
}
