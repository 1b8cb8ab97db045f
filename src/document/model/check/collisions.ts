import type { FaultList } from '#document/read/fault.ts';
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

/**
 * Finds moves that freeze what another one changes: nobody can follow both at once. Of several others, names the first.
 *
 * @param faults takes all faults
 */
export function findCollisions(draft: Draft, faults: FaultList<Finding>): void {
  const moves = listTouching(draft);
  const changing = new Map<string, Touching[]>();
  for (const move of moves) {
    for (const what of move.touches.changes ?? []) {
      const before = changing.get(what);
      if (before === undefined) changing.set(what, [move]);
      else before.push(move);
    }
  }
  for (const move of moves) {
    for (const what of move.touches.freezes ?? []) {
      const other = changing.get(what)?.find((each) => each !== move);
      const spot = move.spot ?? other?.spot;
      if (other === undefined || spot === undefined) continue;
      const message = `\`${what}\` must stay as it is for ${move.name}, but ${other.name} changes it.`;
      const fix = 'Reword one of the two, so that both can be done at once.';
      faults.add(() => makeFaultAt(putBeneath(spot, 'touches'), message, fix));
    }
  }
}
