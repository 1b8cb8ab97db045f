import { type Assessment, assess } from '#domain/scoring/assess.ts';
import type { Model, Role } from '#domain/model.ts';
import type { Scope } from '#domain/scoring/questionnaire.ts';
import type { Answer, AnswersDocument, Evidence } from '#domain/types/answers.ts';
import type { CheckOutcome } from '#domain/scoring/declared-lens.ts';

/** An answer in short: a level, "I don't know", "does not apply", or the answer itself. */
export type Short = number | 'unknown' | 'na' | Answer;

/** The day for which tests score, unless they say another. */
export const today = '2026-11-23';

/** Evidence of a kind; undated unless it is said. */
export function evidenceOf(kind: Evidence['kind'], date?: string): Evidence {
  return { kind, what: `Some ${kind}`, ...(date !== undefined && { date }) };
}

/** Evidence of a kind, dated today. */
export function fresh(kind: Evidence['kind']): Evidence {
  return evidenceOf(kind, today);
}

/** A level with proof that supports it fully. */
export function proven(level: number): Answer {
  return { level, evidence: [fresh('artifact')] };
}

function answerOf(short: Short): Answer {
  if (typeof short === 'number') return { level: short };
  if (short === 'unknown') return { unknown: true };
  return short === 'na' ? { notApplicable: 'out-of-scope' } : short;
}

/** Answers by question id, of a leader in a full audit unless it is said. */
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
    answers: Object.fromEntries(Object.entries(given).map(([id, short]) => [id, answerOf(short)])),
  };
}

/** How to score: who answered which scope, on which day, with which checks. */
export interface Circumstances {
  readonly role?: Role;
  readonly scope?: Scope;
  readonly asOf?: string;
  readonly outcomes?: readonly CheckOutcome[];
}

/** The assessment of answers given in short. */
export function assessed(
  model: Model,
  given: Readonly<Record<string, Short>>,
  { asOf = today, outcomes, ...who }: Circumstances = {},
): Assessment {
  return assess(model, makeAnswers(given, who), outcomes, asOf);
}

/** Answers that give each practice of one or more questions the same level throughout. */
export function atLevels(model: Model, levels: Readonly<Record<string, Short>>): Record<string, Short> {
  return Object.fromEntries(
    model.practices.flatMap(({ id, questions }) => {
      const level = levels[id];
      return level === undefined ? [] : questions.map((question): [string, Short] => [question.id, level]);
    }),
  );
}
