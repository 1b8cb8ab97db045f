import type { Role } from '#domain/model.ts';
import type { Voices } from '#domain/types/report.ts';

/** Counts the people who answered: all of them, or those of a role. */
export function countRespondents(
  { respondents }: { readonly respondents: Readonly<Voices['respondents']> },
  role?: Role,
): number {
  return respondents
    .filter((each) => role === undefined || each.role === role)
    .reduce((sum, { count = 1 }) => sum + count, 0);
}
