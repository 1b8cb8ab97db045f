import { claimedFrom } from '#domain/scoring/evidence.ts';
import { type Model, type Question, questionsOf } from '#domain/model.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';

/** An answer to a question of the model. */
export interface Given {
  readonly id: string;
  readonly question: Question;
  readonly answer: Answer;
}

/** The answers to questions that the model has, in the order of the file. */
function knownAnswers(answers: AnswersDocument, model: Model): readonly Given[] {
  const questions = new Map(questionsOf(model).map((question) => [question.id, question]));
  return Object.entries(answers.answers).flatMap(([id, answer]) => {
    const question = questions.get(id);
    return question === undefined ? [] : [{ id, question, answer }];
  });
}

/** Those of the answers that claim level 3 or 4, with the level. */
export function listClaims(
  answers: AnswersDocument,
  model: Model,
): readonly (Given & { readonly level: number })[] {
  return knownAnswers(answers, model).flatMap((given) => {
    const { level } = given.answer;
    return level !== undefined && level >= claimedFrom ? [{ ...given, level }] : [];
  });
}
