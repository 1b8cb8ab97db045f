import type { Question, Recommendation, WordingRules } from '#domain/model.ts';

/** A fault in the wording of a question. `path` is relative to the question. */
export interface WordingFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly fix: string;
}

/** Finds the vague words in a text, in order. */
function findVagueWords(text: string, { vague, clearAfter = [] }: WordingRules): string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word, index) => vague.includes(word) && !clearAfter.includes(words[index - 1] ?? ''));
}

function checkLevels({ levels }: Question, rules: WordingRules | undefined): WordingFault[] {
  return levels.flatMap((text, level) => {
    const faults: WordingFault[] = [];
    const path = ['levels', level];
    if (levels.indexOf(text) !== level) {
      faults.push({
        path,
        message: 'Two levels have the same words.',
        fix: 'Say what this level adds to the one below.',
      });
    }
    if (!/[.!?]$/.test(text))
      faults.push({ path, message: 'A level must be a sentence.', fix: 'End it with a period.' });
    if (rules !== undefined) {
      for (const word of findVagueWords(text, rules)) {
        faults.push({
          path,
          message: `Two readers can mean different things by "${word}".`,
          fix: 'Say what can be observed: a count, a date, a document, a name.',
        });
      }
    }
    return faults;
  });
}

const estimated: readonly (keyof Recommendation)[] = ['effort', 'effectAfter'];

function checkRecommendation(
  recommendation: Recommendation,
  index: number,
  rules: WordingRules | undefined,
): WordingFault[] {
  if (rules === undefined) return [];
  return estimated
    .filter((key) => !String(recommendation[key]).includes(rules.estimate))
    .map((key) => ({
      path: ['recommendations', index, key],
      message: 'An effort or a time is an estimate and has to say so.',
      fix: `Add ${rules.estimate}.`,
    }));
}

/**
 * Checks the wording of a question beyond the schema: levels that two people could read differently,
 * estimates that are not marked as such, questions that are not a sentence.
 *
 * @param known what to look for in the language of the question; undefined to check only the form
 */
export function checkWording(question: Question, known: WordingRules | undefined): readonly WordingFault[] {
  const asks = Object.entries(question.ask).flatMap(([role, text]): WordingFault[] =>
    /[.?]$/.test(text)
      ? []
      : [
          {
            path: ['ask', role],
            message: 'A question must be a sentence.',
            fix: 'End it with a question mark or a period.',
          },
        ],
  );
  return [
    ...asks,
    ...checkLevels(question, known),
    ...question.recommendations.flatMap((recommendation, index) =>
      checkRecommendation(recommendation, index, known),
    ),
  ];
}
