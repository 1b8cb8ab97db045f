import { createHash } from 'node:crypto';
import type { Check } from '#checks/define-check.ts';
import { checks } from '#checks/index.ts';
import { findCheckText } from '#domain/messages.ts';
import { type Model, getPrimaryLanguage } from '#domain/model.ts';
import { listSentences } from '#domain/model-texts.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { chooseMessages } from '#domain/voices/several-messages.ts';
import { speaksOfChecks } from '#render/report/appendix.ts';
import type { CheckTexts, ReportContext } from '#render/report/context.ts';
import { getSchemaUrl } from '#app/version.ts';
import { loadShippedModel, shippedOverlays } from '#app/model/shipped-model.ts';

/** Finds the shipped model in the language of a report; the default if there is none. */
export async function findShippedModel(report: ReportDocument): Promise<Model> {
  const language = getPrimaryLanguage(report.model.language);
  return loadShippedModel(shippedOverlays.find((name) => name === language));
}

/** Returns a model in a language, if that is its own or the tool ships the translation; else the model as it is. */
export async function findTranslation(model: Model, language: string): Promise<Model> {
  const name = getPrimaryLanguage(language);
  if (model.language === language || !shippedOverlays.includes(name)) return model;
  const translation = await loadShippedModel(name);
  return translation.digest === model.digest ? translation : model;
}

/** Returns the model if a report was made with exactly this one: only then do its rules explain the report. */
function matchModel(
  { model: { id, version, digest } }: Pick<ReportDocument, 'model'>,
  model: Model,
): Model | undefined {
  return id === model.id && version === model.version && digest === model.digest ? model : undefined;
}

/**
 * Finds the sentences that a translated report may still contain in the language of the shipped model. Returns undefined
 * unless the model builds on that one, in another language. Only the HTML page marks them.
 */
export async function findForeignSentences(model: Model): Promise<ReportContext['foreign']> {
  const shipped = await loadShippedModel();
  const isBuiltOn = [model, ...model.extends].some(({ id }) => id === shipped.id);
  if (!isBuiltOn || shipped.language === model.language) return undefined;
  return { language: shipped.language, sentences: listSentences(shipped) };
}

/** Returns the texts of a check in the language of a model. Why it matters is known in the language of the checks only. */
function translateCheck({ id, title, why, remedy }: Check, { messages, language }: Model): CheckTexts {
  return {
    title: findCheckText(messages, id, 'title') ?? title,
    why: speaksOfChecks(language) ? why : '',
    remedy: findCheckText(messages, id, 'remedy') ?? remedy,
  };
}

/** Makes the context of a rendering, with the messages of a model. */
export function makeReportContext(
  report: Pick<ReportDocument, 'model' | 'voices'>,
  model: Model,
  chosen: Pick<
    ReportContext,
    | 'width'
    | 'theme'
    | 'brand'
    | 'table'
    | 'separator'
    | 'chart'
    | 'paper'
    | 'foreign'
    | 'isTechnical'
    | 'length'
    | 'commentary'
    | 'fonts'
    | 'isBrief'
  >,
): ReportContext {
  return {
    ...chosen,
    messages: chooseMessages(report, model.messages),
    checks: new Map(checks.map((check) => [check.id, translateCheck(check, model)])),
    language: model.language,
    model: matchModel(report, model),
    sha256: (text) => createHash('sha256').update(text).digest('base64'),
    schema: getSchemaUrl('report'),
  };
}
