import type { AssessedQuestion, Assessment } from './assess.ts';
import { coverageOf } from './assess.ts';
import { type Gap, findGaps } from './gaps.ts';
import { blockKey, practicesIn } from './lens.ts';
import type { Element, Model, Practice, Recommendation as ModelRecommendation } from './model.ts';
import { roundTo } from './numbers.ts';
import { type Move as PlannedNow, makePlan } from './plan.ts';
import { findPatterns } from './patterns.ts';
import { wordingFor } from './questionnaire.ts';
import type { AnswersDocument } from './types/answers.ts';
import type {
  BlockResult,
  ElementResult,
  Finding,
  Gap as GapResult,
  Move,
  PlannedMove,
  PracticeResult,
  QuestionResult,
  Range,
  Recommendation,
  ReportDocument,
  Source,
  Summary,
} from './types/report.ts';
import { say } from './words.ts';
import type { CheckOutcome } from './written.ts';

/** What a report says beside the assessment. */
export interface ReportInput {
  readonly assessment: Assessment;
  readonly answers: AnswersDocument;
  readonly sources: readonly Source[];
  readonly findings: readonly Finding[];
  /** What the checks found over the declared system; undefined without one. */
  readonly outcomes?: readonly CheckOutcome[];
  /** Version of the tool. */
  readonly version: string;
}

/** Digits after the point in a report: people are shown fewer. */
const digits = { score: 1, share: 2, priority: 3 } as const;

function rounded(value: number | null | undefined, places: number): number | null {
  return value === null || value === undefined ? null : roundTo(value, places);
}

const score = (value: number | null | undefined): number | null => rounded(value, digits.score);

function rangeOf(low: number | null | undefined, high: number | null | undefined): Range {
  if (typeof low !== 'number' || typeof high !== 'number') return null;
  return { low: roundTo(low, digits.score), high: roundTo(high, digits.score) };
}

type Lenses = Pick<BlockResult, 'score' | 'shown' | 'written' | 'coverage'>;

function lensesOf(
  { said, shown, written }: Assessment,
  part: 'elements' | 'blocks' | 'practices',
  id: string,
  asked: readonly AssessedQuestion[],
): Lenses {
  return {
    score: score(said[part].get(id)),
    shown: score(shown[part].get(id)),
    written: score(written[part].get(id)),
    coverage: rounded(coverageOf(asked), digits.share),
  };
}

function questionResult(assessment: Assessment, entry: AssessedQuestion): QuestionResult {
  const { question, state, level, shownLevel, answer } = entry;
  return {
    id: question.id,
    ask: wordingFor(question, assessment.role),
    state,
    level,
    shownLevel,
    answer: level === null ? null : (question.levels[level] ?? null),
    ...(answer?.evidence && { evidence: answer.evidence }),
    ...(answer?.note !== undefined && { note: answer.note }),
    ...(answer?.notApplicable !== undefined && { reason: answer.notApplicable }),
  };
}

function practiceResult(assessment: Assessment, practice: Practice): PracticeResult {
  const asked = assessment.asked.filter(({ question }) => question.practice === practice.id);
  return {
    id: practice.id,
    name: practice.name,
    block: practice.block,
    ...lensesOf(assessment, 'practices', practice.id, asked),
    questions: asked.map((entry) => questionResult(assessment, entry)),
  };
}

function elementResult(assessment: Assessment, element: Element): ElementResult {
  const { model, status, low, high, asked } = assessment;
  const own = asked.filter(({ question }) => question.element === element.id);
  const lenses = lensesOf(assessment, 'elements', element.id, own);
  return {
    id: element.id,
    name: element.name,
    asks: element.asks,
    status: status.get(element.id) ?? 'unknown',
    score: lenses.score,
    range: rangeOf(low.elements.get(element.id), high.elements.get(element.id)),
    coverage: lenses.coverage,
    shown: lenses.shown,
    written: lenses.written,
    blocks: element.blocks.map((block) => ({
      id: block.id,
      name: block.name,
      ...lensesOf(
        assessment,
        'blocks',
        blockKey(element.id, block.id),
        own.filter(({ question }) => question.block === block.id),
      ),
    })),
    practices: practicesIn(model, element.id).map((practice) => practiceResult(assessment, practice)),
  };
}

function weakestOf({ model, said }: Assessment): string | null {
  let weakest: string | null = null;
  let lowest = Infinity;
  for (const { id } of model.elements) {
    const value = said.elements.get(id) ?? null;
    if (value === null || value >= lowest) continue;
    lowest = value;
    weakest = id;
  }
  return weakest;
}

function summaryOf(assessment: Assessment): Summary {
  const { model, status } = assessment;
  const having = (wanted: string): string[] =>
    model.elements.filter(({ id }) => status.get(id) === wanted).map(({ id }) => id);
  return {
    inPlace: assessment.inPlace,
    inPlaceShown: assessment.inPlaceShown,
    of: model.elements.length,
    scope: assessment.scope,
    asked: assessment.asked.length,
    outOf: model.practices.reduce((sum, { questions }) => sum + questions.length, 0),
    neglected: having('neglected'),
    unknown: having('unknown'),
    weakest: weakestOf(assessment),
    score: score(assessment.score),
    range: rangeOf(assessment.low.overall, assessment.high.overall),
    coverage: rounded(assessment.coverage, digits.share),
    shown: score(assessment.shown.overall),
    written: score(assessment.written.overall),
    balance: score(assessment.balance),
    provisional: assessment.provisional,
  };
}

/** In the order of the report, whatever order the model's author chose. */
function recommendationOf(recommendation: ModelRecommendation): Recommendation {
  const {
    do: what,
    owner,
    effort,
    days30,
    days60,
    days90,
    effectAfter,
    evidenceOfDone,
    successMeasure,
  } = recommendation;
  return { do: what, owner, effort, days30, days60, days90, effectAfter, evidenceOfDone, successMeasure };
}

function gapResult(gap: Gap, place: number): GapResult {
  return {
    rank: place + 1,
    element: gap.practice.element,
    practice: gap.practice.id,
    score: roundTo(gap.score, digits.score),
    target: gap.practice.target,
    points: roundTo(gap.points, digits.score),
    priority: roundTo(gap.priority, digits.priority),
    blockedBy: gap.blockedBy.map(({ id }) => id),
    drivers: gap.drivers.map(({ question, level }) => ({ question: question.id, level })),
    ...(gap.recommendation && { recommendation: recommendationOf(gap.recommendation) }),
  };
}

/** A number as people are shown it: whole, unless that would hide a difference from `other`. */
function forPeople(value: number, other?: number): number {
  const whole = roundTo(value, 0);
  return whole === (other ?? 0) && value !== other ? roundTo(value, 1) : whole;
}

function moveNow({ model }: Assessment, move: PlannedNow): Move {
  const { words } = model;
  switch (move.move) {
    case 'close': {
      const { practice, recommendation } = move.gap;
      return {
        move: 'close',
        element: practice.element,
        practice: practice.id,
        name: practice.name,
        because: say(words, 'plan.becauseClose', {
          score: forPeople(move.gap.score, practice.target),
          target: practice.target,
          points: forPeople(move.gap.points),
        }),
        ...(recommendation && { recommendation: recommendationOf(recommendation) }),
      };
    }
    case 'find-out':
      return {
        move: 'find-out',
        element: move.element.id,
        practice: null,
        name: move.element.name,
        because: say(words, 'plan.becauseFindOut', { element: move.element.name }),
        ask: move.open.map(({ question }) => ({
          question: question.id,
          ask: wordingFor(question, question.bestAnsweredBy),
          bestAnsweredBy: question.bestAnsweredBy,
        })),
      };
    case 'prove':
      return {
        move: 'prove',
        element: move.practice.element,
        practice: move.practice.id,
        name: move.practice.name,
        because:
          move.shown === null
            ? say(words, 'plan.becauseProveNothing', { said: forPeople(move.said) })
            : say(words, 'plan.becauseProve', { said: forPeople(move.said), shown: forPeople(move.shown) }),
        attach: move.questions.flatMap(({ question }) =>
          question.evidence.slice(0, 1).map(({ kind, what }) => ({ question: question.id, kind, what })),
        ),
      };
  }
}

/** Findings of other people with their sources, a line each. */
function sourcesOf(model: Model, ids: readonly string[]): string[] {
  return model.sources
    .filter(({ id }) => ids.includes(id))
    .map(({ finding, reference }) => `${finding} (${reference})`);
}

function moveLater(gap: Gap): PlannedMove {
  return {
    move: 'close',
    element: gap.practice.element,
    practice: gap.practice.id,
    name: gap.practice.name,
    ...(gap.recommendation && { do: gap.recommendation.do }),
    blockedBy: gap.blockedBy.map(({ id }) => id),
  };
}

/**
 * The report of an assessment: stands alone, deterministic, with scores of one decimal and coverage of two.
 * Its keys are in the order in which they are written.
 */
export function buildReport({
  assessment,
  answers,
  sources,
  findings,
  outcomes,
  version,
}: ReportInput): ReportDocument {
  const { model } = assessment;
  const gaps = findGaps(assessment);
  const plan = makePlan(assessment, gaps);
  return {
    kind: 'report',
    schemaVersion: 1,
    generator: { name: 'sales-audit', version },
    asOf: assessment.asOf,
    organization: { name: answers.organization.name },
    model: { id: model.id, version: model.version, digest: model.digest },
    sources: [...sources],
    ...(answers.context && { context: answers.context }),
    summary: summaryOf(assessment),
    elements: model.elements.map((element) => elementResult(assessment, element)),
    patterns: findPatterns(assessment, outcomes).map(({ pattern, because }) => ({
      id: pattern.id,
      name: pattern.name,
      because: [...because],
      means: pattern.means,
      firstMove: pattern.firstMove,
      ...(pattern.sources && { sources: sourcesOf(model, pattern.sources) }),
    })),
    gaps: gaps.map(gapResult),
    plan: {
      now: plan.now.map((move) => moveNow(assessment, move)),
      next: plan.next.map(moveLater),
      later: plan.later.map(moveLater),
    },
    findings: [...findings],
    ...(answers.opening && { opening: answers.opening }),
    ...(answers.closing !== undefined && { closing: answers.closing }),
  };
}

/** Digits after the point of a number in a written report, by its key; undefined where it is a count. */
export function decimalsInReport(path: readonly (string | number)[]): number | undefined {
  const key = path.at(-1);
  if (path[0] === 'context') return undefined;
  switch (key) {
    case 'score':
    case 'low':
    case 'high':
    case 'shown':
    case 'written':
    case 'balance':
    case 'points':
    case 'target':
      return digits.score;
    case 'coverage':
      return digits.share;
    case 'priority':
      return digits.priority;
    default:
      return undefined;
  }
}
