import { settle } from '#domain/scoring/numbers.ts';
import type { Model, Reading } from '#domain/model.ts';
import type { CombinedQuestion } from './combine.ts';
import type { Medians } from './medians.ts';

/** Medians and distances that a reading can limit, by the key of the limit. */
const compared = {
  leader: 'leader',
  managers: 'managers',
  sellers: 'sellers',
  gap: 'gap',
  units: 'spread',
} as const satisfies Record<keyof Reading['when'], keyof Medians>;

function holds({ when }: Reading, medians: Medians): boolean {
  return Object.entries(compared).every(([key, of]) => {
    const limits = when[key as keyof typeof compared];
    if (limits === undefined) return true;
    const value = medians[of];
    if (value === null) return false;
    const { atLeast = -Infinity, atMost = Infinity } = limits;
    return settle(value) >= atLeast && settle(value) <= atMost;
  });
}

/** A reading, with the questions to which it applies. */
export interface ReadingMatch {
  readonly reading: Reading;
  readonly questions: readonly CombinedQuestion[];
}

/** Finds the readings of the model that hold for at least one question, in the order of the model. */
export function findReadings(
  { readings }: Model,
  questions: readonly CombinedQuestion[],
): readonly ReadingMatch[] {
  return readings
    .map((reading) => ({ reading, questions: questions.filter(({ medians }) => holds(reading, medians)) }))
    .filter((match) => match.questions.length > 0);
}
