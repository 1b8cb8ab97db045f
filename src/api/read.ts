import type { DocumentTypes } from '#document/schema/kinds.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import type { Finding, ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { type Sourced, type Text, toBytes } from './text.ts';

/** Everything that is wrong with a document: in the order of the text, each with line, column and a fix. */
export interface Unreadable {
  readonly ok: false;
  /** At least one. */
  readonly findings: readonly Finding[];
}

/** A document, or everything that is wrong with it. */
export type ReadResult<T> = { readonly ok: true; readonly document: Sourced<T> } | Unreadable;

/** Answers, or everything that is wrong with them. */
export type AnswersResult =
  | {
      readonly ok: true;
      readonly document: Sourced<AnswersDocument>;
      /**
       * Ids of the questions that changed their meaning after they were answered. Their answers are left out of
       * `document.value`, and have to be asked for again.
       */
      readonly outdated: readonly string[];
    }
  | Unreadable;

/** How a document is read. */
export interface ReadOptions {
  /** The file as findings and reports name it. The usual name of its kind where it is absent: `answers.yaml`. */
  readonly file?: string | undefined;
}

/** How answers are read. */
export interface ReadAnswersOptions extends ReadOptions {
  /** The model that they are answers to: it has to know every question, and every reason not to answer one. */
  readonly model: Model;
}

/** What a caller gets of a document: without what finds its places, which holds on to the whole parse. */
function documentOf<T>({ file, text, value }: Sourced<T>): Sourced<T> {
  return { file, text, value };
}

/** Reads a document by its schema. */
async function readByKind<K extends 'sales-system' | 'report'>(
  kind: K,
  file: string,
  text: Text,
): Promise<ReadResult<DocumentTypes[K]>> {
  const { readDocument } = await import('#document/read/read-document.ts');
  const read = await readDocument(kind, file, toBytes(text));
  return read.ok ? { ok: true, document: documentOf(read.document) } : { ok: false, findings: read.findings };
}

/**
 * Reads answers and holds them to a model.
 *
 * Answers that a program holds as an object are read as `JSON.stringify(answers)`: JSON is YAML.
 *
 * @param text the whole document
 * @param options the model, and the name of the file
 * @returns the answers, or everything that is wrong with them: never throws for what stands in the text
 */
export async function readAnswers(text: Text, options: ReadAnswersOptions): Promise<AnswersResult> {
  const { model, file = 'answers.yaml' } = options;
  const { readAnswersAgainst, dropOutdated } = await import('#app/answers/read-answers.ts');
  const read = await readAnswersAgainst(file, toBytes(text), model);
  if (!read.ok) return { ok: false, findings: read.findings };
  const { counted, outdated } = dropOutdated(read.document, model);
  return { ok: true, document: { ...documentOf(read.document), value: counted }, outdated };
}

/**
 * Reads a declared sales system. What it lacks is found by `check`: here it only has to fit its schema.
 *
 * @param text the whole document
 * @param options the name of the file
 * @returns the system, or everything that is wrong with it: never throws for what stands in the text
 */
export async function readSystem(
  text: Text,
  { file = 'sales-system.yaml' }: ReadOptions = {},
): Promise<ReadResult<SystemDocument>> {
  return readByKind('sales-system', file, text);
}

/**
 * Reads a report that `score`, or the command, wrote. Whether it still follows from its sources is found by
 * `check`.
 *
 * @param text the whole document
 * @param options the name of the file
 * @returns the report, or everything that is wrong with it: never throws for what stands in the text
 */
export async function readReport(
  text: Text,
  { file = 'report.yaml' }: ReadOptions = {},
): Promise<ReadResult<ReportDocument>> {
  return readByKind('report', file, text);
}

/**
 * Reads the settings of a gate, which `check` takes: severities and floors.
 *
 * @param text the whole document
 * @param options the name of the file
 * @returns the settings, or everything that is wrong with them, checks that do not exist included: never throws
 *   for what stands in the text
 */
export async function readConfig(
  text: Text,
  { file = '.sales-audit.yaml' }: ReadOptions = {},
): Promise<ReadResult<ConfigDocument>> {
  const [{ readDocument }, { findUnknownChecks }] = await Promise.all([
    import('#document/read/read-document.ts'),
    import('#app/gate/unknown-checks.ts'),
  ]);
  const read = await readDocument('config', file, toBytes(text));
  if (!read.ok) return { ok: false, findings: read.findings };
  const unknown = findUnknownChecks(read.document);
  return unknown.length === 0
    ? { ok: true, document: documentOf(read.document) }
    : { ok: false, findings: unknown };
}
