/**
 * Titles of charts: what a chart says, as a sentence. The rules below choose it from the scores, so that the same scores
 * always give the same title.
 */
import type { ElementResult, ReportDocument } from '#domain/types/report.ts';
import { type Messages, formatMessage, joinNames } from '#domain/messages.ts';
import { formatWholeScore } from './numbers.ts';
import { getBand } from './verdicts.ts';

/** A name with its score of 0..100. */
interface Named {
  readonly name: string;
  readonly score: number;
}

/** Scores that are at most this far apart are equal to a reader. */
const level = 1;

/** Lists the parts that have a score, lowest first. */
function sortScored(
  parts: readonly { readonly name: string; readonly score: number | null }[],
): readonly Named[] {
  return parts
    .flatMap(({ name, score }) => (score === null ? [] : [{ name, score }]))
    .toSorted((a, b) => a.score - b.score);
}

/** Returns the element whose said score is furthest above its shown score; undefined if no element is shown. */
function findLargestDoubt({ elements }: ReportDocument): ElementResult | undefined {
  return elements
    .filter(({ score, shown }) => score !== null && shown !== null && score - shown > level)
    .toSorted((a, b) => (b.score ?? 0) - (b.shown ?? 0) - ((a.score ?? 0) - (a.shown ?? 0)))[0];
}

/**
 * Writes the title of the bars of the elements. The first rule that applies decides:
 *
 * 1. No element has a score that enough answers support: nothing could be scored.
 * 2. An element is below the score for "in place": how far the lowest is from it, and which leads if any is in place.
 * 3. All are in place, and one is said to be higher than its evidence supports: the one with the largest difference.
 * 4. Otherwise: all elements are in place.
 */
export function writeElementsTitle(report: ReportDocument, messages: Messages): string {
  const scored = sortScored(report.elements.filter(({ status }) => status !== 'unknown'));
  const lowest = scored[0];
  const highest = scored.find(({ score }) => score === scored.at(-1)?.score);
  if (lowest === undefined || highest === undefined) return messages['chart.nothingScored'];
  const score = formatWholeScore(lowest.score, messages);
  if (getBand(lowest.score, report.thresholds) !== 'in-place') {
    return getBand(highest.score, report.thresholds) === 'in-place'
      ? formatMessage(messages, 'chart.elementsApart', {
          high: highest.name,
          highScore: formatWholeScore(highest.score, messages),
          low: lowest.name,
          lowScore: score,
        })
      : formatMessage(messages, 'chart.elementsLow', {
          high: highest.name,
          highScore: formatWholeScore(highest.score, messages),
        });
  }
  const doubt = findLargestDoubt(report);
  return doubt === undefined
    ? messages['chart.elementsInPlace']
    : formatMessage(messages, 'chart.elementsDoubt', {
        name: doubt.name,
        said: formatWholeScore(doubt.score, messages),
        shown: formatWholeScore(doubt.shown, messages),
      });
}

/**
 * Writes the title of the bars of an element's parts. The first rule that applies decides:
 *
 * 1. No part has a score: nothing could be scored.
 * 2. Several parts have a score and are level: none is more than a point above the lowest.
 * 3. All parts are in place: the lowest has the most room.
 * 4. Otherwise, the lowest part, and those within a point of it, hold the element down.
 */
export function writePartsTitle(
  { name, blocks }: ElementResult,
  { thresholds }: ReportDocument,
  messages: Messages,
): string {
  const scored = sortScored(blocks);
  const lowest = scored[0];
  if (lowest === undefined) return messages['chart.nothingScored'];
  const low = scored.filter(({ score }) => score - lowest.score <= level);
  const score = formatWholeScore(lowest.score, messages);
  if (scored.length > 1 && low.length === scored.length)
    return formatMessage(messages, 'chart.partsLevel', { name, score });
  const parts = joinNames(
    low.map((part) => part.name),
    messages,
  );
  if (getBand(lowest.score, thresholds) === 'in-place')
    return formatMessage(messages, 'chart.partsInPlace', { name, parts, score });
  return formatMessage(messages, low.length === 1 ? 'chart.partsDownOne' : 'chart.partsDownMany', {
    name,
    parts,
  });
}

/** Writes the titles of the bars of all elements that have parts. */
export function writePartsTitles(report: ReportDocument, messages: Messages): readonly string[] {
  return report.elements
    .filter(({ blocks }) => blocks.length > 0)
    .map((element) => writePartsTitle(element, report, messages));
}

/** Writes the title of the practices: how many are in place and how many are missing by the answers. */
export function writePracticesTitle({ elements, thresholds }: ReportDocument, messages: Messages): string {
  const bands = elements.flatMap(({ practices }) => practices.map(({ score }) => getBand(score, thresholds)));
  const count = (wanted: (typeof bands)[number]): number => bands.filter((band) => band === wanted).length;
  if (count('unknown') === bands.length) return messages['chart.nothingScored'];
  const missing = count('missing');
  const counts = { inPlace: count('in-place'), of: bands.length };
  if (missing === 0) return formatMessage(messages, 'chart.practicesNone', counts);
  return missing === 1
    ? formatMessage(messages, 'chart.practicesOne', counts)
    : formatMessage(messages, 'chart.practicesMany', { missing, ...counts });
}
