import type { Model, Question, Role } from '#domain/model.ts';
import { type Scope, questionnaireFor } from '#domain/scoring/questionnaire.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { type CommonOptions, type Context, quoteForShell } from '#app/context.ts';
import type { ModelOption } from '#app/model/select-model.ts';

/** Options of `run`. */
export interface RunOptions extends CommonOptions, ModelOption {
  readonly quick?: true;
  readonly organization?: string;
  readonly role?: Role;
  readonly respondent?: string;
  readonly unit?: string;
  readonly answers: string;
  readonly report: string;
  readonly system?: string;
  readonly plain?: true;
  readonly input: boolean;
}

/** The command that goes on where this run stopped. */
export function resumeCommand({ host }: Context, options: RunOptions): string {
  const words = [host.invocation, 'run'];
  if (options.answers !== 'answers.yaml') words.push('--answers', quoteForShell(options.answers));
  if (options.report !== 'report.yaml') words.push('--report', quoteForShell(options.report));
  if (options.system !== undefined) words.push('--system', quoteForShell(options.system));
  if (options.model !== undefined) words.push('--model', quoteForShell(options.model));
  if (options.plain) words.push('--plain');
  return words.join(' ');
}

/** The asked set of a file of answers, or of another scope for the same role. */
export function askedIn(
  model: Model,
  document: AnswersDocument,
  scope: Scope = document.scope ?? 'full',
): readonly Question[] {
  return questionnaireFor(model, document.respondent.role, scope);
}
