import { type Model, type Question, type Role, questionsOf } from './model.ts';

/** Which questions are asked: the short set, or every one. */
export type Scope = 'quick' | 'full';

/**
 * The asked set in asking order. A leader is asked every question of the scope, anyone else those that
 * name their role (docs/scoring.md, "Asked set").
 */
export function questionnaireFor(model: Model, role: Role, scope: Scope): readonly Question[] {
  return questionsOf(model).filter(
    (question) =>
      (scope === 'full' || question.quick) && (role === 'leader' || question.ask[role] !== undefined),
  );
}

/** The spoken question for a role: its own wording where there is one, else the leader's. */
export function wordingFor(question: Question, role: Role): string {
  return question.ask[role] ?? question.ask.leader;
}
