/** How every rendering of a report writes numbers: whole where that says enough, and a word where there is none. */
import { roundTo } from '#domain/scoring/numbers.ts';
import type { Gap, ReportDocument } from '#domain/types/report.ts';
import { type Words, formatMessage } from '#domain/messages.ts';

/** A score of 0 to 100 as people are shown it: whole, and a word where it is not known. */
export function formatWholeScore(score: number | null, words: Words): string {
  return score === null ? words['report.unknownScore'] : String(roundTo(score, 0));
}

/** A number with at most one digit after the point, as the language writes it. */
export function roundToOneDigit(value: number, words: Words): string {
  return String(roundTo(value, 1)).replace('.', words['report.decimal']);
}

/** A difference between scores, or points: whole, and one digit where that would say nothing. */
export function formatWholePoints(points: number, words: Words): string {
  const whole = roundTo(points, 0);
  return whole === 0 ? roundToOneDigit(points, words) : String(whole);
}

/** What closing a gap adds to the overall score; a dash while there is no overall score. */
export function describeGain({ points }: Gap, { summary }: ReportDocument, words: Words, dash = '–'): string {
  return summary.score === null ? dash : formatWholePoints(points, words);
}

/** A share of 0 to 1 in whole percent; null counts as nothing. */
export function formatPercent(share: number | null): number {
  return roundTo((share ?? 0) * 100, 0);
}

/** What the balance says, in a sentence: levels, -4 to 4, with one digit. */
export function describeBalance(balance: number | null, words: Words): string {
  if (balance === null) return words['report.balanceUnknown'];
  const levels = Math.abs(balance);
  if (roundTo(levels, 1) === 0) return words['report.balanceEven'];
  return formatMessage(words, balance > 0 ? 'report.balanceMiddle' : 'report.balanceBookends', {
    levels: roundToOneDigit(levels, words),
  });
}

/** The scores of a part with the name of each lens. What nothing is known of has no number, or is left out. */
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

/** A part with its three scores in a sentence, for who cannot see a picture of it. */
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
