import type { Answer } from '#domain/types/answers.ts';
import { type Assessment, assess } from './assess.ts';

/** Scores the answers of an assessment again, with some of them replaced. Without a declared system. */
export function reassess(assessment: Assessment, changed: ReadonlyMap<string, Answer>): Assessment {
  const { model, role, scope, context, asOf, asked, voices } = assessment;
  const answers = Object.fromEntries(
    asked.flatMap(({ question: { id }, answer }) => {
      const counted = changed.get(id) ?? answer;
      return counted === undefined ? [] : [[id, counted] as const];
    }),
  );
  return assess(model, { respondent: { role }, scope, context, answers }, undefined, asOf, voices);
}
