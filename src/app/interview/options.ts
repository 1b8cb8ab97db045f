import { UsageError } from '#domain/errors.ts';
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
  /** true to answer on a page; false to write no page beside the report. */
  readonly page?: boolean;
}

/** Renders the command that continues where this run stopped. */
export function renderResumeCommand({ host }: Context, options: RunOptions): string {
  const parts: CommandPart[] = [...host.invocation, 'run'];
  if (options.answers !== 'answers.yaml') parts.push('--answers', { file: options.answers });
  if (options.report !== 'report.yaml') parts.push('--report', { file: options.report });
  if (options.system !== undefined) parts.push('--system', { file: options.system });
  for (const model of options.model ?? []) parts.push('--model', { file: model });
  if (options.plain) parts.push('--plain');
  if (options.page === false) parts.push('--no-page');
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

/** Throws a UsageError if the options name another client than the file: B never resumes A. */
export function checkIdentity(document: AnswersDocument, options: RunOptions, model: Model): void {
  const { organization, respondent } = document;
  const unnamed = organization.name === model.messages['intake.unnamed'];
  const pairs = [
    ['organization', unnamed ? undefined : organization.name, options.organization],
    ['role', unnamed ? undefined : respondent.role, options.role],
    ['respondent', respondent.name, options.respondent],
    ['unit', respondent.unit, options.unit],
  ] as const;
  for (const [what, has, given] of pairs) {
    if (given === undefined || has === undefined || has === given) continue;
    throw new UsageError(
      `${options.answers} contains the answers of the ${what} ${JSON.stringify(has)}, not ${JSON.stringify(given)}.`,
      'Choose another file with --answers FILE. Nothing was changed.',
    );
  }
}
