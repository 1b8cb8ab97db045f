import { dirname, join } from 'node:path';
import { decode } from '#document/read/decode.ts';
import type { Commentary } from '#document/commentary/commentary.ts';
import { UsageError } from '#domain/errors.ts';
import type { Messages } from '#domain/messages.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { readBytes, readBytesIfThere } from '#io/files.ts';
import { type Context, formatPath } from '#app/context.ts';

/** The usual name of a commentary, beside the report or the answers. */
const usualName = 'commentary.md';

/** A commentary file. */
export interface CommentaryFile {
  /** Absolute path. */
  readonly path: string;
  /** The file as messages name it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads the named commentary, else the one beside the input. Returns undefined if there is none.
 *
 * @param input absolute path of the report or the answers, or `-` for standard input
 */
export async function readCommentaryFile(
  context: Context,
  named: string | undefined,
  input: string,
): Promise<CommentaryFile | undefined> {
  if (named !== undefined) {
    const path = context.resolvePath(named);
    return { path, name: named, bytes: await readBytes(path, named) };
  }
  if (input === '-') return undefined;
  const path = join(dirname(input), usualName);
  const name = formatPath(context.host, path);
  const bytes = await readBytesIfThere(path, name);
  return bytes === undefined ? undefined : { path, name, bytes };
}

/** Parses a commentary for a report. Throws a UsageError with file and line of what cannot be shown. */
export async function loadCommentary(
  { name, bytes }: CommentaryFile,
  report: ReportDocument,
  messages: Messages,
): Promise<Commentary> {
  const decoded = decode(bytes);
  if (!decoded.ok) throw new UsageError(`${name}: ${decoded.fault.message}`, decoded.fault.fix);
  const [{ parseCommentary }, { CommentaryFault }] = await Promise.all([
    import('#document/commentary/parse-commentary.ts'),
    import('#document/commentary/convert-markdown.ts'),
  ]);
  try {
    return parseCommentary(decoded.text, report, messages);
  } catch (error) {
    if (!(error instanceof CommentaryFault)) throw error;
    throw new UsageError(`${name}:${error.line}: ${error.message}`, error.fix);
  }
}
