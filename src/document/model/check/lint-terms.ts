import type { Question, WordingRules } from '#domain/model.ts';
import { listUsedTerms, usesTerm } from '#domain/terms.ts';
import type { Finding } from '#domain/types/report.ts';
import { type Draft, makeFaultAt } from '#document/model/draft.ts';
import type { WordingFault } from '#document/model/wording.ts';

/** Finds countable words in the levels of a question that no term defines. */
export function findUndefinedWords(
  { levels }: Question,
  { terms }: Pick<Draft, 'terms'>,
  rules: WordingRules | undefined,
): readonly WordingFault[] {
  return levels.flatMap(({ means }, level) =>
    (rules?.countable ?? [])
      .filter((form) => usesTerm(means, { forms: [form] }) && !isDefined(means, form, terms))
      .map((form) => ({
        path: ['levels', level, 'means'],
        message: `People count "${form}" differently, and no term says what counts.`,
        fix: 'Add it to `terms`, with what counts and what does not, or use another word.',
      })),
  );
}

/** Whether a term for a countable word occurs in a text. */
function isDefined(text: string, form: string, terms: Draft['terms']): boolean {
  return terms.some(
    ({ value }) => usesTerm(text, value) && value.forms.some((known) => known.toLowerCase().includes(form)),
  );
}

/** Finds terms of the files that no question uses. */
export function findUnusedTerms({ terms, questions }: Draft): readonly Finding[] {
  const values = terms.map(({ value }) => value);
  const used = new Set(
    listUsedTerms(
      questions.map(({ value }) => value),
      values,
    ),
  );
  return terms.flatMap(({ value, spot }) =>
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
