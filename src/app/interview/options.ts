import type { Model, Question, Role } from '#domain/model.ts';
import { type Scope, makeQuestionnaire } from '#domain/scoring/questionnaire.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { type CommandPart, renderCommand } from '#render/shell.ts';
import type { CommonOptions, Context } from '#app/context.ts';
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
  readonly takeOver?: true;
  readonly plain?: true;
  readonly input: boolean;
}

/** Renders the command that continues where this run stopped. */
export function renderResumeCommand({ host }: Context, options: RunOptions): string {
  const parts: CommandPart[] = [...host.invocation, 'run'];
  if (options.answers !== 'answers.yaml') parts.push('--answers', { file: options.answers });
  if (options.report !== 'report.yaml') parts.push('--report', { file: options.report });
  if (options.system !== undefined) parts.push('--system', { file: options.system });
  for (const model of options.model ?? []) parts.push('--model', { file: model });
  if (options.plain) parts.push('--plain');
  return renderCommand(parts, host.shell);
}

/** Returns the asked set of answers, or that of another scope for the same role. */
export function listAsked(
  model: Model,
  document: AnswersDocument,
  scope: Scope = document.scope ?? 'full',
): readonly Question[] {
  return makeQuestionnaire(model, document.respondent.role, scope);
}
