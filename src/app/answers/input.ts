import { readDocument } from '#document/read/read-document.ts';
import { findUncountedAnswers } from '#domain/answers/answer-faults.ts';
import type { Model } from '#domain/model.ts';
import { readBytes, readStream } from '#io/files.ts';
import { type CarriedAnswers, readCarried } from './read-answers.ts';
import { normalizeName } from '#domain/answers/normalize-name.ts';
import type { Context } from '#app/context.ts';
import { toInvalidDocumentError } from '#app/invalid-document.ts';
import type { AnswersSource, SystemSource } from './source.ts';

/** A file with its bytes. */
export interface Input {
  /** The file as the person called it; `-` for standard input. */
  readonly file: string;
  /** Absolute path, or `-`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Reads a file that was named, or standard input for `-`. */
export async function readInput(context: Context, file: string): Promise<Input> {
  if (file === '-') return { file, path: file, bytes: await readStream(context.host.stdin) };
  const path = context.resolvePath(file);
  return { file, path, bytes: await readBytes(path, file) };
}

/** Reads answers as a source of a report. Reports on stderr which of them do not count. */
export async function readAnswersSource(
  context: Context,
  input: Input,
  model: Model,
): Promise<AnswersSource> {
  const { file, path, bytes } = input;
  return makeAnswersSource(context, path, await readCarried(file, bytes, model), model);
}

/** Reports on stderr which questions are open again, because they changed since they were answered. */
export async function noteOutdated(context: Context, { outdated }: CarriedAnswers): Promise<void> {
  if (outdated.length === 0) return;
  await context.notify(
    `Note: these questions changed since they were answered and are open again: ${outdated.join(', ')}.\n`,
  );
}

/** Maximum number of answers to name that do not count. */
const mostNamed = 3;

/** Reports on stderr which answers do not count, and why. */
async function noteUncounted(
  context: Context,
  uncounted: ReturnType<typeof findUncountedAnswers>,
): Promise<void> {
  const more = uncounted.length - mostNamed;
  const lines = [
    ...uncounted.slice(0, mostNamed).map(({ message }) => message),
    ...(more > 0 ? [`${more} more of the answers do not count; \`sales-audit check\` lists them.`] : []),
  ];
  for (const line of lines) await context.notify(`Note: ${line}\n`);
}

/** Makes a source of a report from answers. Reports on stderr which of them do not count. */
export async function makeAnswersSource(
  context: Context,
  path: string,
  carried: CarriedAnswers,
  model: Model,
): Promise<AnswersSource> {
  await noteOutdated(context, carried);
  const { document, counted } = carried;
  await noteUncounted(context, findUncountedAnswers(counted, model));
  return { document, counted, path: path === '-' ? undefined : path };
}

/**
 * Reads the declared system that was named with `--system`; undefined if none was. Reports on stderr if it is that of
 * another organization than the one that the answers are about, because `check` would not compare the two.
 *
 * @param organization name of the organization in the answers; undefined if it is not known yet
 */
export async function readSystem(
  context: Context,
  file: string | undefined,
  organization: string | undefined,
): Promise<SystemSource | undefined> {
  if (file === undefined) return undefined;
  const path = context.resolvePath(file);
  const bytes = await readBytes(path, file);
  const read = await readDocument('sales-system', file, bytes);
  if (!read.ok) throw toInvalidDocumentError(file, read);
  const { name } = read.document.value.organization;
  if (organization !== undefined && normalizeName(name) !== normalizeName(organization)) {
    await context.notify(
      `Warning: the answers are about ${JSON.stringify(organization)}, but ${file} declares the system of ${JSON.stringify(name)}. \`check\` compares only files of the same organization.\n`,
    );
  }
  return { document: read.document, path };
}
