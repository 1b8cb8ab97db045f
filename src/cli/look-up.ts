import { readFile } from 'node:fs/promises';
import { suggest } from '#document/suggest.ts';
import { writeJson, writeYaml } from '#document/write.ts';
import { assess } from '#domain/assess.ts';
import { UsageError } from '#domain/errors.ts';
import { explainableIds, findSubject } from '#domain/explain.ts';
import type { Model, Role } from '#domain/model.ts';
import { selectQuestions } from '#domain/questionnaire.ts';
import type { Outcome } from '#domain/verdict.ts';
import { readBytes, readStream, writeAtomically } from '#io/files.ts';
import { renderCheckExplanation } from '#render/explain-check.ts';
import { renderExplanation } from '#render/explain.ts';
import { renderQuestionnaire } from '#render/questionnaire.ts';
import { questionsAsCsv, questionsAsData, renderQuestions } from '#render/questions.ts';
import { readCarried } from './read-answers.ts';
import type { CommonOptions, Context } from './context.ts';
import type { QuestionFormat } from './formats.ts';
import { type ModelOption, modelFor } from './model-option.ts';
import type { SchemaKind } from './schemas.ts';

/** Options of `questions`. */
export interface QuestionsOptions extends CommonOptions, ModelOption {
  readonly format: QuestionFormat;
  readonly quick?: true;
  readonly role?: Role;
  readonly element?: string;
  readonly output?: string;
}

/** Lists the questions of the model. */
export async function questions(context: Context, options: QuestionsOptions): Promise<Outcome> {
  const model = await modelFor(context, options);
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
  const render = {
    text: () => renderQuestions(model, selected, role ?? 'leader', context.canvas('stdout')),
    json: () => writeJson(questionsAsData(model, selected)),
    yaml: () => writeYaml(questionsAsData(model, selected)),
    csv: () => questionsAsCsv(model, selected),
    markdown: () => renderQuestionnaire(model, selected, role),
  } satisfies Record<QuestionFormat, () => string>;
  const text = render[options.format]();
  if (options.output === undefined) await context.print(text);
  else await writeAtomically(context.path(options.output), text, options.output);
  return { end: 'done' };
}

/** Options of `explain`. */
export interface ExplainOptions extends CommonOptions, ModelOption {
  readonly answers?: string;
}

/** Prints what stands behind an id and, for given answers, the arithmetic behind its numbers. */
export async function explain(context: Context, id: string, options: ExplainOptions): Promise<Outcome> {
  const model = await modelFor(context, options);
  if (id.includes('/')) return explainCheck(context, id, model);
  const subject = findSubject(model, id);
  if (subject === undefined) {
    const near = suggest(id, explainableIds(model));
    throw new UsageError(
      `There is nothing with the id ${JSON.stringify(id)} to explain.`,
      near === undefined
        ? '`sales-audit questions` lists the questions; elements, practices, patterns, overall, balance and coverage can be explained too.'
        : `Did you mean ${near}?`,
    );
  }
  const file = options.answers;
  const read = async (name: string): Promise<Uint8Array> =>
    name === '-' ? readStream(context.host.stdin) : readBytes(context.path(name), name);
  const assessment =
    file === undefined
      ? undefined
      : assess(model, (await readCarried(file, await read(file), model)).document, undefined, context.asOf);
  await context.print(renderExplanation(subject, model, assessment, context.canvas('stdout')));
  return { end: 'done' };
}

/** Prints why a check is there, an example that fails and one that passes. */
async function explainCheck(context: Context, id: string, model: Model): Promise<Outcome> {
  const [{ checks }, { documentRules }] = await Promise.all([
    import('#checks/index.ts'),
    import('./rules.ts'),
  ]);
  const rule = [...checks, ...documentRules].find((each) => each.id === id);
  if (rule === undefined) {
    const near = suggest(
      id,
      [...checks, ...documentRules].map((each) => each.id),
    );
    throw new UsageError(
      `There is no check ${JSON.stringify(id)}.`,
      near === undefined ? 'docs/checks.md lists them.' : `Did you mean ${near}?`,
    );
  }
  const check = checks.find((each) => each.id === id);
  const practice = check?.over === 'sales-system' ? check.practice : null;
  const name = model.practices.find((each) => each.id === practice)?.name;
  const explained = {
    ...rule,
    over: rule.over ?? 'every kind of document',
    practice: name,
    example: check?.example,
  };
  await context.print(renderCheckExplanation(explained, context.canvas('stdout')));
  return { end: 'done' };
}

/** Prints a public JSON Schema. */
export async function schema(context: Context, kind: SchemaKind): Promise<Outcome> {
  await context.print(await readFile(new URL(`../schemas/${kind}.schema.json`, import.meta.url), 'utf8'));
  return { end: 'done' };
}
