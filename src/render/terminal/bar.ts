import type { Theme } from './theme.ts';

/** Returns how many cells of a bar come before a score of 0..100. */
export function countCells(score: number, cells: number): number {
  return Math.round((score / 100) * cells);
}

/**
 * Renders a bar of `width` columns for scores of 0..100 (null = unknown): the shown part, the part that is
 * only said, the rest, with a mark at each threshold. Readable without color.
 *
 * @param marks scores to mark, from low to high
 */
export function renderBar(
  said: number | null,
  shown: number | null,
  width: number,
  theme: Theme,
  marks: readonly number[] = [],
): string {
  const { bar } = theme.signs;
  const cells = Math.max(0, width - marks.length);
  const full = countCells(said ?? 0, cells);
  const proven = Math.min(full, countCells(shown ?? 0, cells));
  const draw = (from: number, to: number): string => {
    const count = (start: number, end: number): number =>
      Math.max(0, Math.min(end, to) - Math.max(start, from));
    const filled = bar.shown.repeat(count(0, proven)) + bar.said.repeat(count(proven, full));
    const rest = bar.rest.repeat(count(full, cells));
    return (filled === '' ? '' : theme.accent(filled)) + (rest === '' ? '' : theme.faint(rest));
  };
  const cuts = [0, ...marks.map((score) => countCells(score, cells)), cells];
  return cuts
    .slice(1)
    .map((cut, index) => draw(cuts[index] ?? 0, cut))
    .join(bar.mark);
}
