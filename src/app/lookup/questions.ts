import { suggest } from '#document/schema/suggest.ts';
import { writeJson, writeYaml } from '#document/edit/write.ts';
import { UsageError } from '#domain/errors.ts';
import type { Role } from '#domain/model.ts';
import { selectQuestions } from '#domain/scoring/questionnaire.ts';
import type { Outcome } from '#domain/verdict.ts';
import { renderQuestionnaire } from '#render/questions/questionnaire.ts';
import { renderQuestionsCsv, toQuestionsData, renderQuestions } from '#render/questions/questions.ts';
import type { Separator } from '#render/report/choices.ts';
import { type CommonOptions, type Context, parseOutput } from '#app/context.ts';
import type { QuestionFormat } from '#app/formats.ts';
import { type ModelOption, selectModel } from '#app/model/select-model.ts';

/** Options of `questions`. */
export interface QuestionsOptions extends CommonOptions, ModelOption {
  readonly format: QuestionFormat;
  readonly quick?: true;
  readonly role?: Role;
  readonly element?: string;
  readonly csvSeparator?: Separator;
  readonly output?: string;
}

/** Lists the questions of the model. */
export async function printQuestions(context: Context, options: QuestionsOptions): Promise<Outcome> {
  if (options.csvSeparator !== undefined && options.format !== 'csv') {
    throw new UsageError('--csv-separator is for csv.', 'Add --format csv, or omit --csv-separator.');
  }
  const model = await selectModel(context, options);
  const { element, role } = options;
  const elements = model.elements.map(({ id }) => id);
  if (element !== undefined && !elements.includes(element)) {
    const near = suggest(element, elements);
    throw new UsageError(
      `There is no element ${JSON.stringify(element)}.`,
      near === undefined ? `Elements: ${elements.join(', ')}.` : `Did you mean ${near}?`,
    );
  }
  const selection = {
    ...(role !== undefined && { role }),
    ...(element !== undefined && { element }),
    quick: options.quick === true,
  };
  const selected = selectQuestions(model, selection);
  const output = parseOutput(options.output);
  const render = {
    text: () => renderQuestions(model, selected, role ?? 'leader', context.getOutputCanvas(output)),
    json: () => writeJson(toQuestionsData(model, selected)),
    yaml: () => writeYaml(toQuestionsData(model, selected)),
    csv: () => renderQuestionsCsv(model, selected, options.csvSeparator),
    markdown: () => renderQuestionnaire(model, selected, role),
  } satisfies Record<QuestionFormat, () => string>;
  await context.write([{ file: output, text: render[options.format]() }]);
  return { end: 'done' };
}
