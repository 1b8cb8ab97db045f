import type { Outcome } from '#domain/verdict.ts';
import type { Context } from '#app/context.ts';
import { score } from '#app/report/score.ts';
import { type CombineOptions, requireSession } from './options.ts';

/** Combines the answers of several respondents into one report, or lets them agree on answers first. */
export async function combine(
  context: Context,
  files: readonly string[],
  options: CombineOptions,
): Promise<Outcome> {
  requireSession(options);
  if (!options.session) return score(context, files, options);
  const { holdSession } = await import('./hold-session.ts');
  return holdSession(context, files, options);
}
