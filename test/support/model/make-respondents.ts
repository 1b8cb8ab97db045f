import type { Role } from '#domain/model.ts';
import type { Answer, AnswersDocument } from '#domain/types/answers.ts';
import { makeAnswers } from './make-answers.ts';

/** A respondent, with answers by question id. */
export interface Person {
  readonly role: Role;
  readonly unit?: string | undefined;
  readonly name?: string | undefined;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** Makes the answers of respondents. */
export function makeRespondents(people: readonly Person[]): AnswersDocument[] {
  return people.map(({ role, unit, name, answers }) => ({
    ...makeAnswers(answers, { role }),
    respondent: { role, ...(unit !== undefined && { unit }), ...(name !== undefined && { name }) },
  }));
}
