import { type Model, type Question, type Role, questionsOf } from '#domain/model.ts';

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

/** A part of the questions of a model. */
export interface Selection {
  /** Only what this role is asked. */
  readonly role?: Role;
  /** Only the questions of this element. */
  readonly element?: string;
  /** Only the short set. */
  readonly quick: boolean;
}

/** The questions of a selection in asking order. */
export function selectQuestions(model: Model, { role, element, quick }: Selection): readonly Question[] {
  return questionnaireFor(model, role ?? 'leader', quick ? 'quick' : 'full').filter(
    (question) => element === undefined || question.element === element,
  );
}
