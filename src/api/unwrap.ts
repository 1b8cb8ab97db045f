import type { Sourced } from './text.ts';
import type { ReadResult } from './read.ts';

/**
 * Returns the document that was read, for programs that cannot continue without it.
 *
 * @throws Error with every problem, a line each, if it could not be read; TypeError if it is not the result of reading
 */
export function unwrap<T>(read: ReadResult<T>): Sourced<T> {
  const given = read as Partial<Record<'ok' | 'document' | 'findings', unknown>> | null | undefined;
  if (given?.ok === true ? given.document === undefined : !Array.isArray(given?.findings)) {
    throw new TypeError(
      '`read` takes the result of reading: pass `await readAnswers(…)`, or that of another function that reads a document.',
    );
  }
  if (read.ok) return read.document;
  const lines = read.findings.map(
    ({ file, line, column, message, fix }) =>
      `${file ?? '-'}:${line ?? 1}:${column ?? 1} ${message}${fix === undefined ? '' : ` ${fix}`}`,
  );
  throw new Error(lines.join('\n'));
}
