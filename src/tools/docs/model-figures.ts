import { estimateMinutes } from '#domain/interview.ts';
import { type Model, questionsOf } from '#domain/model.ts';

/** Small counts as prose writes them. */
const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The months of a duration such as `P12M`. */
function monthsOf(duration: string): string {
  const months = /^P(\d+)M$/.exec(duration)?.[1];
  if (months === undefined) throw new Error(`Not a number of months: ${duration}`);
  return months;
}

/** Returns every figure of a model that a page may quote, by its name in the page. */
function figuresOf(model: Model): ReadonlyMap<string, string> {
  const questions = questionsOf(model);
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
    ['evidenceMonths', monthsOf(scoring.evidenceMaxAge)],
    ['planSize', numerals[scoring.planSize] ?? `${scoring.planSize}`],
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
 * Writes the figures of the model into a page. A page marks a figure with a comment directly behind it, which no
 * reader sees: `43<!-- questions -->`. Throws where a page names a figure that there is not.
 */
export function fillFigures(path: string, page: string, model: Model): string {
  const figures = figuresOf(model);
  return page.replace(/[\w.]+<!-- ([\w.]+) -->/g, (_whole, name: string) => {
    const figure = figures.get(name);
    if (figure === undefined) throw new Error(`${path} names a figure that the model does not have: ${name}`);
    return `${figure}<!-- ${name} -->`;
  });
}
