import { readDocument } from '#document/read/read-document.ts';
import { readBytes } from '#io/files.ts';
import type { Context } from '#app/context.ts';
import { toInvalidDocumentError } from '#app/invalid-document.ts';
import type { SystemSource } from './source.ts';

/** Reads the declared system that was named with `--system`. */
export async function readSystem(context: Context, file: string): Promise<SystemSource> {
  const path = context.path(file);
  const bytes = await readBytes(path, file);
  const read = await readDocument('sales-system', file, bytes);
  if (read.ok) return { document: read.document, path };
  throw toInvalidDocumentError(file, read);
}
