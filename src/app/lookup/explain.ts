import { checks } from '#checks/index.ts';
import { suggest } from '#document/schema/suggest.ts';
import { type Assessment, assess } from '#domain/scoring/assess.ts';
import { UsageError } from '#domain/errors.ts';
import { listExplainableIds, findSubject } from '#domain/explain.ts';
import type { Model } from '#domain/model.ts';
import type { Voices } from '#domain/types/report.ts';
import { buildVoices } from '#domain/voices/build-voices.ts';
import { combineAnswers, getVoices } from '#domain/voices/combine.ts';
import type { Outcome } from '#domain/verdict.ts';
import { renderCheckExplanation } from '#render/explain/check.ts';
import { renderExplanation } from '#render/explain/index.ts';
import { renderCommand } from '#render/shell.ts';
import { readInput } from '#app/answers/input.ts';
import { findAnswersFiles } from '#app/combine/find-answers-files.ts';
import { readRespondents } from '#app/combine/read-respondents.ts';
import type { CommonOptions, Context } from '#app/context.ts';
import { type ModelOption, selectModel } from '#app/model/select-model.ts';
import { readCarried } from '#app/answers/read-answers.ts';
import { documentRules } from '#app/findings/rules.ts';

/** Options of `explain`. */
export interface ExplainOptions extends CommonOptions, ModelOption {
  readonly answers?: readonly string[];
}

/** Answers that were scored, and what each of several respondents said. */
interface Scored {
  readonly assessment: Assessment;
  readonly voices: Voices | undefined;
}

async function assessFiles(
  context: Context,
  given: readonly string[],
  model: Model,
): Promise<Scored | undefined> {
  const { asOf } = context;
  const files = await findAnswersFiles(context, given);
  const respondents = files.length > 1 ? await readRespondents(context, files, model) : [];
  if (respondents.length > 1) {
    const documents = respondents.map(({ counted }) => counted);
    const combination = combineAnswers(model, documents, asOf);
    const assessment = assess(model, combination.answers, undefined, asOf, getVoices(combination));
    return { assessment, voices: buildVoices(model, combination) };
  }
  const file = respondents[0]?.file ?? files[0];
  if (file === undefined) return undefined;
  const { bytes } = await readInput(context, file);
  const { counted } = await readCarried(file, bytes, model);
  return { assessment: assess(model, counted, undefined, asOf), voices: undefined };
}

/** Prints the reason for a check, a failing and a passing example. */
async function explainCheck(context: Context, id: string, model: Model): Promise<Outcome> {
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
  await context.print(renderCheckExplanation(explained, context.getCanvas('stdout')));
  return { end: 'done' };
}

/** Prints what an id means and, for given answers, the arithmetic behind its numbers. */
export async function explain(context: Context, id: string, options: ExplainOptions): Promise<Outcome> {
  const model = await selectModel(context, options);
  if (id.includes('/')) return explainCheck(context, id, model);
  const subject = findSubject(model, id);
  if (subject === undefined) {
    const near = suggest(id, listExplainableIds(model));
    throw new UsageError(
      `There is nothing with the id ${JSON.stringify(id)} to explain.`,
      near === undefined
        ? `\`${renderCommand([...context.host.invocation, 'questions'], context.host.shell)}\` lists the questions; elements, practices, patterns, overall, balance and coverage can be explained too.`
        : `Did you mean ${near}?`,
    );
  }
  const scored = await assessFiles(context, options.answers ?? [], model);
  await context.print(
    renderExplanation(subject, model, scored?.assessment, context.getCanvas('stdout'), scored?.voices),
  );
  return { end: 'done' };
}
