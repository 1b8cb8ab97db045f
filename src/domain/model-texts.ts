import type { Model } from './model.ts';

/**
 * Lists every sentence of a model that a report can quote verbatim: from questions, recommendations, patterns
 * and sources.
 */
export function listSentences(model: Model): ReadonlySet<string> {
  const questions = model.practices.flatMap((practice) => practice.questions);
  return new Set([
    ...questions.flatMap(({ ask, askAccountManagers, levels, evidence, recommendations }) => [
      ...Object.values(ask),
      ...(askAccountManagers === undefined ? [] : [askAccountManagers]),
      ...levels.flatMap(({ label, means }) => [label, means]),
      ...evidence.map(({ what }) => what),
      ...recommendations.flatMap(({ levels: _levels, touches: _touches, inOneTeam = {}, ...texts }) => [
        ...Object.values(texts),
        ...Object.values(inOneTeam),
      ]),
    ]),
    ...model.patterns.flatMap(({ means, firstMove }) => [means, firstMove]),
    ...model.readings.flatMap(({ means, firstMove }) => [means, firstMove]),
    // Formatted as in a report.
    ...model.sources.map(({ finding, reference }) => `${finding} (${reference})`),
  ]);
}
