import type { Failure } from '#checks/define-check.ts';
import { claimLevel } from '#domain/scoring/evidence.ts';
import { type Model, type Question, listQuestions } from '#domain/model.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';

/** An answer to a question of the model. */
interface Given {
  readonly id: string;
  readonly question: Question;
  readonly answer: Answer;
}

/** Returns the answers to questions of the model, in the order of the file. */
function listKnownAnswers(answers: AnswersDocument, model: Model): readonly Given[] {
  const questions = new Map(listQuestions(model).map((question) => [question.id, question]));
  return Object.entries(answers.answers).flatMap(([id, answer]) => {
    const question = questions.get(id);
    return question === undefined ? [] : [{ id, question, answer }];
  });
}

/** An answer with a level, 0..4. */
type GivenLevel = Given & { readonly level: number };

/** Returns the answers that have a level, with the level. */
export function listLevels(answers: AnswersDocument, model: Model): readonly GivenLevel[] {
  return listKnownAnswers(answers, model).flatMap((given) => {
    const { level } = given.answer;
    return level === undefined ? [] : [{ ...given, level }];
  });
}

/** Returns the answers that claim level 3 or 4, with the level. */
export function listClaims(answers: AnswersDocument, model: Model): readonly GivenLevel[] {
  return listLevels(answers, model).filter(({ level }) => level >= claimLevel);
}

/**
 * Describes a question that the leader and the sellers answer very differently.
 *
 * @param leader level of the leader, 0..4
 * @param sellers median of the sellers, 0..4
 */
export function describeDispute(
  id: string,
  leader: number,
  sellers: number,
): Pick<Failure, 'message' | 'fix'> {
  return {
    message: `\`${id}\` is ${leader} to the leader and ${sellers} to the sellers: each sees something different, and an average would describe nobody.`,
    fix: 'Ask both what they would have seen, and agree on what is true.',
  };
}
