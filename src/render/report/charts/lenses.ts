/** What a score of 0 to 100 is called and how it is seen: said, declared, shown; null where it is not known. */
export interface Lenses {
  readonly name: string;
  readonly said: number | null;
  readonly declared: number | null;
  readonly shown: number | null;
}

/** A part of a report with its three scores under the names of the charts. */
export function getLenses(part: {
  readonly name: string;
  readonly score: number | null;
  readonly declared: number | null;
  readonly shown: number | null;
}): Lenses {
  return { name: part.name, said: part.score, declared: part.declared, shown: part.shown };
}
