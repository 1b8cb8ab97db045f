/** Chooses the questions that a team should discuss, from what a report shows of the answers of its people. */
import type { VoiceRules } from '#domain/model.ts';
import { settle } from '#domain/scoring/numbers.ts';
import type { QuestionVoices, VoiceCell } from '#domain/types/report.ts';

/** Lists the groups that gave answers to a question: roles, then units. Those that are not shown are left out. */
function listCells({ byRole, byUnit }: QuestionVoices): readonly VoiceCell[] {
  const cells: readonly (VoiceCell | null | undefined)[] = Object.values(byRole);
  return [...cells, ...byUnit.map(({ answers }) => answers)].filter(
    (cell) => cell !== null && cell !== undefined,
  );
}

/**
 * Measures how far roles are apart, in levels: the gap between the leaders and the sellers, where both are known, else
 * the largest distance between the medians of two roles; 0 with fewer than two.
 */
export function measureGap({ gap, byRole }: QuestionVoices): number {
  if (gap !== null) return Math.abs(gap);
  const cells: readonly (VoiceCell | null | undefined)[] = Object.values(byRole);
  const medians = cells.flatMap((cell) => cell?.median ?? []);
  return medians.length < 2 ? 0 : Math.max(...medians) - Math.min(...medians);
}

/**
 * Returns whether people see a question so differently that they should discuss it: roles are as far apart as the model
 * says, units are disputed, or the people of a role or a unit are split.
 */
function isDiscussed(voices: QuestionVoices, { talkFrom, disputedFrom }: VoiceRules): boolean {
  const { spread } = voices;
  return (
    settle(measureGap(voices)) >= talkFrom ||
    (spread !== null && settle(spread) >= disputedFrom) ||
    listCells(voices).some(({ agreement }) => agreement?.reading === 'split')
  );
}

/**
 * Lists the questions for a team to discuss: the largest gap between roles first, then the largest spread between units,
 * then in asking order. Of the answers of sellers, only what may be shown has an effect.
 *
 * @param questions what people answered, in asking order
 * @param isAgreed whether the team agreed on a question before; it is listed even if people do not differ
 */
export function listDiscussed(
  questions: readonly QuestionVoices[],
  rules: VoiceRules,
  isAgreed: (id: string) => boolean,
): readonly QuestionVoices[] {
  return questions
    .filter((voices) => isDiscussed(voices, rules) || isAgreed(voices.id))
    .toSorted((a, b) => measureGap(b) - measureGap(a) || (b.spread ?? 0) - (a.spread ?? 0));
}
