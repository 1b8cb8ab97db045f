import { listDeclarations } from '#domain/declarations.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import type { AssessedQuestion, Assessment } from '#domain/scoring/assess.ts';
import { computeCoverage } from '#domain/scoring/assess.ts';
import { isStale } from '#domain/scoring/evidence.ts';
import { settleKnown } from '#domain/scoring/numbers.ts';
import { getBlockKey, listPractices } from '#domain/scoring/roll-up.ts';
import type { Element, Practice } from '#domain/model.ts';
import { getWording } from '#domain/scoring/questionnaire.ts';
import { buildRange } from './summary.ts';
import type {
  BlockResult,
  ElementResult,
  NextLevel,
  PracticeResult,
  QuestionResult,
} from '#domain/types/report.ts';

type Lenses = Pick<BlockResult, 'score' | 'shown' | 'declared' | 'coverage'>;

function buildLenses(
  { said, shown, declared }: Assessment,
  part: 'elements' | 'blocks' | 'practices',
  id: string,
  asked: readonly AssessedQuestion[],
): Lenses {
  return {
    score: settleKnown(said[part].get(id)),
    shown: settleKnown(shown[part].get(id)),
    declared: settleKnown(declared[part].get(id)),
    coverage: settleKnown(computeCoverage(asked)),
  };
}

/** Returns the level above an answered one; undefined at the highest level and without one. */
function findNextLevel({ question, level }: AssessedQuestion): NextLevel | undefined {
  if (level === null) return undefined;
  const next = question.levels[level + 1];
  return next && { level: level + 1, label: next.label, means: next.means };
}

function buildQuestionResult(assessment: Assessment, entry: AssessedQuestion): QuestionResult {
  const { question, state, level, shownLevel, answer } = entry;
  const next = findNextLevel(entry);
  return {
    id: question.id,
    ask: getWording(question, assessment.role, assessment.context.customers),
    state,
    level,
    shownLevel,
    label: level === null ? null : (question.levels[level]?.label ?? null),
    answer: level === null ? null : (question.levels[level]?.means ?? null),
    ...(next && { next }),
    ...(answer?.lowest && { lowest: answer.lowest }),
    ...(entry.isGuess && { guess: true as const }),
    ...(answer?.evidence && {
      evidence: answer.evidence.map((piece) =>
        isStale(piece, question, assessment.asOf) ? { ...piece, stale: true } : piece,
      ),
    }),
    ...(answer?.note !== undefined && { note: answer.note }),
    ...(answer?.notApplicable !== undefined && { reason: answer.notApplicable }),
  };
}

function buildPracticeResult(
  assessment: Assessment,
  practice: Practice,
  system: SystemDocument | undefined,
): PracticeResult {
  const asked = assessment.asked.filter(({ question }) => question.practice === practice.id);
  const { score, shown, declared, coverage } = buildLenses(assessment, 'practices', practice.id, asked);
  const isSilent =
    system !== undefined && (declared ?? 0) === 0 && listDeclarations(system, practice.id).length === 0;
  return {
    id: practice.id,
    name: practice.name,
    block: practice.block,
    score,
    shown,
    declared,
    ...(isSilent && { nothingDeclared: true as const }),
    coverage,
    questions: asked.map((entry) => buildQuestionResult(assessment, entry)),
  };
}

/**
 * Builds the result of an element for the report, with its blocks, practices and questions.
 *
 * @param contradicted whether an answer of the element contradicts the declared system
 * @param system the declared system; undefined without one
 */
export function buildElementResult(
  assessment: Assessment,
  element: Element,
  contradicted: boolean,
  system: SystemDocument | undefined,
): ElementResult {
  const { model, status, low, high, asked } = assessment;
  const own = asked.filter(({ question }) => question.element === element.id);
  const lenses = buildLenses(assessment, 'elements', element.id, own);
  return {
    id: element.id,
    name: element.name,
    asks: element.asks,
    position: element.position,
    status: status.get(element.id) ?? 'unknown',
    ...(status.get(element.id) === 'in-place' &&
      assessment.shownInPlace?.has(element.id) === true && { proven: true as const }),
    ...(contradicted && status.get(element.id) === 'in-place' && { contested: true as const }),
    score: lenses.score,
    range: buildRange(low.elements.get(element.id), high.elements.get(element.id)),
    coverage: lenses.coverage,
    shown: lenses.shown,
    declared: lenses.declared,
    blocks: element.blocks.map((block) => ({
      id: block.id,
      name: block.name,
      ...buildLenses(
        assessment,
        'blocks',
        getBlockKey(element.id, block.id),
        own.filter(({ question }) => question.block === block.id),
      ),
    })),
    practices: listPractices(model, element.id).map((practice) =>
      buildPracticeResult(assessment, practice, system),
    ),
  };
}
