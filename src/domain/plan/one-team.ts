import type { Assessment } from '#domain/scoring/assess.ts';

/**
 * Returns whether all sellers are one team below the leader: there are no managers, or, where nobody said how many
 * managers there are, no more sellers than the model takes for one team (`oneTeamUpTo`).
 */
export function isOneTeam({ context, model }: Pick<Assessment, 'context' | 'model'>): boolean {
  const { managers, sellers } = context;
  if (managers !== undefined) return managers === 0;
  return sellers !== undefined && sellers <= model.scoring.oneTeamUpTo;
}
