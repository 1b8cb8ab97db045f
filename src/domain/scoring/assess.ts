import { requireDay } from '#domain/dates.ts';
import type { AssessedVoices } from './assessed-voices.ts';
import { computeBalance } from './balance.ts';
import { computeSupportedLevel } from './evidence.ts';
import { type Lens, getBlockKey, listPractices, rollUpLevels } from './roll-up.ts';
import type { Element, Model, Question, Role } from '#domain/model.ts';
import { settle } from './numbers.ts';
import { type Scope, makeQuestionnaire } from './questionnaire.ts';
import type { Answer, AnswersDocument, Context } from '#domain/types/answers.ts';
import type { Status } from '#domain/types/report.ts';
import { type CheckOutcome, scoreDeclaredLens } from './declared-lens.ts';

/** State of one question. Unknown and unanswered are never scored as zero. */
export type AnswerState = 'answered' | 'unknown' | 'not-applicable' | 'unanswered';

/** An asked question with its answer. */
export interface AssessedQuestion {
  readonly question: Question;
  readonly state: AnswerState;
  readonly answer: Answer | undefined;
  /** The level answered, 0..4; null if there is none. */
  readonly level: number | null;
  /** The level that the evidence supports, 0..4, at most `level`; null without a level or evidence. */
  readonly shownLevel: number | null;
  /** Whether the answer has a level that is a guess at what others would say. */
  readonly isGuess: boolean;
}

/** Result of scoring the answers to a model. All scores 0..100, null = unknown. */
export interface Assessment {
  readonly model: Model;
  readonly role: Role;
  readonly scope: Scope;
  /** Facts about the business, as the respondent gave them. */
  readonly context: Context;
  /** The date of the assessment, YYYY-MM-DD. */
  readonly asOf: string;
  /** The asked questions in asking order. */
  readonly asked: readonly AssessedQuestion[];
  readonly said: Lens;
  /** Every score is null if no evidence was given anywhere. */
  readonly shown: Lens;
  /** Every score is null without a declared system. */
  readonly declared: Lens;
  /** Lower bound: every open question at level 0. */
  readonly low: Lens;
  /** Upper bound: every open question at level 4. */
  readonly high: Lens;
  /** Status of each element in the said lens, by element id. */
  readonly status: ReadonlyMap<string, Status>;
  /** Number of elements in place in the said lens. */
  readonly inPlace: number;
  /** Ids of the elements in place in the shown lens; null if no evidence was given anywhere. */
  readonly shownInPlace: ReadonlySet<string> | null;
  /** Mean of the elements, 0..100; null if any element is unknown, or if none has a score. */
  readonly score: number | null;
  /**
   * Mean of the middle minus mean of the bookends, in levels, -4..4; null if any element is unknown, or if
   * either has no score.
   */
  readonly balance: number | null;
  /**
   * Share, 0..1, of the asked and applicable questions that have a level, by weight; null if none applies.
   */
  readonly coverage: number | null;
  /** What several respondents were asked; undefined for the answers of one. */
  readonly voices: AssessedVoices | undefined;
  /** Whether too few questions were answered for a final result. */
  readonly provisional: boolean;
}

function getState(answer: Answer | undefined): AnswerState {
  if (answer === undefined) return 'unanswered';
  if (answer.notApplicable !== undefined) return 'not-applicable';
  return answer.level === undefined ? 'unknown' : 'answered';
}

/** Computes the share, 0..1, of the applicable questions that have a level, by weight; null if none applies. */
export function computeCoverage(questions: readonly AssessedQuestion[]): number | null {
  const weigh = (some: readonly AssessedQuestion[]): number =>
    some.reduce((sum, { question }) => sum + question.weight, 0);
  const applicable = weigh(questions.filter(({ state }) => state !== 'not-applicable'));
  if (applicable === 0) return null;
  return settle(weigh(questions.filter(({ state }) => state === 'answered')) / applicable);
}

/** Returns the scores of an element's blocks, or of its practices if it has no blocks. */
function listPartScores(model: Model, element: Element, lens: Lens): (number | null)[] {
  if (element.blocks.length > 0) {
    return element.blocks.map(({ id }) => lens.blocks.get(getBlockKey(element.id, id)) ?? null);
  }
  return listPractices(model, element.id).map(({ id }) => lens.practices.get(id) ?? null);
}

/** Decides the status of an element in one lens. The first matching rule wins (docs/scoring.md, "Status"). */
function decideStatus(
  model: Model,
  element: Element,
  lens: Lens,
  asked: readonly AssessedQuestion[],
): Status {
  const { inPlaceAt, neglectedBelow, knownFromCoverage } = model.scoring;
  const own = asked.filter(({ question }) => question.element === element.id);
  if (own.length === 0) return 'not-asked';
  const score = lens.elements.get(element.id) ?? null;
  if (score === null || (computeCoverage(own) ?? 0) < knownFromCoverage) return 'unknown';
  if (score < neglectedBelow) return 'neglected';
  const neglectsAPart = listPartScores(model, element, lens).some(
    (part) => part !== null && part < neglectedBelow,
  );
  return score >= inPlaceAt && !neglectsAPart ? 'in-place' : 'partial';
}

/**
 * Scores answers. Pure: the same inputs always give the same assessment. Answers to questions that were not
 * asked, or that the model does not have, are ignored.
 *
 * @param outcomes outcomes of the checks on the declared system; undefined without one
 * @param asOf the date, YYYY-MM-DD, at which the age of evidence is measured
 * @param voices what several respondents were asked, if the answers are those of more than one
 * @throws RangeError if `asOf` is not a valid date
 */
export function assess(
  model: Model,
  answers: Pick<AnswersDocument, 'respondent' | 'scope' | 'context' | 'answers'>,
  outcomes: readonly CheckOutcome[] | undefined,
  asOf: string,
  voices?: AssessedVoices,
): Assessment {
  requireDay(asOf);
  const { role } = answers.respondent;
  const scope = answers.scope ?? 'full';
  const given = new Map(Object.entries(answers.answers));
  const questions = voices?.questions ?? makeQuestionnaire(model, role, scope);
  // Evidence for an answer without a level supports no level, so it must not turn the other shown scores from
  // null to 0.
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
    const answeredBy = voices === undefined ? role : voices.roles.get(question.id);
    const isGuess = level !== null && answeredBy !== undefined && question.guessFor.includes(answeredBy);
    return { question, state: getState(answer), answer, level, shownLevel, isGuess };
  });
  const byId = new Map(asked.map((entry) => [entry.question.id, entry]));

  /** Rolls up the answers with every open question at the given level. */
  const rollUpWithOpenAt = (level: number): Lens =>
    rollUpLevels(model, ({ id }) => {
      const entry = byId.get(id);
      if (entry === undefined || entry.state === 'not-applicable') return null;
      return entry.level ?? level;
    });
  const said = rollUpLevels(model, ({ id }) => byId.get(id)?.level ?? null);
  const shown = rollUpLevels(model, ({ id }) => byId.get(id)?.shownLevel ?? null);
  const status = new Map(
    model.elements.map((element) => [element.id, decideStatus(model, element, said, asked)]),
  );
  const shownInPlace = model.elements
    .filter((element) => decideStatus(model, element, shown, asked) === 'in-place')
    .map(({ id }) => id);
  const anyUnknown = [...status.values()].includes('unknown');
  const coverage = computeCoverage(asked);

  return {
    model,
    role,
    scope,
    context: answers.context ?? {},
    asOf,
    asked,
    said,
    shown,
    declared: scoreDeclaredLens(model, outcomes),
    low: rollUpWithOpenAt(0),
    high: rollUpWithOpenAt(4),
    status,
    inPlace: [...status.values()].filter((one) => one === 'in-place').length,
    shownInPlace: hasEvidence ? new Set(shownInPlace) : null,
    score: anyUnknown ? null : said.overall,
    balance: anyUnknown ? null : computeBalance(model, said),
    coverage,
    voices,
    provisional: coverage === null || coverage < model.scoring.provisionalBelowCoverage,
  };
}
