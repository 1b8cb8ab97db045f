/**
 * Reads documents with every rule of their kind: those of the schema, and of answers and settings those that take the
 * model or the list of checks. Everything that reads answers or settings calls this module. The other kinds have no
 * rules besides their schema, but for models, which `document/model` reads whole.
 */
import { validateAgainstModel } from '#document/model/validate-answers.ts';
import { type AnyDocument, readAnyDocument, readDocument } from '#document/read/read-document.ts';
import { type Read, orderFindings } from '#document/read/sourced.ts';
import type { Model } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ConfigDocument } from '#domain/types/config.ts';
import type { Finding } from '#domain/types/report.ts';
import { type LoadConfigModel, findConfigFaults } from './config-faults.ts';

/**
 * Adds the faults that other rules find to those of the schema. Where both are about the same place, that of the schema
 * comes first, and is enough.
 */
function addFaults<T>(read: Read<T>, found: readonly Finding[]): Read<T> {
  const document = read.ok ? read.document : read.partial;
  const known = read.ok ? [] : read.findings;
  const isNew = (fault: Finding): boolean =>
    !known.some(
      ({ path, line, column }) => path === fault.path && line === fault.line && column === fault.column,
    );
  const faults = found.filter(isNew);
  if (document === undefined || faults.length === 0) return read;
  return {
    ok: false,
    findings: orderFindings([...known, ...faults]),
    text: document.text,
    partial: document,
  };
}

/**
 * Checks answers that were read against a model. What the schema refuses does not hide other faults. If only the
 * model refuses them, the result has them as `partial`.
 */
export function validateAnswers(read: Read<AnswersDocument>, model: Model): Read<AnswersDocument> {
  const document = read.ok ? read.document : read.partial;
  return document === undefined ? read : addFaults(read, validateAgainstModel(document, model));
}

async function validateConfig(
  read: Read<ConfigDocument>,
  loadModel: LoadConfigModel,
): Promise<Read<ConfigDocument>> {
  const document = read.ok ? read.document : read.partial;
  return document === undefined ? read : addFaults(read, await findConfigFaults(document, loadModel));
}

/** Reads answers and checks them against a model: the document, or everything that is wrong with it. */
export async function readAnswersAgainst(
  file: string,
  bytes: Uint8Array,
  model: Model,
): Promise<Read<AnswersDocument>> {
  return validateAnswers(await readDocument('answers', file, bytes), model);
}

/**
 * Reads settings: the document, or everything that is wrong with it.
 *
 * @param loadModel called only if a rule takes the model
 */
export async function readConfig(
  file: string,
  bytes: Uint8Array,
  loadModel: LoadConfigModel,
): Promise<Read<ConfigDocument>> {
  return validateConfig(await readDocument('config', file, bytes), loadModel);
}

/**
 * Reads a document of any kind, with every rule of that kind.
 *
 * @param model the model of the run, which answers are checked against
 * @param loadConfigModel for settings; if absent, they are for the model of the run
 */
export async function readAnyAgainst(
  file: string,
  bytes: Uint8Array,
  model: Model,
  loadConfigModel: LoadConfigModel = async () => model,
): Promise<AnyDocument> {
  const { kind, read } = await readAnyDocument(file, bytes);
  if (kind === 'answers') return { kind, read: validateAnswers(read as Read<AnswersDocument>, model) };
  if (kind === 'config')
    return { kind, read: await validateConfig(read as Read<ConfigDocument>, loadConfigModel) };
  return { kind, read };
}
