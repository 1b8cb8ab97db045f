import { toDocument } from '#domain/form/to-document.ts';
import type { Fields } from '#domain/form/fields.ts';
import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import type { Model, Question } from '#domain/model.ts';
import { makeQuestionnaire } from '#domain/scoring/questionnaire.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { FormFault } from '#document/form/form-reader.ts';
import { divideMarkdown, readMarkdown } from '#document/form/read-markdown.ts';
import { writeJson, writeYaml } from '#document/edit/write.ts';
import { decode } from '#document/read/decode.ts';
import { limits } from '#document/read/limits.ts';
import type { Context } from '#app/context.ts';
import type { Input } from '#app/answers/input.ts';
import { readAnswers } from '#app/answers/read-answers.ts';
import { type ModelOption, selectModel } from '#app/model/select-model.ts';
import { findTranslation } from '#app/report/report-context.ts';
import { getSchemaUrl } from '#app/version.ts';

/** What came back in a form: the answers as a file, and what could not be read. */
export interface ReturnedForm {
  readonly text: string;
  readonly faults: readonly FormFault[];
}

/** Reads what was filled in, for the questions of a form. */
type Read = (
  model: Model,
  questions: readonly Question[],
  today: string,
) => { readonly fields: Fields; readonly faults: readonly FormFault[] };

/** A form that came back, before its model is known. */
interface OpenedForm {
  /** The head of the answers file, as a text whose lines are those of the form where it has lines. */
  readonly head: string;
  readonly language: string | undefined;
  readonly read: Read;
}

const header = 'Answers of a sales-system audit, imported from a form. Safe to edit by hand.';

/** Returns whether a file is a ZIP archive, as a workbook is. */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

async function openForm({ file, bytes }: Input): Promise<OpenedForm | undefined> {
  if (isArchive(bytes)) {
    // Loaded late: few imports read a workbook.
    const { openWorkbook, readWorkbook } = await import('#document/form/read-workbook.ts');
    const form = bytes.length > limits.bytes ? undefined : await openWorkbook(bytes);
    if (form === undefined)
      throw new UsageError(
        `${file} is not a workbook that \`form\` wrote, or it is damaged.`,
        'Save it again as .xlsx, at most 1 MiB, with the first sheet as it was.',
      );
    const { head } = form;
    const text = writeJson(typeof head === 'object' && head !== null ? { ...head, answers: {} } : head);
    return { head: text, language: form.language, read: (...given) => readWorkbook(form, ...given) };
  }
  const decoded = decode(bytes);
  const form = decoded.ok ? divideMarkdown(decoded.text) : undefined;
  if (form === undefined) return undefined;
  return { head: form.head, language: form.language, read: (...given) => readMarkdown(form, ...given) };
}

/**
 * Reads a filled-in form. What cannot be read is a fault, and the rest is imported. An answers file is unchanged.
 * Throws an InvalidDocumentError for an answers file that is invalid, and for a form with a damaged head.
 */
export async function readForm(context: Context, input: Input, options: ModelOption): Promise<ReturnedForm> {
  const { file, bytes } = input;
  const chosen = await selectModel(context, options);
  const form = await openForm(input);
  if (form === undefined) {
    const { text } = await readAnswers(file, bytes, chosen);
    return { text, faults: [] };
  }
  const model = await findTranslation(chosen, form.language ?? chosen.language);
  const start: AnswersDocument = (await readAnswers(file, Buffer.from(form.head), model)).value;
  const questions = makeQuestionnaire(model, start.respondent.role, start.scope ?? 'full');
  const { fields, faults } = form.read(model, questions, context.asOf);
  const document = toDocument(
    { startedOn: start.startedOn ?? context.asOf, ...fields },
    start,
    questions.map(({ id }) => id),
  );
  const text = writeYaml(document, { schema: getSchemaUrl('answers'), header: [header] });
  await readAnswers(file, Buffer.from(text), model);
  return { text, faults };
}

/** Turns an error about a form into faults of it. Throws any other error. */
export function toFormFaults(error: unknown): readonly FormFault[] {
  if (error instanceof InvalidDocumentError)
    return error.findings.map(({ line, message, fix }) => ({
      place: line === undefined ? '' : `line ${line}`,
      message: fix === undefined ? message : `${message} ${fix}`,
    }));
  if (error instanceof UsageError) return [{ place: '', message: error.message }];
  throw error;
}
