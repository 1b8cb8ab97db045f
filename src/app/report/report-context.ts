import { createHash } from 'node:crypto';
import type { Model } from '#domain/model.ts';
import { listSentences } from '#domain/model-texts.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { getSchemaUrl } from '#app/version.ts';
import { loadShippedModel, shippedOverlays } from '#app/model/shipped-model.ts';

/** Finds the shipped model that a report was made with, or the default for a report of another model. */
export async function findShippedModel(report: ReportDocument): Promise<Model> {
  const shipped = await loadShippedModel();
  const overlay = shippedOverlays.find((name) => report.model.id === `${shipped.id}-${name}`);
  return overlay === undefined ? shipped : loadShippedModel(overlay);
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
 * unless the model is an overlay in another language. Only the HTML page marks them.
 */
export async function findForeignSentences(model: Model): Promise<ReportContext['foreign']> {
  if (model.extends === null) return undefined;
  const shipped = await loadShippedModel();
  if (shipped.id !== model.extends.id || shipped.language === model.language) return undefined;
  return { language: shipped.language, sentences: listSentences(shipped) };
}

/** Makes the context of a rendering, with the messages of a model. */
export function makeReportContext(
  report: Pick<ReportDocument, 'model'>,
  model: Model,
  chosen: Pick<
    ReportContext,
    'width' | 'theme' | 'brand' | 'table' | 'separator' | 'chart' | 'paper' | 'foreign'
  >,
): ReportContext {
  return {
    ...chosen,
    messages: model.messages,
    language: model.language,
    model: matchModel(report, model),
    sha256: (text) => createHash('sha256').update(text).digest('base64'),
    schema: getSchemaUrl('report'),
  };
}
