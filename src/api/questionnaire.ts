import { type Model, type Question, type Role, roles } from '#domain/model.ts';
import * as domain from '#domain/scoring/questionnaire.ts';
import { requireChoice, requireModel } from './options.ts';

/**
 * Returns the questions for a role in asking order. A leader is asked every question of the scope, any other
 * role only those worded for it (docs/scoring.md, "Asked set").
 *
 * @throws TypeError if the model is none, RangeError if the role or the scope does not exist
 */
export function makeQuestionnaire(model: Model, role: Role, scope: domain.Scope): readonly Question[] {
  requireModel(model);
  requireChoice('role', role, roles);
  requireChoice('scope', scope, ['quick', 'full']);
  return domain.makeQuestionnaire(model, role, scope);
}

/**
 * Returns the wording of a question for a role, or the leader's if it has none of its own.
 *
 * @throws TypeError if the question is none, RangeError if the role does not exist
 */
export function getWording(question: Question, role: Role): string {
  if (typeof (question as Partial<Question> | null | undefined)?.ask?.leader !== 'string')
    throw new TypeError('`question` takes a question of a model: pass one of `makeQuestionnaire(…)`.');
  requireChoice('role', role, roles);
  return domain.getWording(question, role);
}
