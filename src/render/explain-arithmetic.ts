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

const nothing = 'unknown: nothing beneath has a value';

/** A weighted mean, written out as far as its `=`: (1 × 50 + 2 × 75) / 3. undefined where nothing has a value. */
function writtenOut(
  entries: readonly { weight: number; value: number | null }[],
): { readonly figures: string; readonly mean: number } | undefined {
  const counted = entries.flatMap(({ weight, value }) => (value === null ? [] : [{ weight, value }]));
  if (counted.length === 0) return undefined;
  const products = counted.map(({ weight, value }) =>
    weight === 1 ? exact(value) : `${weight} × ${exact(value)}`,
  );
  const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
  const total = counted.reduce((sum, { weight, value }) => sum + weight * value, 0);
  return { figures: `(${products.join(' + ')}) / ${exact(weights)}`, mean: total / weights };
}

/** The score of terms through a lens. */
function termFigures(terms: readonly Term[], lens: LensName): string {
  const written = writtenOut(terms.map((term) => ({ weight: term.weight, value: term[lens] })));
  return written === undefined ? nothing : `${written.figures} = ${exact(written.mean)}`;
}

/** The score of questions by their levels. */
function levelFigures(
  asked: readonly AssessedQuestion[],
  levelOf: (entry: AssessedQuestion) => number | null,
): string {
  const written = writtenOut(
    asked.map((entry) => ({ weight: entry.question.weight, value: levelOf(entry) })),
  );
  return written === undefined ? nothing : `25 × ${written.figures} = ${exact(25 * written.mean)}`;
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

/** Figures behind their label. */
function labelled(label: string, text: string, { width }: ExplainContext): string[] {
  return hang(`  ${label}: `, safeLine(text), width);
}

function questionLines(
  asked: readonly AssessedQuestion[],
  assessment: Assessment,
  { theme, width }: ExplainContext,
): string[] {
  return asked.flatMap((entry) => {
    const [question, ...evidence] = questionFigures(entry, assessment);
    return [
      ...hang('  ', safeLine(question), width),
      ...evidence.flatMap((one) => hang(`    ${theme.signs.dot} `, safeLine(one), width)),
    ];
  });
}

/** The scores of a practice over its questions, its coverage and its gap. */
function practiceLines(arithmetic: Arithmetic, model: Model, context: ExplainContext): string[] {
  const { asked } = arithmetic;
  const lenses = {
    said: levelFigures(asked, ({ level }) => level),
    shown: levelFigures(asked, ({ shownLevel }) => shownLevel),
    low: levelFigures(asked, (entry) => openLevel(entry, 0)),
    high: levelFigures(asked, (entry) => openLevel(entry, 4)),
    coverage: coverageFigures(arithmetic),
  };
  return [
    ...Object.entries(lenses).flatMap(([label, text]) => labelled(label, text, context)),
    ...gapFigures(arithmetic, model).flatMap((line) => hang('  ', line, context.width)),
  ];
}

/** The scores of a block, an element or the whole over the terms of its mean. */
function termLines({ terms }: Arithmetic, context: ExplainContext): string[] {
  const lenses = ['said', 'shown', 'low', 'high', 'written'] as const;
  const isDeclared = terms.some(({ written }) => written !== null);
  return [
    ...terms.flatMap(({ id, weight, said }) => labelled(id, `${exact(said)}, weight ${weight}`, context)),
    ...lenses
      .filter((lens) => lens !== 'written' || isDeclared)
      .flatMap((lens) => labelled(lens, termFigures(terms, lens), context)),
  ];
}

function balanceLines({ terms }: Arithmetic, assessment: Assessment, context: ExplainContext): string[] {
  const { balance, model } = assessment;
  const positions = new Map(model.elements.map(({ id, position }) => [id, position]));
  const figures =
    balance === null
      ? 'unknown while an element is unknown'
      : `(mean of the middle - mean of the bookends) / 25 = ${exact(balance)}`;
  return [
    ...terms.flatMap(({ id, said }) => labelled(id, `${exact(said)} (${positions.get(id)})`, context)),
    ...labelled('balance', figures, context),
  ];
}

/** Why there is no overall score, where there is none. */
function unknownLines({ score, status }: Assessment, context: ExplainContext): string[] {
  if (score !== null) return [];
  const unknown = [...status].filter(([, each]) => each === 'unknown').map(([id]) => id);
  return labelled('score', `not given: ${unknown.join(', ')} unknown`, context);
}

function figureLines(subject: Subject, assessment: Assessment, context: ExplainContext): string[] {
  if (subject.kind === 'pattern') {
    const match = findPatterns(assessment).find(({ pattern }) => pattern.id === subject.pattern.id);
    const fits = match === undefined ? 'no' : `yes, because of ${match.because.join(', ')}`;
    return labelled('fits', fits, context);
  }
  const arithmetic = arithmeticOf(assessment, subject);
  const { asked } = arithmetic;
  if (asked.length === 0) return labelled('asked', 'no question of it was asked', context);
  const coverage = labelled('coverage', coverageFigures(arithmetic), context);
  switch (subject.kind) {
    case 'question':
    case 'recommendation':
      return questionLines(asked, assessment, context);
    case 'practice':
      return [
        ...questionLines(asked, assessment, context),
        ...practiceLines(arithmetic, assessment.model, context),
      ];
    case 'block':
      return [...termLines(arithmetic, context), ...coverage];
    case 'element': {
      const status = assessment.status.get(subject.element.id) ?? 'unknown';
      return [...termLines(arithmetic, context), ...coverage, ...labelled('status', status, context)];
    }
    case 'overall':
      return [...termLines(arithmetic, context), ...coverage, ...unknownLines(assessment, context)];
    case 'balance':
      return balanceLines(arithmetic, assessment, context);
    case 'coverage':
      return coverage;
  }
}

/** The whole arithmetic behind the scores of a subject in an assessment. */
export function explainArithmetic(
  subject: Subject,
  assessment: Assessment,
  context: ExplainContext,
): string[] {
  const title = context.theme.strong(`In these answers (as of ${assessment.asOf})`);
  return ['', title, ...figureLines(subject, assessment, context)];
}
