import type { Model, Question } from '#domain/model.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { AssessedVoices } from '#domain/scoring/assessed-voices.ts';
import { type GivenAnswer, type Governing, govern, listNamedAnswers } from './govern.ts';
import { type Medians, computeMedians } from './medians.ts';
import { type ShownSellers, showSellers } from './protect-sellers.ts';
import { type Audience, gatherAudience, listAsked } from './respondents.ts';

/** A question with what several respondents said, and whose answer counts. */
export interface CombinedQuestion {
  readonly question: Question;
  /** What everyone but sellers answered. */
  readonly given: readonly GivenAnswer[];
  readonly sellers: ShownSellers;
  readonly governing: Governing;
  readonly medians: Medians;
}

/** Answers of several respondents, made into those of one. */
export interface Combination {
  readonly audience: Audience;
  /** The answers that govern, to be scored like those of one respondent. */
  readonly answers: AnswersDocument;
  /** The questions that anyone was asked, in asking order. */
  readonly questions: readonly CombinedQuestion[];
  /** Smallest number of sellers whose answers are shown together. */
  readonly minGroup: number;
  /** Whether names and notes of sellers are shown. */
  readonly withNames: boolean;
  readonly asOf: string;
}

/** How to combine answers. */
export interface CombineRules {
  /** Smallest number of sellers whose answers are shown together, at least 3. Default: that of the model. */
  readonly minGroup?: number | undefined;
  /** Whether names and notes of sellers are shown. */
  readonly withNames?: boolean | undefined;
}

/** The smallest group that can be asked for: of two people, each would know what the other said. */
export const smallestMinGroup = 3;

/**
 * Combines the answers of several respondents to one model. Does not depend on the order of the documents.
 *
 * @param documents answers to one model, of one organization
 * @param asOf the day at which the age of evidence is measured, YYYY-MM-DD
 * @throws RangeError if `minGroup` is below 3
 */
export function combineAnswers(
  model: Model,
  documents: readonly AnswersDocument[],
  asOf: string,
  { minGroup = model.scoring.voices.minGroup, withNames = false }: CombineRules = {},
): Combination {
  if (!Number.isInteger(minGroup) || minGroup < smallestMinGroup)
    throw new RangeError(`minGroup must be a whole number from ${smallestMinGroup} up: ${minGroup}`);
  const audience = gatherAudience(model, documents);
  const questions = audience.asked.map((question): CombinedQuestion => {
    const sellers = showSellers(listAsked(audience, 'seller', question), question, minGroup);
    const given = listNamedAnswers(audience, question);
    const governing = govern(question, { audience, given, sellers, rules: model.scoring, asOf });
    return { question, given, sellers, governing, medians: computeMedians(given, sellers) };
  });
  // What is said of the company as a whole comes from the leader, else from nobody.
  const leader = audience.respondents.find(({ answers }) => answers.respondent.role === 'leader')?.answers;
  const first = leader ?? audience.respondents[0]?.answers;
  if (first === undefined) throw new TypeError('There are no answers to combine.');
  const answers: AnswersDocument = {
    kind: 'answers',
    schemaVersion: 1,
    model: first.model,
    organization: first.organization,
    respondent: { role: 'leader' },
    scope: audience.respondents.some(({ answers: { scope } }) => scope !== 'quick') ? 'full' : 'quick',
    ...(leader?.context && { context: leader.context }),
    ...(leader?.opening && { opening: leader.opening }),
    answers: Object.fromEntries(
      questions.flatMap(({ question, governing: { answer } }) =>
        answer === undefined ? [] : [[question.id, answer]],
      ),
    ),
    ...(leader?.closing !== undefined && { closing: leader.closing }),
  };
  return { audience, answers, questions, minGroup, withNames, asOf };
}

/** Returns what scoring has to know of several respondents. */
export function getVoices({ questions }: Combination): AssessedVoices {
  return {
    questions: questions.map(({ question }) => question),
    roles: new Map(
      questions.flatMap(({ question, governing: { role } }) =>
        role === undefined ? [] : [[question.id, role]],
      ),
    ),
    distances: new Map(questions.map(({ question, medians }) => [question.id, medians])),
  };
}
