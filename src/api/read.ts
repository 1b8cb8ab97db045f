import type { DocumentTypes } from '#document/schema/kinds.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import type { Finding, ReportDocument } from '#domain/types/report.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { requireModel, requireOptions, requireText, requireType } from './options.ts';
import { type Sourced, type Text, toBytes } from './text.ts';

/** Every problem of a document, in the order of the text, each with line, column and a fix. */
export interface Unreadable {
  readonly ok: false;
  /** At least one. */
  readonly findings: readonly Finding[];
}

/** A document, or every problem with it. */
export type ReadResult<T> = { readonly ok: true; readonly document: Sourced<T> } | Unreadable;

/** Answers, or every problem with them. */
export type AnswersResult =
  | {
      readonly ok: true;
      readonly document: Sourced<AnswersDocument>;
      /**
       * Ids of the questions whose meaning changed after they were answered. They have to be asked again;
       * `document.value` does not contain their answers.
       */
      readonly outdated: readonly string[];
    }
  | Unreadable;

/** Options for reading a document. */
export interface ReadOptions {
  /**
   * Name of the file in findings and reports. Defaults to the usual name for its kind, such as
   * `answers.yaml`.
   */
  readonly file?: string | undefined;
}

/** Options for reading answers. */
export interface ReadAnswersOptions extends ReadOptions {
  /** The model that was answered. It must contain every question, and every reason why one does not apply. */
  readonly model: Model;
}

/** Options for reading settings. */
export interface ReadConfigOptions extends ReadOptions {
  /**
   * The model that the settings are for: it must contain every element that they have a floor for. Defaults to the
   * shipped model. If absent, floors of settings that name a model are not checked.
   */
  readonly model?: Model | undefined;
}

/** Drops the internal fields of a document, because they retain the whole parse tree. */
function toPlainDocument<T>({ file, text, value }: Sourced<T>): Sourced<T> {
  return { file, text, value };
}

/** Throws a TypeError unless the arguments of a function that reads are right, but for a model. */
function requireReadable(text: Text, options: ReadOptions, known: readonly string[] = ['file']): void {
  requireText('text', text);
  requireOptions('options', options, known);
  requireType('file', options.file, 'string');
}

/** Reads a document and validates it against its schema. */
async function readByKind<K extends 'sales-system' | 'report'>(
  kind: K,
  usual: string,
  text: Text,
  options: ReadOptions,
): Promise<ReadResult<DocumentTypes[K]>> {
  requireReadable(text, options);
  const { file = usual } = options;
  const { readDocument } = await import('#document/read/read-document.ts');
  const read = await readDocument(kind, file, toBytes(text));
  return read.ok
    ? { ok: true, document: toPlainDocument(read.document) }
    : { ok: false, findings: read.findings };
}

/**
 * Reads answers and validates them against a model.
 *
 * For answers in an object, pass `JSON.stringify(answers)`: JSON is YAML.
 *
 * @param text the whole document
 * @param options the model, and the name of the file
 * @returns the answers, or every problem with them; never throws because of the text
 * @throws TypeError if the text is none, or an option does not exist or has another type
 */
export async function readAnswers(text: Text, options: ReadAnswersOptions): Promise<AnswersResult> {
  requireReadable(text, options, ['model', 'file']);
  const { model, file = 'answers.yaml' } = options;
  requireModel(model);
  const [{ readAnswersAgainst }, { dropOutdated }] = await Promise.all([
    import('#app/read-document.ts'),
    import('#app/answers/read-answers.ts'),
  ]);
  const read = await readAnswersAgainst(file, toBytes(text), model);
  if (!read.ok) return { ok: false, findings: read.findings };
  const { counted, outdated } = dropOutdated(read.document, model);
  return { ok: true, document: { ...toPlainDocument(read.document), value: counted }, outdated };
}

/**
 * Reads a declared sales system and validates it against its schema. Use `check` to find what it lacks.
 *
 * @param text the whole document
 * @param options the name of the file
 * @returns the system, or every problem with it; never throws because of the text
 * @throws TypeError if the text is none, or an option does not exist or has another type
 */
export async function readSystem(text: Text, options: ReadOptions = {}): Promise<ReadResult<SystemDocument>> {
  return readByKind('sales-system', 'sales-system.yaml', text, options);
}

/**
 * Reads a report written by `score` or by the command. Use `check` to find out whether it still matches its
 * sources.
 *
 * @param text the whole document
 * @param options the name of the file
 * @returns the report, or every problem with it; never throws because of the text
 * @throws TypeError if the text is none, or an option does not exist or has another type
 */
export async function readReport(text: Text, options: ReadOptions = {}): Promise<ReadResult<ReportDocument>> {
  return readByKind('report', 'report.yaml', text, options);
}

/**
 * Reads the settings of the gate for `check`: severities and floors.
 *
 * @param text the whole document
 * @param options the name of the file, and the model that the settings are for
 * @returns the settings, or every problem with them, including unknown checks and elements; never throws because of
 *   the text
 * @throws TypeError if the text is none, or an option does not exist or has another type
 */
export async function readConfig(
  text: Text,
  options: ReadConfigOptions = {},
): Promise<ReadResult<ConfigDocument>> {
  requireReadable(text, options, ['file', 'model']);
  const { file = '.sales-audit.yaml', model } = options;
  if (model !== undefined) requireModel(model);
  const [{ readConfig: readWithRules }, { loadShippedModel }] = await Promise.all([
    import('#app/read-document.ts'),
    import('#app/model/shipped-model.ts'),
  ]);
  const loadModel = async (named: ConfigDocument['model']): Promise<Model | undefined> =>
    model ?? (named === undefined ? loadShippedModel() : undefined);
  const read = await readWithRules(file, toBytes(text), loadModel);
  return read.ok
    ? { ok: true, document: toPlainDocument(read.document) }
    : { ok: false, findings: read.findings };
}
