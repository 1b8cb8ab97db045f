import { once } from 'node:events';
import { fstatSync, writeSync } from 'node:fs';
import { UsageError } from '#domain/errors.ts';
import { getErrorCode, getReason } from '#io/system-errors.ts';

/** An output of a process; streams of tests have no descriptor. */
type Output = NodeJS.WriteStream & { readonly fd?: number };

/** Whether a descriptor leads to a file or device, and not to a pipe or socket. */
function isStored(fd: number): boolean {
  const stats = fstatSync(fd);
  return stats.isFile() || stats.isCharacterDevice() || stats.isBlockDevice();
}

function writeFully(fd: number, data: string | Uint8Array): void {
  let rest = typeof data === 'string' ? Buffer.from(data) : data;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(fd, rest));
    } catch (error) {
      // A busy device takes the rest in a moment.
      if (getErrorCode(error) === 'EAGAIN') continue;
      throw new UsageError(
        `Cannot write to standard output: ${getReason(error)}.`,
        'The output is incomplete.',
      );
    }
  }
}

/**
 * Writes to an output without waiting for a slow reader.
 *
 * @returns whether more can be written at once
 * @throws UsageError where a file cannot take everything, such as on a full disk
 */
export function writeNow(stream: Output, data: string | Uint8Array): boolean {
  if (stream.destroyed || stream.writableEnded) return true;
  const { fd, isTTY } = stream;
  if (fd === undefined || isTTY || !isStored(fd)) return stream.write(data);
  // The stream would drop what does not fit on the disk, without an error.
  writeFully(fd, data);
  return true;
}

/** Writes to an output as `writeNow` does. Resolves when the data was taken, or when the reader has closed. */
export async function writeOutput(stream: Output, data: string | Uint8Array): Promise<void> {
  if (writeNow(stream, data)) return;
  // A closed pipe never drains.
  await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => undefined);
}
