import { claimLevel } from '#domain/scoring/evidence.ts';
import { type Model, type Question, listQuestions } from '#domain/model.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';

/** An answer to a question of the model. */
export interface Given {
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

/** Returns the answers that claim level 3 or 4, with the level. */
export function listClaims(
  answers: AnswersDocument,
  model: Model,
): readonly (Given & { readonly level: number })[] {
  return listKnownAnswers(answers, model).flatMap((given) => {
    const { level } = given.answer;
    return level !== undefined && level >= claimLevel ? [{ ...given, level }] : [];
  });
}
