/** Number formats shared by all renderings. */
import { roundTo } from '#domain/scoring/numbers.ts';
import type { Gap, ReportDocument } from '#domain/types/report.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import type { Lens } from './lenses.ts';

/** Formats a score of 0..100 as a whole number, or as a word if unknown (null). */
export function formatWholeScore(score: number | null, messages: Messages): string {
  return score === null ? messages['report.unknownScore'] : String(roundTo(score, 0));
}

/** What is said of a part of a report: its score, and whether any question of it was asked. */
interface Said {
  readonly said: number | null;
  readonly isAsked: boolean;
}

/** Formats the said score of a part as a whole number, or as a word if it is unknown or was not asked. */
export function formatSaid({ said, isAsked }: Said, messages: Messages): string {
  return isAsked ? formatWholeScore(said, messages) : messages['status.notAsked'];
}

/** Formats a number with at most one decimal, in the notation of the language. */
export function roundToOneDigit(value: number, messages: Messages): string {
  return String(roundTo(value, 1)).replace('.', messages['report.decimal']);
}

/** Formats a difference of scores as a whole number, or with one decimal if that would be 0. */
export function formatWholePoints(points: number, messages: Messages): string {
  const whole = roundTo(points, 0);
  return whole === 0 ? roundToOneDigit(points, messages) : String(whole);
}

/** Describes what closing a gap adds to the overall score; a dash if there is no overall score. */
export function describeGain(
  { points }: Gap,
  { summary }: ReportDocument,
  messages: Messages,
  dash = '–',
): string {
  return summary.score === null ? dash : formatWholePoints(points, messages);
}

/** Formats a share of 0..1 as whole percent, such as `98%`; null counts as 0. */
export function formatPercent(share: number | null, messages: Messages): string {
  return formatMessage(messages, 'report.percent', { number: roundTo((share ?? 0) * 100, 0) });
}

/** Lists the scores of a part with the name of each lens. An unknown score has no number or is omitted. */
export function renderLensNumbers(
  { declared, shown, ...part }: Said & Readonly<Record<'declared' | 'shown', number | null>>,
  messages: Messages,
): readonly { readonly number: string | undefined; readonly name: string }[] {
  const formatWhole = (score: number): string => formatWholeScore(score, messages);
  return [
    part.said === null
      ? { number: undefined, name: formatSaid(part, messages) }
      : { number: formatWhole(part.said), name: messages['summary.said'] },
    ...(declared === null ? [] : [{ number: formatWhole(declared), name: messages['summary.declared'] }]),
    shown === null
      ? { number: undefined, name: messages['summary.nothingShown'] }
      : { number: formatWhole(shown), name: messages['summary.shown'] },
  ];
}

/**
 * Describes a part and its scores in a sentence: the text alternative of a chart.
 *
 * @param lenses the lenses that the report has; others are not mentioned
 */
export function describeLenses(
  part: Said & Readonly<Record<'declared' | 'shown', number | null>> & { readonly name: string },
  lenses: readonly Lens[],
  messages: Messages,
): string {
  const texts = {
    said: part.isAsked
      ? formatMessage(messages, 'chart.said', { score: formatWholeScore(part.said, messages) })
      : messages['status.notAsked'],
    declared: formatMessage(messages, 'chart.declared', { score: formatWholeScore(part.declared, messages) }),
    shown: formatMessage(messages, 'chart.shown', { score: formatWholeScore(part.shown, messages) }),
  } satisfies Record<Lens, string>;
  return formatMessage(messages, 'chart.lenses', {
    name: part.name,
    scores: lenses.map((lens) => texts[lens]).join(', '),
  });
}
