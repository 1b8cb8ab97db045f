/** A named part of a report with its three scores of 0..100; null = unknown. */
export interface Lenses {
  readonly name: string;
  readonly said: number | null;
  readonly declared: number | null;
  readonly shown: number | null;
}

/** Converts a part of a report to the names that the charts use. */
export function getLenses(part: {
  readonly name: string;
  readonly score: number | null;
  readonly declared: number | null;
  readonly shown: number | null;
}): Lenses {
  return { name: part.name, said: part.score, declared: part.declared, shown: part.shown };
}
