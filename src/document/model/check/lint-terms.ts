import type { Question, WordingRules } from '#domain/model.ts';
import { listUsedTerms, makeFinder } from '#domain/terms.ts';
import type { Finding } from '#domain/types/report.ts';
import { type Draft, makeFaultAt } from '#document/model/draft.ts';
import type { WordingFault } from '#document/model/wording.ts';

/**
 * Makes a function that finds countable words in the levels of a question that no term defines.
 *
 * @param rules what to look for; undefined if nothing is known about the language
 */
export function makeUndefinedWordFinder(
  { terms }: Pick<Draft, 'terms'>,
  rules: WordingRules | undefined,
): (question: Question) => readonly WordingFault[] {
  const findCountable = makeFinder((rules?.countable ?? []).map((form) => ({ form, forms: [form] })));
  const findTerms = makeFinder(terms.map(({ value }) => value));
  const findFaults = (means: string, level: number): readonly WordingFault[] => {
    const countable = findCountable(means);
    if (countable.length === 0) return [];
    const defined = findTerms(means).flatMap(({ forms }) => forms.map((form) => form.toLowerCase()));
    return countable
      .filter(({ form }) => !defined.some((known) => known.includes(form)))
      .map(({ form }) => ({
        path: ['levels', level, 'means'],
        message: `People count "${form}" differently, and no term says what counts.`,
        fix: 'Add it to `terms`, with what counts and what does not, or use another word.',
      }));
  };
  return ({ levels }) => levels.flatMap(({ means }, level) => findFaults(means, level));
}

/** Finds terms of the files that no question uses. */
export function findUnusedTerms({ terms, questions }: Draft): readonly Finding[] {
  const own = terms.filter(({ spot }) => spot !== undefined);
  if (own.length === 0) return [];
  const used = new Set(
    listUsedTerms(
      questions.map(({ value }) => value),
      own.map(({ value }) => value),
    ),
  );
  return own.flatMap(({ value, spot }) =>
    spot === undefined || used.has(value)
      ? []
      : [
          makeFaultAt(
            spot,
            `No question uses the term \`${value.id}\`.`,
            'Remove it, or correct its `forms`: they are the beginnings of words in questions and levels.',
            'key',
          ),
        ],
  );
}
