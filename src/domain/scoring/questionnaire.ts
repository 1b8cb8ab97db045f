import type { Context } from '#domain/types/answers.ts';
import { type Model, type Question, type Role, listQuestions } from '#domain/model.ts';

/** The questions to ask: the short set, or all of them. */
export type Scope = 'quick' | 'full';

/**
 * Returns the questions for a role in asking order. A leader is asked every question of the scope, any other
 * role only those worded for it (docs/scoring.md, "Asked set").
 */
export function makeQuestionnaire(model: Model, role: Role, scope: Scope): readonly Question[] {
  return listQuestions(model).filter(
    (question) =>
      (scope === 'full' || question.quick) && (role === 'leader' || question.ask[role] !== undefined),
  );
}

/**
 * Returns the wording of a question for a role, or the leader's if it has none of its own. Leaders and managers whose
 * people sell to existing customers only get the wording for account managers.
 */
export function getWording(
  question: Question,
  role: Role,
  customers: Context['customers'] = undefined,
): string {
  const leads = role === 'leader' || role === 'manager';
  if (leads && customers === 'existing' && question.askAccountManagers !== undefined)
    return question.askAccountManagers;
  return question.ask[role] ?? question.ask.leader;
}

/** Filter for the questions of a model. */
export interface Selection {
  /** Only questions for this role. */
  readonly role?: Role;
  /** Only questions of this element. */
  readonly element?: string;
  /** Only the short set. */
  readonly quick: boolean;
}

/** Returns the questions that match a selection, in asking order. */
export function selectQuestions(model: Model, { role, element, quick }: Selection): readonly Question[] {
  return makeQuestionnaire(model, role ?? 'leader', quick ? 'quick' : 'full').filter(
    (question) => element === undefined || question.element === element,
  );
}
