/** What a score means: verdicts of elements, and bands of the scale for everything else. */
import type { ElementResult, ReportDocument, Status } from '#domain/types/report.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import { roundToOneDigit } from './numbers.ts';

/** The lines on the scale of 0 to 100 that scores are judged by. */
export type Thresholds = ReportDocument['thresholds'];

/** What a report finds about an element. What is in place is proven, or only claimed. */
export type Verdict = 'proven' | 'claimed' | 'partial' | 'missing' | 'unknown' | 'not-asked';

/** Part of the scale that a score is in. */
export type Band = 'in-place' | 'partial' | 'missing' | 'unknown';

/** Returns the verdict of an element. */
export function getVerdict({ status, proven }: Pick<ElementResult, 'status' | 'proven'>): Verdict {
  const verdicts = {
    'in-place': proven === true ? 'proven' : 'claimed',
    partial: 'partial',
    neglected: 'missing',
    unknown: 'unknown',
    'not-asked': 'not-asked',
  } as const satisfies Record<Status, Verdict>;
  return verdicts[status];
}

/** Returns the band of the scale that a score of 0..100 or null is in. */
export function getBand(score: number | null, { neglectedBelow, inPlaceAt }: Thresholds): Band {
  if (score === null) return 'unknown';
  if (score < neglectedBelow) return 'missing';
  return score < inPlaceAt ? 'partial' : 'in-place';
}

/** Returns the band that a verdict belongs to: it decides on the color. */
export function getVerdictBand(verdict: Verdict): Band {
  const bands = {
    proven: 'in-place',
    claimed: 'in-place',
    partial: 'partial',
    missing: 'missing',
    unknown: 'unknown',
    'not-asked': 'unknown',
  } as const satisfies Record<Verdict, Band>;
  return bands[verdict];
}

/** Lists the thresholds on the scale from low to high, without those at its ends and without repeats. */
export function listMarks({ neglectedBelow, inPlaceAt, target }: Thresholds): readonly number[] {
  const inside = [neglectedBelow, inPlaceAt, target].filter((score) => score > 0 && score < 100);
  return [...new Set(inside)].toSorted((a, b) => a - b);
}

/** Describes a band with its limits: `missing: below 37.5`. */
export function describeBand(
  band: Exclude<Band, 'unknown'>,
  { neglectedBelow, inPlaceAt }: Thresholds,
  messages: Messages,
): string {
  const low = roundToOneDigit(neglectedBelow, messages);
  const high = roundToOneDigit(inPlaceAt, messages);
  switch (band) {
    case 'missing':
      return formatMessage(messages, 'chart.bandMissing', { low });
    case 'partial':
      return formatMessage(messages, 'chart.bandPartial', { low, high });
    case 'in-place':
      return formatMessage(messages, 'chart.bandInPlace', { high });
  }
}

/** Returns the thresholds and the target for a sentence about them. */
function writeThresholds({ neglectedBelow, inPlaceAt, target }: Thresholds, messages: Messages) {
  return {
    low: roundToOneDigit(neglectedBelow, messages),
    high: roundToOneDigit(inPlaceAt, messages),
    target: roundToOneDigit(target, messages),
  };
}

/** Describes the marks on every bar in a sentence. */
export function describeMarks(thresholds: Thresholds, messages: Messages): string {
  return formatMessage(messages, 'chart.marks', writeThresholds(thresholds, messages));
}

/** Describes the thresholds and the target of scores in a sentence, where there are no bars. */
export function describeScale(thresholds: Thresholds, messages: Messages): string {
  return formatMessage(messages, 'voices.thresholds', writeThresholds(thresholds, messages));
}
