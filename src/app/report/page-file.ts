import { UsageError } from '#domain/errors.ts';
import { readBytesIfThere } from '#io/files.ts';
import { findStats, requireWritable } from '#io/write/write-targets.ts';
import type { Context } from '#app/context.ts';

/** The page that is written beside a report. */
export interface Page {
  /** The file, named like the report. */
  readonly file: string;
  /** Whether it can be written: nothing is there, or an earlier page of this tool. */
  readonly isFree: boolean;
}

/** Bytes at the beginning of a file that are searched for what a page says about itself. */
const beginning = 4096;

/** Returns whether a file can be replaced although nobody named it: it is empty, or a page of this tool. */
export async function isFree(path: string, name: string): Promise<boolean> {
  const found = await findStats(path);
  if (found === undefined) return true;
  if (!found.isFile()) return false;
  try {
    const bytes = await readBytesIfThere(path, name);
    const start = Buffer.from(bytes ?? []).toString('utf8', 0, beginning);
    return start.trim() === '' || start.includes('<meta name="generator" content="sales-audit ');
  } catch (error) {
    // What cannot be read is not known to be ours.
    if (error instanceof UsageError) return false;
    throw error;
  }
}

/**
 * Finds the page that belongs to a report: the same name with the ending `.html`. Returns undefined if the report goes
 * to standard output, a pipe or a device.
 */
export async function findPage(context: Context, report: string | undefined): Promise<Page | undefined> {
  if (report === undefined) return undefined;
  const target = { path: context.resolvePath(report), name: report };
  if ((await requireWritable(target)) === 'stream') return undefined;
  const file = `${report.replace(/\.ya?ml$/i, '')}.html`;
  return { file, isFree: await isFree(context.resolvePath(file), file) };
}
