import { computeSupportedLevel } from './evidence.ts';
import { type Lens, getBlockKey, practicesIn, rollUpLevels } from './roll-up.ts';
import type { Element, Model, Question, Role } from '#domain/model.ts';
import { settle } from './numbers.ts';
import { type Scope, questionnaireFor } from './questionnaire.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';
import type { Status } from '#domain/types/report.ts';
import { type CheckOutcome, scoreDeclaredLens } from './declared-lens.ts';

/** What is known about one question. Unknown and unanswered are never zero. */
export type AnswerState = 'answered' | 'unknown' | 'not-applicable' | 'unanswered';

/** One asked question with what was answered. */
export interface AssessedQuestion {
  readonly question: Question;
  readonly state: AnswerState;
  readonly answer: Answer | undefined;
  /** The level answered, 0 to 4; null where there is none. */
  readonly level: number | null;
  /** The level that the evidence supports, 0 to 4, never above `level`; null where nothing can be shown. */
  readonly shownLevel: number | null;
}

/** Everything that follows from a model and the answers to it. All scores 0 to 100, null = unknown. */
export interface Assessment {
  readonly model: Model;
  readonly role: Role;
  readonly scope: Scope;
  /** The day that the assessment speaks for. */
  readonly asOf: string;
  /** The asked set in asking order. */
  readonly asked: readonly AssessedQuestion[];
  readonly said: Lens;
  /** Every score is null where no evidence was given anywhere. */
  readonly shown: Lens;
  /** Every score is null without a declared system. */
  readonly declared: Lens;
  /** Every open question at level 0. */
  readonly low: Lens;
  /** Every open question at level 4. */
  readonly high: Lens;
  /** Status of each element by what was said, by its id. */
  readonly status: ReadonlyMap<string, Status>;
  /** Number of elements in place by what was said. */
  readonly inPlace: number;
  /** Number of elements in place by what can be shown; null where no evidence was given anywhere. */
  readonly inPlaceShown: number | null;
  /** Mean of the elements, 0 to 100; null while any element is unknown, or none has a score. */
  readonly score: number | null;
  /** Mean of the middle minus mean of the bookends, -4 to 4 levels; null while any element is unknown, or where either has no score. */
  readonly balance: number | null;
  /** Share, 0 to 1, of the asked and applicable questions that have a level, by weight; null where none applies. */
  readonly coverage: number | null;
  /** Whether too little was answered for a final result. */
  readonly provisional: boolean;
}

function stateOf(answer: Answer | undefined): AnswerState {
  if (answer === undefined) return 'unanswered';
  if (answer.notApplicable !== undefined) return 'not-applicable';
  return answer.level === undefined ? 'unknown' : 'answered';
}

/**
 * Share, 0 to 1, of the applicable questions that have a level, by question weight. null where no question
 * applies.
 */
export function computeCoverage(questions: readonly AssessedQuestion[]): number | null {
  const weigh = (some: readonly AssessedQuestion[]): number =>
    some.reduce((sum, { question }) => sum + question.weight, 0);
  const applicable = weigh(questions.filter(({ state }) => state !== 'not-applicable'));
  if (applicable === 0) return null;
  return settle(weigh(questions.filter(({ state }) => state === 'answered')) / applicable);
}

/** Scores of an element's parts: of its blocks where it has blocks, else of its practices. */
function partsOf(model: Model, element: Element, lens: Lens): (number | null)[] {
  if (element.blocks.length > 0) {
    return element.blocks.map(({ id }) => lens.blocks.get(getBlockKey(element.id, id)) ?? null);
  }
  return practicesIn(model, element.id).map(({ id }) => lens.practices.get(id) ?? null);
}

/** Status of an element through one lens; the first rule that matches wins (docs/scoring.md, "Status"). */
function statusOf(model: Model, element: Element, lens: Lens, asked: readonly AssessedQuestion[]): Status {
  const { inPlaceAt, neglectedBelow, knownFromCoverage } = model.scoring;
  const own = asked.filter(({ question }) => question.element === element.id);
  if (own.length === 0) return 'not-asked';
  const score = lens.elements.get(element.id) ?? null;
  if (score === null || (computeCoverage(own) ?? 0) < knownFromCoverage) return 'unknown';
  if (score < neglectedBelow) return 'neglected';
  const neglectsAPart = partsOf(model, element, lens).some((part) => part !== null && part < neglectedBelow);
  return score >= inPlaceAt && !neglectsAPart ? 'in-place' : 'partial';
}

/** Mean of the middle minus mean of the bookends, in levels (score / 25); null where either has no score. */
function balanceOf(model: Model, said: Lens): number | null {
  const mean = (position: Element['position']): number | null => {
    const scores = model.elements
      .filter((element) => element.position === position)
      .map(({ id }) => said.elements.get(id) ?? null)
      .filter((score) => score !== null);
    return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
  };
  const middle = mean('middle');
  const bookends = mean('bookend');
  return middle === null || bookends === null ? null : settle((middle - bookends) / 25);
}

/**
 * Scores answers: pure, so the same inputs always give the same assessment. Answers to questions that were
 * not asked, or that the model does not have, count nowhere.
 *
 * @param outcomes what the checks found over the declared system; undefined without one
 * @param asOf the day, YYYY-MM-DD, to which the age of evidence is counted
 */
export function assess(
  model: Model,
  answers: AnswersDocument,
  outcomes: readonly CheckOutcome[] | undefined,
  asOf: string,
): Assessment {
  const { role } = answers.respondent;
  const scope = answers.scope ?? 'full';
  const given = new Map(Object.entries(answers.answers));
  const questions = questionnaireFor(model, role, scope);
  // What hangs on an answer without a level proves no level, so it must not turn the others from null to 0.
  const hasEvidence = questions.some(({ id }) => {
    const answer = given.get(id);
    return answer?.level !== undefined && (answer.evidence?.length ?? 0) > 0;
  });

  const asked = questions.map((question): AssessedQuestion => {
    const answer = given.get(question.id);
    const level = answer?.level ?? null;
    const shownLevel =
      level === null || !hasEvidence
        ? null
        : Math.min(level, computeSupportedLevel(answer?.evidence ?? [], question, model.scoring, asOf));
    return { question, state: stateOf(answer), answer, level, shownLevel };
  });
  const byId = new Map(asked.map((entry) => [entry.question.id, entry]));

  /** A lens in which every open question of the asked set has the level given. */
  const openAt = (level: number): Lens =>
    rollUpLevels(model, ({ id }) => {
      const entry = byId.get(id);
      if (entry === undefined || entry.state === 'not-applicable') return null;
      return entry.level ?? level;
    });
  const said = rollUpLevels(model, ({ id }) => byId.get(id)?.level ?? null);
  const shown = rollUpLevels(model, ({ id }) => byId.get(id)?.shownLevel ?? null);

  const status = new Map(
    model.elements.map((element) => [element.id, statusOf(model, element, said, asked)]),
  );
  const shownInPlace = model.elements.filter(
    (element) => statusOf(model, element, shown, asked) === 'in-place',
  );
  const anyUnknown = [...status.values()].includes('unknown');
  const coverage = computeCoverage(asked);

  return {
    model,
    role,
    scope,
    asOf,
    asked,
    said,
    shown,
    declared: scoreDeclaredLens(model, outcomes),
    low: openAt(0),
    high: openAt(4),
    status,
    inPlace: [...status.values()].filter((one) => one === 'in-place').length,
    inPlaceShown: hasEvidence ? shownInPlace.length : null,
    score: anyUnknown ? null : said.overall,
    balance: anyUnknown ? null : balanceOf(model, said),
    coverage,
    provisional: coverage === null || coverage < model.scoring.provisionalBelowCoverage,
  };
}
