/** How every rendering says what to do: the title of a move, what it waits for, and what a recommendation holds. */
import type { Move, Recommendation } from '#domain/types/report.ts';
import { type Words, formatMessage } from '#domain/messages.ts';

/** Name behind an id of the report. */
type NameOf = (id: string) => string;

/** What a move is about: its practice with the element in parentheses, or the element alone. */
export function renderMoveTitle({ name, practice, element }: Move, nameOf: NameOf): string {
  return practice === null ? name : `${name} (${nameOf(element)})`;
}

/** What has to be closed before something can start. */
export function describeWaits(blockedBy: readonly string[], nameOf: NameOf, words: Words): string {
  return blockedBy.length === 0
    ? words['report.nothingBlocks']
    : formatMessage(words, 'report.waitsFor', { names: blockedBy.map(nameOf).join(', ') });
}

/** What a recommendation says beside what to do, each part with its label, in the order in which it is read. */
export function listRecommendationFacts(
  recommendation: Recommendation,
  words: Words,
): readonly (readonly [label: string, text: string])[] {
  return [
    [words['report.owner'], recommendation.owner],
    [words['report.effort'], recommendation.effort],
    [words['report.days30'], recommendation.days30],
    [words['report.days60'], recommendation.days60],
    [words['report.days90'], recommendation.days90],
    [words['report.effectAfter'], recommendation.effectAfter],
    [words['report.doneWhen'], recommendation.evidenceOfDone],
    [words['report.failedWhen'], recommendation.successMeasure],
  ];
}
