import type { Question, Recommendation } from '#domain/model.ts';

/** A fault in the wording of a question. `path` is relative to the question. */
export interface WordingFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly fix: string;
}

interface Language {
  /** Words that make a level a matter of opinion. */
  readonly vague: readonly string[];
  /** The mark that every effort and time needs. */
  readonly estimate: string;
}

/** Languages whose words can be checked. For other languages, only the form is. */
const languages: Readonly<Record<string, Language>> = {
  en: {
    vague: [
      'somewhat',
      'mostly',
      'mainly',
      'largely',
      'often',
      'usually',
      'frequently',
      'occasionally',
      'sometimes',
      'rarely',
      'seldom',
      'regularly',
      'generally',
      'typically',
      'fairly',
      'quite',
      'good',
      'well',
      'properly',
      'adequately',
      'sufficiently',
      'reasonably',
      'appropriate',
      'appropriately',
      'strong',
      'weak',
      'effective',
      'effectively',
      'fully',
      'partially',
      'partly',
    ],
    estimate: '(estimate)',
  },
  de: {
    vague: [
      'etwas',
      'meist',
      'meistens',
      'weitgehend',
      'oft',
      'häufig',
      'gelegentlich',
      'manchmal',
      'selten',
      'regelmäßig',
      'üblicherweise',
      'ziemlich',
      'gut',
      'gute',
      'guter',
      'gutes',
      'ordentlich',
      'ausreichend',
      'angemessen',
      'teilweise',
      'größtenteils',
      'vollständig',
      'wirksam',
      'stark',
      'schwach',
    ],
    estimate: '(Schätzung)',
  },
};

/** Finds the vague words in a text, in order. */
function findVagueWords(text: string, { vague }: Language): string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  // "How often" asks for a count; "often" is an opinion.
  return words.filter(
    (word, index) => vague.includes(word) && !['how', 'wie'].includes(words[index - 1] ?? ''),
  );
}

function checkLevels({ levels }: Question, language: Language | undefined): WordingFault[] {
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
    if (language !== undefined) {
      for (const word of findVagueWords(text, language)) {
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
  language: Language | undefined,
): WordingFault[] {
  if (language === undefined) return [];
  return estimated
    .filter((key) => !String(recommendation[key]).includes(language.estimate))
    .map((key) => ({
      path: ['recommendations', index, key],
      message: 'An effort or a time is an estimate and has to say so.',
      fix: `Add ${language.estimate}.`,
    }));
}

/**
 * Checks the wording of a question beyond the schema: levels that two people could read differently,
 * estimates that are not marked as such, questions that are not a sentence.
 *
 * @param language BCP 47 tag
 */
export function checkWording(question: Question, language: string): readonly WordingFault[] {
  const known = languages[language.split('-')[0] ?? ''];
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
