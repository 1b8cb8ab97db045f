/** Number formats shared by all renderings. */
import { roundTo } from '#domain/scoring/numbers.ts';
import type { Gap, ReportDocument } from '#domain/types/report.ts';
import { type Words, formatMessage } from '#domain/messages.ts';

/** Formats a score of 0..100 as a whole number, or as a word if unknown (null). */
export function formatWholeScore(score: number | null, words: Words): string {
  return score === null ? words['report.unknownScore'] : String(roundTo(score, 0));
}

/** Formats a number with at most one decimal, in the notation of the language. */
export function roundToOneDigit(value: number, words: Words): string {
  return String(roundTo(value, 1)).replace('.', words['report.decimal']);
}

/** Formats a difference of scores as a whole number, or with one decimal if that would be 0. */
export function formatWholePoints(points: number, words: Words): string {
  const whole = roundTo(points, 0);
  return whole === 0 ? roundToOneDigit(points, words) : String(whole);
}

/** Describes what closing a gap adds to the overall score; a dash if there is no overall score. */
export function describeGain({ points }: Gap, { summary }: ReportDocument, words: Words, dash = '–'): string {
  return summary.score === null ? dash : formatWholePoints(points, words);
}

/** Converts a share of 0..1 to whole percent; null counts as 0. */
export function formatPercent(share: number | null): number {
  return roundTo((share ?? 0) * 100, 0);
}

/** Describes the balance of -4..4 levels in a sentence, with one decimal. */
export function describeBalance(balance: number | null, words: Words): string {
  if (balance === null) return words['report.balanceUnknown'];
  const levels = Math.abs(balance);
  if (roundTo(levels, 1) === 0) return words['report.balanceEven'];
  return formatMessage(words, balance > 0 ? 'report.balanceMiddle' : 'report.balanceBookends', {
    levels: roundToOneDigit(levels, words),
  });
}

/** Lists the scores of a part with the name of each lens. An unknown score has no number or is omitted. */
export function renderLensNumbers(
  { said, declared, shown }: Readonly<Record<'said' | 'declared' | 'shown', number | null>>,
  words: Words,
): readonly { readonly number: string | undefined; readonly name: string }[] {
  const whole = (score: number): string => formatWholeScore(score, words);
  return [
    said === null
      ? { number: undefined, name: words['report.unknownScore'] }
      : { number: whole(said), name: words['summary.said'] },
    ...(declared === null ? [] : [{ number: whole(declared), name: words['summary.declared'] }]),
    shown === null
      ? { number: undefined, name: words['summary.nothingShown'] }
      : { number: whole(shown), name: words['summary.shown'] },
  ];
}

/** Describes a part and its three scores in a sentence: the text alternative of a chart. */
export function describeLenses(
  {
    name,
    said,
    declared,
    shown,
  }: Readonly<Record<'said' | 'declared' | 'shown', number | null>> & {
    readonly name: string;
  },
  words: Words,
): string {
  return formatMessage(words, 'chart.element', {
    name,
    said: formatWholeScore(said, words),
    declared: formatWholeScore(declared, words),
    shown: formatWholeScore(shown, words),
  });
}
