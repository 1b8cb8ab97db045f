/** Figures of an explanation: how every number is computed. Not escaped. */
import type { AssessedQuestion, Assessment } from '#domain/scoring/assess.ts';
import { getPastDate } from '#domain/dates.ts';
import { isStale } from '#domain/scoring/evidence.ts';
import type { Arithmetic, LensScores } from '#domain/explain.ts';
import type { Model } from '#domain/model.ts';
import { settle } from '#domain/scoring/numbers.ts';

/** Formats a number with up to nine digits, without trailing zeros. */
export function formatExact(value: number | null): string {
  return value === null ? 'unknown' : String(settle(value));
}

const nothing = 'unknown: nothing below it has a value';

/**
 * Writes out a weighted mean up to its `=`: (1 × 50 + 2 × 75) / 3. Returns undefined if no entry has a value.
 */
function writeOutMean(
  entries: readonly { weight: number; value: number | null }[],
): { readonly figures: string; readonly mean: number } | undefined {
  const counted = entries.flatMap(({ weight, value }) => (value === null ? [] : [{ weight, value }]));
  if (counted.length === 0) return undefined;
  const products = counted.map(({ weight, value }) =>
    weight === 1 ? formatExact(value) : `${weight} × ${formatExact(value)}`,
  );
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  const total = counted.reduce((sum, { weight, value }) => sum + weight * value, 0);
  return { figures: `(${products.join(' + ')}) / ${formatExact(weights)}`, mean: total / weights };
}

/** Writes out the score of terms through a lens. Terms are shown with nine digits; the score is the mean of the exact ones. */
export function renderTermFigures({ terms, scores }: Arithmetic, lens: keyof LensScores): string {
  const written = writeOutMean(terms.map((term) => ({ weight: term.weight, value: term[lens] })));
  return written === undefined ? nothing : `${written.figures} = ${formatExact(scores[lens])}`;
}

/** Writes out the score of questions from their levels. */
export function renderLevelFigures(
  asked: readonly AssessedQuestion[],
  levelOf: (entry: AssessedQuestion) => number | null,
): string {
  const written = writeOutMean(
    asked.map((entry) => ({ weight: entry.question.weight, value: levelOf(entry) })),
  );
  return written === undefined ? nothing : `25 × ${written.figures} = ${formatExact(25 * written.mean)}`;
}

/** Returns the level of a question, or the given one if it is open; null if it does not apply. */
export function openLevel(entry: AssessedQuestion, level: number): number | null {
  return entry.state === 'not-applicable' ? null : (entry.level ?? level);
}

/** Describes the levels of a question, and what each piece of its evidence supports. */
export function renderQuestionFigures(
  entry: AssessedQuestion,
  assessment: Assessment,
): [string, ...string[]] {
  const { question, state, level, shownLevel, answer } = entry;
  const evidence = (answer?.evidence ?? []).map((piece) => {
    const cap = assessment.model.scoring.evidenceCaps[piece.kind];
    const cost = isStale(piece, question, assessment.asOf) ? assessment.model.scoring.staleEvidenceCosts : 0;
    const age =
      piece.date === undefined
        ? 'undated'
        : getPastDate(piece.date, assessment.asOf) === undefined
          ? `${piece.date}, which counts as undated`
          : cost > 0
            ? `${piece.date}, older than ${question.evidenceMaxAge}`
            : piece.date;
    return `${piece.kind}, ${age}: supports level ${cap}${cost > 0 ? ` - ${cost} = ${Math.max(0, cap - cost)}` : ''} (${piece.what})`;
  });
  const levels =
    level === null
      ? state
      : `${state}, said level ${level}, shown level ${shownLevel ?? 'none (no evidence anywhere)'}`;
  return [`${question.id}: ${levels}, weight ${question.weight}`, ...evidence];
}

/** Explains the rank of a practice in the working order, one line per reason. */
export function renderGapFigures({ gap, rank, dependents }: Arithmetic, model: Model): string[] {
  if (gap === undefined) return ['no gap: at its target, or without a score'];
  const { practice, score, priority, points, blockedBy } = gap;
  const boost = model.scoring.dependentBoost;
  return [
    `priority: (${practice.target} - ${formatExact(score)}) / 100 × ${practice.weight} × (1 + ${boost} × ${dependents}) = ${formatExact(priority)}`,
    `rank ${rank} in the order of work; reaching the target adds ${formatExact(points)} points overall`,
    blockedBy.length === 0
      ? 'blocked by nothing'
      : `blocked by ${blockedBy.map(({ id }) => id).join(', ')}: below ${model.scoring.blockingBelow}`,
  ];
}

/** Writes out the weighted share of applicable questions that were answered. */
export function renderCoverageFigures({ asked }: Arithmetic): string {
  const weigh = (states: readonly string[]): number =>
    asked
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { question }) => sum + question.weight, 0);
  const answered = weigh(['answered']);
  const applicable = weigh(['answered', 'unknown', 'unanswered']);
  return applicable === 0
    ? 'nothing applies'
    : `${answered} answered / ${applicable} applicable = ${formatExact(answered / applicable)}`;
}
