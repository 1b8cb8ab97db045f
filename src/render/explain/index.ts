import type { Assessment } from '#domain/scoring/assess.ts';
import type { Subject } from '#domain/explain.ts';
import type { Model } from '#domain/model.ts';
import type { Voices } from '#domain/types/report.ts';
import { explainArithmetic } from './arithmetic.ts';
import type { ExplainContext } from './context.ts';
import { explainSubject } from './subject.ts';
import { explainVoices } from './voices.ts';

export type { ExplainContext } from './context.ts';

/**
 * Renders what a subject is and, for given answers, how its numbers are computed.
 *
 * @param voices what each of several respondents said, if the answers are those of several
 */
export function renderExplanation(
  subject: Subject,
  model: Model,
  assessment: Assessment | undefined,
  context: ExplainContext,
  voices?: Voices,
): string {
  const lines = explainSubject(subject, model, context);
  if (assessment !== undefined) lines.push(...explainArithmetic(subject, assessment, context));
  if (voices !== undefined) lines.push(...explainVoices(subject, voices, context));
  return `${lines.join('\n')}\n`;
}
