/** The shortest path to an element in place (docs/scoring.md, "The shortest path to being in place"). */
import { computeShare, type Gap } from './gaps.ts';
import type { Element } from '#domain/model.ts';
import type { AssessedQuestion, Assessment } from '#domain/scoring/assess.ts';
import { computeMean, settle } from '#domain/scoring/numbers.ts';
import { listPractices, rollUpOne } from '#domain/scoring/roll-up.ts';

/** A practice that could be brought up. */
interface Step {
  readonly gap: Gap;
  /** Score of the practice once each of its questions is at least at the level of its target. */
  readonly score: number;
  /** Points that this adds to the element, in proportion. */
  readonly gain: number;
}

/** Computes the score of a practice once each answered question is at least at the level of the target. */
function computeBroughtUp({ practice }: Gap, levels: ReadonlyMap<string, number | null>): number {
  const target = Math.ceil(practice.target / 25);
  const level = computeMean(
    practice.questions,
    ({ id }) => {
      const today = levels.get(id) ?? null;
      return today === null ? null : Math.max(today, target);
    },
    ({ weight }) => weight,
  );
  return (level ?? 0) * 25;
}

function listLevels(asked: readonly AssessedQuestion[]): ReadonlyMap<string, number | null> {
  return new Map(asked.map(({ question, level }) => [question.id, level]));
}

/**
 * Finds the fewest practices of an element that have to be brought up to their target for it to be in place, in the order of
 * the gaps. Empty if it is in place. null if too little is known about it, or if reaching every target is not enough.
 *
 * First come the practices without which a part of the element stays neglected, then those that add most. Within a part, the
 * practices that add most also lift it most, so no other choice needs fewer.
 */
export function findRoad(
  assessment: Assessment,
  element: Element,
  gaps: readonly Gap[],
): readonly Gap[] | null {
  const { model, said, status, asked } = assessment;
  const today = status.get(element.id);
  if (today === 'in-place') return [];
  if (today !== 'partial' && today !== 'neglected') return null;
  const { inPlaceAt, neglectedBelow } = model.scoring;
  const levels = listLevels(asked);
  const open = gaps
    .filter(({ practice }) => practice.element === element.id)
    .map((gap): Step => {
      const score = computeBroughtUp(gap, levels);
      return { gap, score, gain: settle((score - gap.score) * computeShare(assessment, gap.practice)) };
    })
    .toSorted((a, b) => b.gain - a.gain);
  const road = new Map<string, Step>();
  const getScore = ({ id }: { readonly id: string }): number | null =>
    road.get(id)?.score ?? said.practices.get(id) ?? null;
  const isLeft = ({ gap }: Step): boolean => !road.has(gap.practice.id);

  const parts =
    element.blocks.length > 0
      ? element.blocks.map(({ id }) => listPractices(model, element.id, id))
      : listPractices(model, element.id).map((practice) => [practice]);
  for (const part of parts) {
    const scorePart = (): number | null => computeMean(part, getScore, ({ weight }) => weight);
    const steps = open.filter(({ gap }) => part.includes(gap.practice));
    while (settle(scorePart() ?? neglectedBelow) < neglectedBelow) {
      const step = steps.find(isLeft);
      if (step === undefined) return null;
      road.set(step.gap.practice.id, step);
    }
  }
  while ((rollUpOne(model, element, getScore) ?? 0) < inPlaceAt) {
    const step = open.find(isLeft);
    if (step === undefined) return null;
    road.set(step.gap.practice.id, step);
  }
  return gaps.filter(({ practice }) => road.has(practice.id));
}
