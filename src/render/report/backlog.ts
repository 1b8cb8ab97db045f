/** The one numbering of what is to be done: that of the plan. */
import type { Gap, ReportDocument } from '#domain/types/report.ts';

/**
 * Returns the gaps in the order of the plan, each with its number in the plan as `rank`: the moves of now are counted
 * first, then those of next and of later. A gap that the plan does not have comes last.
 */
export function numberGaps({ gaps, plan }: ReportDocument): readonly Gap[] {
  const planned = [...plan.now, ...plan.next, ...plan.later].map(({ practice }) => practice);
  const isPlanned = ({ practice }: Gap): boolean => planned.includes(practice);
  return [
    ...gaps.filter(isPlanned).map((gap) => ({ ...gap, rank: planned.indexOf(gap.practice) + 1 })),
    ...gaps
      .filter((gap) => !isPlanned(gap))
      .map((gap, index) => ({ ...gap, rank: planned.length + index + 1 })),
  ].toSorted((a, b) => a.rank - b.rank);
}

/** Splits the gaps, numbered as in the plan, into those of now and next and those that a page folds. */
export function splitGaps(report: ReportDocument): {
  readonly shown: readonly Gap[];
  readonly folded: readonly Gap[];
} {
  const { now, next } = report.plan;
  const soon = new Set([...now, ...next].map(({ practice }) => practice));
  const gaps = numberGaps(report);
  return {
    shown: gaps.filter(({ practice }) => soon.has(practice)),
    folded: gaps.filter(({ practice }) => !soon.has(practice)),
  };
}
