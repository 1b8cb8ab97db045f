import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const preload = pathToFileURL(resolve('test/support/terminal/slow-disk.js')).href;

/** Returns the options of Node (`NODE_OPTIONS`) with which every flush of a file to the disk takes longer. */
export function slowDisk(milliseconds: number): string {
  return `--import=${preload}?flush=${milliseconds}`;
}

/** Returns the options of Node with which every read of a file without other threads takes longer. */
export function slowReads(milliseconds: number): string {
  return `--import=${preload}?read=${milliseconds}`;
}
