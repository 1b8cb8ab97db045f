import type { Question, Term } from './model.ts';

/** Whether a text contains a word that begins with a form, in any case. */
function containsForm(text: string, form: string): boolean {
  const [low, wanted] = [text.toLowerCase(), form.toLowerCase()];
  for (let at = low.indexOf(wanted); at !== -1; at = low.indexOf(wanted, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(low.slice(0, at))) return true;
  }
  return false;
}

/** Returns the texts of a question that a respondent chooses by: its wording for every role, and its levels. */
function listChoosingTexts({ ask, askAccountManagers, levels }: Question): readonly string[] {
  return [
    ...Object.values(ask),
    ...(askAccountManagers === undefined ? [] : [askAccountManagers]),
    ...levels.flatMap(({ label, means }) => [label, means]),
  ];
}

/** Whether a text uses a term. */
export function usesTerm(text: string, { forms }: Pick<Term, 'forms'>): boolean {
  return forms.some((form) => containsForm(text, form));
}

/** Returns the terms that a question uses, those of the scale last. */
export function listTerms(question: Question, terms: readonly Term[]): readonly Term[] {
  const texts = listChoosingTexts(question);
  return terms
    .filter((term) => texts.some((text) => usesTerm(text, term)))
    .toSorted((a, b) => Number(a.general ?? false) - Number(b.general ?? false));
}

/** Returns the terms that at least one of some questions uses, in the order of the model. */
export function listUsedTerms(questions: readonly Question[], terms: readonly Term[]): readonly Term[] {
  const texts = questions.flatMap(listChoosingTexts);
  return terms.filter((term) => texts.some((text) => usesTerm(text, term)));
}
