import type { Position } from '#document/read/positions.ts';
import { requireChoice, requireDocument, requireList } from './options.ts';
import { type Sourced, toBytes } from './text.ts';

/**
 * Returns where a value is in the text of a document, for findings of your own.
 *
 * @param document from one of the functions that read
 * @param path keys of maps, and indexes (from 0) of lists. A missing path has the position of its nearest parent
 * @param what whether to locate the value (default) or its key
 * @throws TypeError if the document is not one that was read, or `path` is no list; RangeError if `what` is neither
 */
export async function locate(
  document: Sourced<unknown>,
  path: readonly (string | number)[],
  what: 'key' | 'value' = 'value',
): Promise<Position> {
  requireDocument('document', document);
  requireList('path', path, 'keys and indexes');
  requireChoice('what', what, ['value', 'key']);
  const { readValue } = await import('#document/read/read-document.ts');
  const read = readValue(document.file, toBytes(document.text));
  if (!read.ok) throw new TypeError('The text of the document is not the one that was read.');
  return read.document.locate(path, what);
}
