import type { AssessedQuestion, Assessment } from './assess.ts';
import { coverageOf } from './assess.ts';
import { isStale } from './evidence.ts';
import { findGaps } from './gaps.ts';
import { blockKey, practicesIn } from './lens.ts';
import type { Element, Model, Practice } from './model.ts';
import { roundTo } from './numbers.ts';
import { findPatterns } from './patterns.ts';
import { makePlan } from './plan.ts';
import { wordingFor } from './questionnaire.ts';
import { digits } from './report-digits.ts';
import { gapResult, moveLater, moveNow } from './report-plan.ts';
import type { AnswersDocument } from './types/answers.ts';
import type {
  BlockResult,
  ElementResult,
  Finding,
  PracticeResult,
  QuestionResult,
  Range,
  ReportDocument,
  Source,
  Summary,
} from './types/report.ts';
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
    ...(answer?.evidence && {
      evidence: answer.evidence.map((piece) =>
        isStale(piece, question, assessment.asOf) ? { ...piece, stale: true } : piece,
      ),
    }),
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

/** Findings of other people with their sources, a line each. */
function sourcesOf(model: Model, ids: readonly string[]): string[] {
  return model.sources
    .filter(({ id }) => ids.includes(id))
    .map(({ finding, reference }) => `${finding} (${reference})`);
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
