import type { Assessment } from '#domain/scoring/assess.ts';
import type { Subject } from '#domain/explain.ts';
import type { Model } from '#domain/model.ts';
import { explainArithmetic } from './arithmetic.ts';
import type { ExplainContext } from './context.ts';
import { explainSubject } from './subject.ts';

export type { ExplainContext } from './context.ts';

/** Renders what a subject is and, for given answers, how its numbers are computed. */
export function renderExplanation(
  subject: Subject,
  model: Model,
  assessment: Assessment | undefined,
  context: ExplainContext,
): string {
  const lines = explainSubject(subject, model, context);
  if (assessment !== undefined) lines.push(...explainArithmetic(subject, assessment, context));
  return `${lines.join('\n')}\n`;
}
