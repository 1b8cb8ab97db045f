import { type Assessment, assess } from '#domain/scoring/assess.ts';
import type { Model, Role } from '#domain/model.ts';
import type { Scope } from '#domain/scoring/questionnaire.ts';
import type { Answer, AnswersDocument, Evidence } from '#domain/types/answers.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';

/** Short form of an answer: a level, "I don't know", "does not apply", or the answer itself. */
export type Short = number | 'unknown' | 'na' | Answer;

/** Default date of scoring in tests. */
export const today = '2026-11-23';

/** Makes evidence of a kind. Undated by default. */
export function makeEvidence(kind: Evidence['kind'], date?: string): Evidence {
  return { kind, what: `Some ${kind}`, ...(date !== undefined && { date }) };
}

/** Makes evidence of a kind, dated today. */
export function makeFreshEvidence(kind: Evidence['kind']): Evidence {
  return makeEvidence(kind, today);
}

/** Makes an answer with evidence that fully supports its level. */
export function makeProvenAnswer(level: number): Answer {
  return { level, evidence: [makeFreshEvidence('artifact')] };
}

function toAnswer(short: Short): Answer {
  if (typeof short === 'number') return { level: short };
  if (short === 'unknown') return { unknown: true };
  return short === 'na' ? { notApplicable: 'out-of-scope' } : short;
}

/** Makes answers by question id, by default of a leader in a full audit. */
export function makeAnswers(
  given: Readonly<Record<string, Short>>,
  { role = 'leader', scope = 'full' }: { role?: Role; scope?: Scope } = {},
): AnswersDocument {
  return {
    kind: 'answers',
    schemaVersion: 1,
    model: { id: 'test-model', version: '1.0.0' },
    organization: { name: 'Harbor Instruments' },
    respondent: { role },
    scope,
    answers: Object.fromEntries(Object.entries(given).map(([id, short]) => [id, toAnswer(short)])),
  };
}

/** Parameters of scoring: role, scope, date and checks. */
export interface Circumstances {
  readonly role?: Role;
  readonly scope?: Scope;
  readonly asOf?: string;
  readonly outcomes?: readonly CheckOutcome[];
}

/** Assesses answers in their short form. */
export function assessAnswers(
  model: Model,
  given: Readonly<Record<string, Short>>,
  { asOf = today, outcomes, ...who }: Circumstances = {},
): Assessment {
  return assess(model, makeAnswers(given, who), outcomes, asOf);
}

/** Makes answers with the same level for all questions of a practice. */
export function answerPractices(
  model: Model,
  levels: Readonly<Record<string, Short>>,
): Record<string, Short> {
  return Object.fromEntries(
    model.practices.flatMap(({ id, questions }) => {
      const level = levels[id];
      return level === undefined ? [] : questions.map((question): [string, Short] => [question.id, level]);
    }),
  );
}
