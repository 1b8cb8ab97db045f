import type { AssessedQuestion, Assessment } from '#domain/assess.ts';
import { isStale } from '#domain/evidence.ts';
import { type Arithmetic, type Subject, type Term, arithmeticOf } from '#domain/explain.ts';
import type { Model } from '#domain/model.ts';
import { settle } from '#domain/numbers.ts';
import { findPatterns } from '#domain/patterns.ts';
import { safeLine } from './escape.ts';
import type { ExplainContext } from './explain-subject.ts';
import { hang } from './layout.ts';

/** A number as it is: up to nine digits, none that it does not have. */
function exact(value: number | null): string {
  return value === null ? 'unknown' : String(settle(value));
}

type LensName = 'said' | 'shown' | 'written' | 'low' | 'high';

/** A weighted mean written out: (1 × 50 + 2 × 75) / 3 = 66.7. */
function meanInFigures(entries: readonly { weight: number; value: number | null }[]): string {
  const counted = entries.flatMap(({ weight, value }) => (value === null ? [] : [{ weight, value }]));
  if (counted.length === 0) return 'unknown: nothing beneath has a value';
  const products = counted.map(({ weight, value }) =>
    weight === 1 ? exact(value) : `${weight} × ${exact(value)}`,
  );
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  const total = counted.reduce((sum, { weight, value }) => sum + weight * value, 0);
  return `(${products.join(' + ')}) / ${exact(weights)} = ${exact(total / weights)}`;
}

function levelFigures(
  asked: readonly AssessedQuestion[],
  levelOf: (entry: AssessedQuestion) => number | null,
): string {
  const mean = meanInFigures(
    asked.map((entry) => ({ weight: entry.question.weight, value: levelOf(entry) })),
  );
  return mean.startsWith('unknown')
    ? mean
    : `25 × ${mean.replace(/ = .*$/, '')} = ${exact(scoreOfLevels(asked, levelOf))}`;
}

function scoreOfLevels(
  asked: readonly AssessedQuestion[],
  levelOf: (entry: AssessedQuestion) => number | null,
): number {
  let sum = 0;
  let weights = 0;
  for (const entry of asked) {
    const level = levelOf(entry);
    if (level === null) continue;
    sum += level * entry.question.weight;
    weights += entry.question.weight;
  }
  return (25 * sum) / weights;
}

function openLevel(entry: AssessedQuestion, level: number): number | null {
  return entry.state === 'not-applicable' ? null : (entry.level ?? level);
}

/** A question with its levels, and each piece of its evidence with what that supports. */
function questionFigures(entry: AssessedQuestion, assessment: Assessment): [string, ...string[]] {
  const { question, state, level, shownLevel, answer } = entry;
  const evidence = (answer?.evidence ?? []).map((piece) => {
    const cap = assessment.model.scoring.evidenceCaps[piece.kind];
    const cost = isStale(piece, question, assessment.asOf) ? assessment.model.scoring.staleEvidenceCosts : 0;
    const age =
      piece.date === undefined
        ? 'undated'
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

function figuresOfTerms(terms: readonly Term[], lens: LensName): string {
  return meanInFigures(terms.map((term) => ({ weight: term.weight, value: term[lens] })));
}

function gapFigures({ gap, rank, dependents }: Arithmetic, model: Model): string[] {
  if (gap === undefined) return ['no gap: at its target, or without a score'];
  const { practice, score, priority, points, blockedBy } = gap;
  const boost = model.scoring.dependentBoost;
  return [
    `priority: (${practice.target} - ${exact(score)}) / 100 × ${practice.weight} × (1 + ${boost} × ${dependents}) = ${exact(priority)}`,
    `rank ${rank} in the order of work; reaching the target adds ${exact(points)} points overall`,
    blockedBy.length === 0
      ? 'blocked by nothing'
      : `blocked by ${blockedBy.map(({ id }) => id).join(', ')}: below ${model.scoring.blockingBelow}`,
  ];
}

function coverageFigures({ asked }: Arithmetic): string {
  const weigh = (states: readonly string[]): number =>
    asked
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { question }) => sum + question.weight, 0);
  const answered = weigh(['answered']);
  const applicable = weigh(['answered', 'unknown', 'unanswered']);
  return applicable === 0
    ? 'nothing applies'
    : `${answered} answered / ${applicable} applicable = ${exact(answered / applicable)}`;
}

/** The whole arithmetic behind the scores of a subject in an assessment. */
export function explainArithmetic(
  subject: Subject,
  assessment: Assessment,
  context: ExplainContext,
): string[] {
  const { theme, width } = context;
  const arithmetic = arithmeticOf(assessment, subject);
  const { terms, asked } = arithmetic;
  const lines = ['', theme.strong(`In these answers (as of ${assessment.asOf})`)];
  const add = (label: string, text: string): void =>
    void lines.push(...hang(`  ${label}: `, safeLine(text), width));
  if (subject.kind === 'pattern') {
    const match = findPatterns(assessment).find(({ pattern }) => pattern.id === subject.pattern.id);
    add('fits', match === undefined ? 'no' : `yes, because of ${match.because.join(', ')}`);
    return lines;
  }
  if (asked.length === 0) {
    add('asked', 'no question of it was asked');
    return lines;
  }
  if (subject.kind === 'balance') {
    for (const { id, said } of terms) {
      const position = assessment.model.elements.find((element) => element.id === id)?.position;
      add(id, `${exact(said)} (${position})`);
    }
    add(
      'balance',
      assessment.balance === null
        ? 'unknown while an element is unknown'
        : `(mean of the middle - mean of the bookends) / 25 = ${exact(assessment.balance)}`,
    );
    return lines;
  }
  if (subject.kind === 'question' || subject.kind === 'recommendation' || subject.kind === 'practice') {
    for (const entry of asked) {
      const [question, ...evidence] = questionFigures(entry, assessment);
      lines.push(...hang('  ', safeLine(question), width));
      lines.push(...evidence.flatMap((one) => hang(`    ${theme.signs.dot} `, safeLine(one), width)));
    }
    if (subject.kind !== 'practice') return lines;
    add(
      'said',
      levelFigures(asked, ({ level }) => level),
    );
    add(
      'shown',
      levelFigures(asked, ({ shownLevel }) => shownLevel),
    );
    add(
      'low',
      levelFigures(asked, (entry) => openLevel(entry, 0)),
    );
    add(
      'high',
      levelFigures(asked, (entry) => openLevel(entry, 4)),
    );
    add('coverage', coverageFigures(arithmetic));
    for (const line of gapFigures(arithmetic, assessment.model)) lines.push(...hang('  ', line, width));
    return lines;
  }
  if (subject.kind !== 'coverage') {
    for (const { id, weight, said } of terms) add(id, `${exact(said)}, weight ${weight}`);
    for (const lens of ['said', 'shown', 'low', 'high'] as const) add(lens, figuresOfTerms(terms, lens));
    if (terms.some(({ written }) => written !== null)) add('written', figuresOfTerms(terms, 'written'));
  }
  add('coverage', coverageFigures(arithmetic));
  if (subject.kind === 'element') add('status', assessment.status.get(subject.element.id) ?? 'unknown');
  if (subject.kind === 'overall' && assessment.score === null) {
    const unknown = [...assessment.status].filter(([, status]) => status === 'unknown').map(([id]) => id);
    add('score', `not given: ${unknown.join(', ')} unknown`);
  }
  return lines;
}
