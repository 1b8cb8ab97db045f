import { UsageError } from '#domain/errors.ts';
import { type CommandPart, renderCommand } from '#render/shell.ts';
import type { Context } from '#app/context.ts';
import type { ScoreOptions } from '#app/report/score.ts';

/** Options of `combine`, and of its session. */
export interface CombineOptions extends ScoreOptions {
  readonly session?: true;
  /** File for the answers that the team agrees on. */
  readonly agreed?: string;
  readonly plain?: true;
  readonly takeOver?: true;
}

/** Throws a UsageError for an option that has a meaning in a session only. */
export function requireSession({ session, agreed, plain, takeOver }: CombineOptions): void {
  if (session) return;
  const given = [
    ['--agreed', agreed],
    ['--plain', plain],
    ['--take-over', takeOver],
  ] as const;
  const [first] = given.find(([, value]) => value !== undefined) ?? [];
  if (first !== undefined) throw new UsageError(`${first} is for a session.`, 'Add --session.');
}

/** Lists the options that the report of a session is made with, too. */
function listReportOptions({ output, system, model, minGroup, withNames }: CombineOptions): CommandPart[] {
  return [
    ...(output === undefined ? [] : ['-o', { file: output }]),
    ...(system === undefined ? [] : ['--system', { file: system }]),
    ...(model ?? []).flatMap((each) => ['--model', { file: each }]),
    ...(minGroup === undefined ? [] : ['--min-group', minGroup]),
    ...(withNames ? ['--with-names'] : []),
  ];
}

/** Renders the command that continues a session. */
export function renderResumeCommand(
  { host }: Context,
  files: readonly string[],
  options: CombineOptions,
): string {
  const parts: CommandPart[] = [
    ...host.invocation,
    'combine',
    '--session',
    ...(options.agreed === undefined ? [] : ['--agreed', { file: options.agreed }]),
    ...listReportOptions(options),
    ...(options.plain ? ['--plain'] : []),
    ...files.map((file) => ({ file })),
  ];
  return renderCommand(parts, host.shell);
}

/** Renders the command that makes the report with what was agreed. */
export function renderReportCommand(
  { host }: Context,
  files: readonly string[],
  options: CombineOptions,
): string {
  const output = { ...options, output: options.output ?? 'report.yaml' };
  const parts = [
    ...host.invocation,
    'combine',
    ...listReportOptions(output),
    ...files.map((file) => ({ file })),
  ];
  return renderCommand(parts, host.shell);
}
