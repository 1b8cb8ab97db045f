import type { Perception } from '#domain/types/report.ts';
import type { Side } from '#render/report/voices/perception.ts';
import { countCells } from './bar.ts';
import type { Theme } from './theme.ts';

/** The sides, from the one whose sign is in front where several meet. */
const inFront = ['leader', 'sellers', 'managers'] as const satisfies readonly Side[];

/**
 * Renders a scale of `width` columns with a sign per side and a line between the leader, or the managers without one, and the
 * sellers. Where signs meet, the leader's hides that of the sellers, and both that of the managers.
 *
 * @param marks scores to mark, from low to high
 */
export function renderDumbbell(
  perception: Perception,
  width: number,
  theme: Theme,
  marks: readonly number[],
): string {
  const { bar, rule, sides: signs } = theme.signs;
  const cells = width - marks.length;
  const findPlace = (score: number): number =>
    Math.min(width - 1, countCells(score, cells) + marks.filter((mark) => mark < score).length);
  const above = perception.leader ?? perception.managers;
  const ends =
    above === null || perception.sellers === null ? [] : [above, perception.sellers].map(findPlace);
  const marked = new Set(marks.map((mark, index) => countCells(mark, cells) + index));
  const isTaken = (side: Side, column: number): boolean =>
    perception[side] !== null && findPlace(perception[side]) === column;
  return Array.from({ length: width }, (_, column) => {
    const side = inFront.find((each) => isTaken(each, column));
    if (side !== undefined) return theme.strong(signs[side]);
    if (column >= Math.min(...ends) && column <= Math.max(...ends)) return theme.accent(rule);
    return marked.has(column) ? bar.mark : theme.faint(bar.rest);
  }).join('');
}
