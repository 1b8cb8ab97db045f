import { readFile } from 'node:fs/promises';
import { suggest } from '#document/suggest.ts';
import { writeJson } from '#document/write.ts';
import { assess } from '#domain/assess.ts';
import { UsageError } from '#domain/errors.ts';
import { explainableIds, findSubject } from '#domain/explain.ts';
import type { Outcome } from '#domain/verdict.ts';
import { readBytes, readStream } from '#io/files.ts';
import { renderExplanation } from '#render/explain.ts';
import { questionsAsData, renderQuestions } from '#render/questions.ts';
import { readAnswers } from './answers-file.ts';
import type { CommonOptions, Context } from './context.ts';
import type { SchemaKind } from './schemas.ts';
import { loadShippedModel } from './shipped-model.ts';

/** Formats that `questions` lists in. */
export const questionFormats = ['text', 'json'] as const;

/** Lists every question of the model. */
export async function questions(
  context: Context,
  options: CommonOptions & { readonly format: (typeof questionFormats)[number] },
): Promise<Outcome> {
  const model = await loadShippedModel();
  const render = {
    text: () => renderQuestions(model, context.canvas('stdout')),
    json: () => writeJson(questionsAsData(model)),
  } satisfies Record<(typeof questionFormats)[number], () => string>;
  await context.print(render[options.format]());
  return { end: 'done' };
}

/** Prints what stands behind an id and, for given answers, the arithmetic behind its numbers. */
export async function explain(
  context: Context,
  id: string,
  options: CommonOptions & { readonly answers?: string },
): Promise<Outcome> {
  const model = await loadShippedModel();
  const subject = findSubject(model, id);
  if (subject === undefined) {
    const near = suggest(id, explainableIds(model));
    throw new UsageError(
      `There is nothing with the id ${JSON.stringify(id)} to explain.`,
      near === undefined
        ? '`sales-audit questions` lists the questions; elements, practices, overall, balance and coverage can be explained too.'
        : `Did you mean ${near}?`,
    );
  }
  const file = options.answers;
  const bytes =
    file === undefined
      ? undefined
      : file === '-'
        ? await readStream(context.host.stdin)
        : await readBytes(context.path(file), file);
  const assessment =
    bytes === undefined || file === undefined
      ? undefined
      : assess(model, readAnswers(file, bytes, model).value, undefined, context.asOf);
  await context.print(renderExplanation(subject, model, assessment, context.canvas('stdout')));
  return { end: 'done' };
}

/** Prints a public JSON Schema. */
export async function schema(context: Context, kind: SchemaKind): Promise<Outcome> {
  await context.print(await readFile(new URL(`../schemas/${kind}.schema.json`, import.meta.url), 'utf8'));
  return { end: 'done' };
}
