import { estimateMinutes } from '#domain/interview/interview.ts';
import { type Model, listQuestions } from '#domain/model.ts';

/** Small numbers in words. */
const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Parses the number of months in a duration such as `P12M`. */
function parseMonths(duration: string): string {
  const months = /^P(\d+)M$/.exec(duration)?.[1];
  if (months === undefined) throw new Error(`Not a number of months: ${duration}`);
  return months;
}

/** Collects the figures of a model that a page can quote, by name. */
function collectFigures(model: Model): ReadonlyMap<string, string> {
  const questions = listQuestions(model);
  const quick = questions.filter((question) => question.quick);
  const { scoring } = model;
  const { evidenceCaps: caps, severityWeights: weights, staleEvidenceCosts: cost } = scoring;
  return new Map<string, string>([
    ['questions', `${questions.length}`],
    ['minutes', `${estimateMinutes(questions.length)}`],
    ['quick', `${quick.length}`],
    ['quickMinutes', `${estimateMinutes(quick.length)}`],
    ['quickPractices', `${new Set(quick.map(({ practice }) => practice)).size}`],
    ['practices', `${model.practices.length}`],
    ['inPlaceAt', `${scoring.inPlaceAt}`],
    ['neglectedBelow', `${scoring.neglectedBelow}`],
    ['blockingBelow', `${scoring.blockingBelow}`],
    ['unprovenBelow', `${scoring.unprovenBelow}`],
    ['knownFromCoverage', scoring.knownFromCoverage.toFixed(2)],
    ['provisionalBelowCoverage', scoring.provisionalBelowCoverage.toFixed(2)],
    ['target', `${scoring.target}`],
    ['dependentBoost', `${scoring.dependentBoost}`],
    ['evidenceMonths', parseMonths(scoring.evidenceMaxAge)],
    ['planSize', numerals[scoring.planSize] ?? `${scoring.planSize}`],
    ...(['minGroup', 'talkFrom', 'disputedFrom', 'agreeUpTo', 'varyUpTo', 'rwgFrom'] as const).map(
      (name): [string, string] => [name, `${scoring.voices[name]}`],
    ),
    ...Object.entries(caps).flatMap(([kind, cap]): [string, string][] => [
      [`${kind}Supports`, `${cap}`],
      [`stale.${kind}Supports`, `${Math.max(0, cap - cost)}`],
    ]),
    ...Object.entries(weights).map(([severity, weight]): [string, string] => [
      `${severity}Weight`,
      `${weight}`,
    ]),
  ]);
}

/**
 * Fills the figures of the model into a page. The page marks each figure with an HTML comment directly after it:
 * `43<!-- questions -->`. Throws if the model has no such figure.
 */
export function fillFigures(path: string, page: string, model: Model): string {
  const figures = collectFigures(model);
  return page.replace(/[\w.]+<!-- ([\w.]+) -->/g, (_whole, name: string) => {
    const figure = figures.get(name);
    if (figure === undefined) throw new Error(`${path} names a figure that the model does not have: ${name}`);
    return `${figure}<!-- ${name} -->`;
  });
}
