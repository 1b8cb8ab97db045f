import { groupBy } from './groups.ts';
import type { Question, Term } from './model.ts';

/** Something with forms: beginnings of words, in any case. */
interface Formed {
  readonly forms: readonly string[];
}

/**
 * Makes a function that returns which entries have a form in a text, in the order in which they occur. Looks at each word
 * of the text once, however many forms there are.
 */
export function makeFinder<T extends Formed>(entries: readonly T[]): (text: string) => readonly T[] {
  const owners = new Map<string, T[]>();
  for (const entry of entries) {
    for (const form of entry.forms) {
      const key = form.toLowerCase();
      const known = owners.get(key);
      if (known === undefined) owners.set(key, [entry]);
      else known.push(entry);
    }
  }
  const shortest = Math.min(...Array.from(owners.keys(), ({ length }) => length));
  /** The lengths of the forms with the same start, which is as long as the shortest form. */
  const lengths = new Map(
    [...groupBy([...owners.keys()], (form) => form.slice(0, shortest))].map(([start, forms]) => [
      start,
      new Set(forms.map(({ length }) => length)),
    ]),
  );
  return (text) => {
    const low = text.toLowerCase();
    const found = new Set<T>();
    for (const { index } of low.matchAll(/(?<![\p{L}\p{N}])/gu)) {
      for (const length of lengths.get(low.slice(index, index + shortest)) ?? [])
        for (const owner of owners.get(low.slice(index, index + length)) ?? []) found.add(owner);
    }
    return [...found];
  };
}

/** Returns the texts of a question that a respondent chooses by: its wording for every role, and its levels. */
function listChoosingTexts({ ask, askAccountManagers, levels }: Question): readonly string[] {
  return [
    ...Object.values(ask),
    ...(askAccountManagers === undefined ? [] : [askAccountManagers]),
    ...levels.flatMap(({ label, means }) => [label, means]),
  ];
}

interface TermIndex {
  readonly find: (text: string) => readonly Term[];
  /** The place of each term in the model. */
  readonly places: ReadonlyMap<Term, number>;
}

/** Indexes, cached per list of terms, because they are looked for in one question after the other. */
const indexes = new WeakMap<readonly Term[], TermIndex>();

function indexTerms(terms: readonly Term[]): TermIndex {
  const index = indexes.get(terms) ?? {
    find: makeFinder(terms),
    places: new Map(terms.map((term, place) => [term, place])),
  };
  indexes.set(terms, index);
  return index;
}

/** Returns the terms that a question uses, those of the scale last. */
export function listTerms(question: Question, terms: readonly Term[]): readonly Term[] {
  return listUsedTerms([question], terms).toSorted(
    (a, b) => Number(a.general ?? false) - Number(b.general ?? false),
  );
}

/** Returns the terms that at least one of some questions uses, in the order of the model. */
export function listUsedTerms(questions: readonly Question[], terms: readonly Term[]): readonly Term[] {
  const { find, places } = indexTerms(terms);
  const used = new Set(questions.flatMap(listChoosingTexts).flatMap(find));
  return [...used].toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}
