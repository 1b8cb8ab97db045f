import type { CheckReport, FileScores } from '#domain/gate/check-report.ts';
import { roundTo } from '#domain/scoring/numbers.ts';
import { renderBar } from '#render/terminal/bar.ts';
import { safeLine } from '#render/escape.ts';
import { padLeft } from '#render/terminal/layout.ts';
import { type CheckContext, scoreNames, formatWholeScore } from './context.ts';
import { alignLabels } from './held.ts';

/** What is known of a file's score beside the score itself, for people. */
export function scoreFacts(scores: FileScores): string[] {
  const { scoreWithoutSuppressed, shown, coverage, inPlace } = scores;
  return [
    ...(scoreWithoutSuppressed === null
      ? []
      : [`${formatWholeScore(scoreWithoutSuppressed)} without what is suppressed`]),
    ...(shown === null ? [] : [`${formatWholeScore(shown)} shown`]),
    ...(inPlace === null ? [] : [`${inPlace} of ${scores.elements.length} in place`]),
    ...(coverage === null ? [] : [`${roundTo(coverage * 100, 0)}% answered`]),
  ];
}

/** Scores of each file and its elements, with bars. */
export function scoreLines({ scores }: CheckReport, { width, theme }: CheckContext): string[] {
  const barWidth = Math.max(10, Math.min(20, width - 50));
  const bar = (score: number | null, shown: number | null): string =>
    `  ${renderBar(score, shown, barWidth, theme)} ${padLeft(score === null ? theme.signs.dash : formatWholeScore(score), 3)} `;
  // Of many files, most have elements of the same scores.
  const known = new Map<string, readonly string[]>();
  const elementLines = (name: string, score: number | null): readonly string[] => {
    const key = `${score} ${name}`;
    const lines = known.get(key) ?? alignLabels(bar(score, null), safeLine(name), width);
    known.set(key, lines);
    return lines;
  };
  return scores.flatMap((each) => [
    ...alignLabels(
      bar(each.score, each.shown),
      [`${theme.strong(safeLine(each.file))} (${scoreNames[each.kind]})`, ...scoreFacts(each)].join(', '),
      width,
    ),
    ...each.elements.flatMap(({ name, score }) => elementLines(name, score)),
  ]);
}
