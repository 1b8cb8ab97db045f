/** The one backlog of what is to be done, with the numbers of the plan. */
import type { Gap, ReportDocument } from '#domain/types/report.ts';

/** Splits the gaps into those of now and next and those that a page folds. */
export function splitGaps({ gaps, plan }: ReportDocument): {
  readonly shown: readonly Gap[];
  readonly folded: readonly Gap[];
} {
  const soon = new Set([...plan.now, ...plan.next].map(({ practice }) => practice));
  return {
    shown: gaps.filter(({ practice }) => soon.has(practice)),
    folded: gaps.filter(({ practice }) => !soon.has(practice)),
  };
}
