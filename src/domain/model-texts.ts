import type { Model } from './model.ts';

/** Every sentence of a model that a report can hold as it is: of its questions, recommendations and patterns. */
export function listSentences(model: Model): ReadonlySet<string> {
  const questions = model.practices.flatMap((practice) => practice.questions);
  return new Set([
    ...questions.flatMap(({ ask, levels, evidence, recommendations }) => [
      ...Object.values(ask),
      ...levels,
      ...evidence.map(({ what }) => what),
      ...recommendations.flatMap(({ levels: _levels, ...texts }) => Object.values(texts)),
    ]),
    ...model.patterns.flatMap(({ means, firstMove }) => [means, firstMove]),
    // As a report says what stands behind a pattern.
    ...model.sources.map(({ finding, reference }) => `${finding} (${reference})`),
  ]);
}
