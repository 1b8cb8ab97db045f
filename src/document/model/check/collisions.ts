import type { Finding } from '#domain/types/report.ts';
import type { Touches } from '#domain/types/model.ts';
import { type Draft, type Spot, makeFaultAt, putBeneath } from '#document/model/draft.ts';

/** A first move or a recommendation, with what it touches. */
interface Touching {
  readonly name: string;
  readonly spot: Spot | undefined;
  readonly touches: Touches;
}

/** Lists the first moves of patterns and the recommendations of questions that say what they touch. */
function listTouching({ patterns, questions }: Draft): readonly Touching[] {
  return [
    ...patterns.flatMap(({ value: { id, touches }, spot }): Touching[] =>
      touches === undefined ? [] : [{ name: `the first move of ${id}`, spot, touches }],
    ),
    ...questions.flatMap(({ value, spot }) =>
      value.recommendations.flatMap(({ levels, touches }, index): Touching[] =>
        touches === undefined
          ? []
          : [
              {
                name: `the recommendation for ${value.id} at level ${levels.join(' or ')}`,
                spot: spot && putBeneath(spot, 'recommendations', index),
                touches,
              },
            ],
      ),
    ),
  ];
}

/** Finds pairs of moves of which one freezes what the other changes: nobody can follow both at once. */
export function findCollisions(draft: Draft): readonly Finding[] {
  const moves = listTouching(draft);
  return moves.flatMap((move) =>
    moves.flatMap((other) => {
      const both = (move.touches.freezes ?? []).filter((what) => other.touches.changes?.includes(what));
      const spot = move.spot ?? other.spot;
      if (both.length === 0 || move === other || spot === undefined) return [];
      const message = `\`${both.join('`, `')}\` must stay as it is for ${move.name}, but ${other.name} changes it.`;
      return [
        makeFaultAt(
          putBeneath(spot, 'touches'),
          message,
          'Reword one of the two, so that both can be done at once.',
        ),
      ];
    }),
  );
}
