import { join, relative } from 'node:path';
import type { FileToWrite } from '#io/write/write-files.ts';
import { baselineFile } from './templates/config.ts';
import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import { workflowPaths } from './templates/workflow.ts';
import { readBaseline } from '#app/gate/accept/baseline.ts';
import { runCheck } from '#app/gate/check.ts';
import type { CheckOptions } from '#app/gate/settings.ts';
import { version } from '#app/version.ts';
import { renderCommand, renderCommands } from '#render/shell.ts';
import { type Context, makeContext, formatPath } from '#app/context.ts';
import type { Place } from './target-folder.ts';
import type { InitAnswers } from './questions.ts';

/** Runs the gate in a folder without printing anything. Returns whether it passes. */
async function runQuietly(
  context: Context,
  cwd: string,
  options: Partial<CheckOptions>,
  notify: Context['notify'],
): Promise<boolean> {
  const inside = await makeContext({ ...context.host, cwd }, { asOf: context.asOf });
  const quiet: Context = { ...inside, print: async () => undefined, write: async () => undefined, notify };
  const outcome = await runCheck(quiet, [], { format: 'text', output: [], minElement: [], ...options });
  return outcome.end === 'checked' && outcome.exitCode === 0;
}

/** Says which of the entries of a new baseline are about files that `init` did not write. */
async function noteOthers(context: Context, dir: string): Promise<void> {
  const file = { path: join(dir, baselineFile), name: baselineFile, cwd: dir };
  const { entries = [] } = await readBaseline(file, false);
  const others = entries.map((entry) => entry.file).filter((name) => name !== 'sales-system.yaml');
  if (others.length === 0) return;
  const names = [...new Set(others)].map((name) => formatPath(context.host, join(dir, name)));
  await context.notify(
    `${others.length} of them ${others.length === 1 ? 'is' : 'are'} about other files: ${names.join(', ')}. The gate accepts what is in the baseline.\n`,
  );
}

/**
 * Writes today's findings as the baseline, so that the first push passes. Prints only how many there are, and how many
 * are about files that were there before.
 *
 * @param dir absolute path of the folder of the declared system
 */
export async function writeBaseline(context: Context, dir: string): Promise<void> {
  const shown = formatPath(context.host, join(dir, baselineFile));
  const options = { config: join(dir, '.sales-audit.yaml'), updateBaseline: true } as const;
  await runQuietly(context, dir, options, (text) => context.notify(text.replace(baselineFile, () => shown)));
  await noteOthers(context, dir);
}

/** Returns whether the gate passes as the workflow runs it: in the root of the repository. */
async function passesGate(context: Context, { root }: Place): Promise<boolean> {
  try {
    return await runQuietly(context, root, {}, async () => undefined);
  } catch (error) {
    if (error instanceof UsageError || error instanceof InvalidDocumentError) return false;
    throw error;
  }
}

/** Renders a `check` of the folder of the declared system, for a person in the working folder. */
export function renderCheckCommand({ host }: Context, { folder }: Place, args: readonly string[]): string {
  const there = relative(host.cwd, folder);
  const check = [...host.invocation, 'check', ...args];
  return renderCommands(there === '' ? [check] : [['cd', { file: there }], check], host.shell);
}

/** The result of `init`. */
interface Written {
  readonly written: readonly FileToWrite[];
  /** Whether the system has notes of an interview. */
  readonly hasNotes: boolean;
  readonly hasBaseline: boolean;
  /** Whether no workflow was written because the CI system is unknown. */
  readonly hasUnknownCi: boolean;
}

/** What the gate does with the files of `init`: a baseline, `failSeverity: warning` and the usual `staleBaseline`. */
const promise =
  'The gate passes today. It fails on a new error or warning, and in CI on fixed findings that the baseline still lists: `sales-audit check --prune-baseline` removes them.';

/** Prints the next steps. */
export async function printNextSteps(
  context: Context,
  place: Place,
  answers: InitAnswers,
  { written, hasNotes, hasBaseline, hasUnknownCi }: Written,
): Promise<void> {
  const { host } = context;
  const passes = hasBaseline && (await passesGate(context, place));
  const system = formatPath(host, join(place.folder, 'sales-system.yaml'));
  const pipeline = join(place.root, '.gitlab-ci.yml');
  const includes = answers.ci === 'gitlab' && !written.some(({ path }) => path === pipeline);
  const gateCommand = renderCommand(['npx', '--yes', `sales-audit@${version}`, 'check'], host.shell);
  const steps = [
    ...(answers.organization.isAssumed ? [`Put the name of your organization into ${system}.`] : []),
    ...(hasNotes
      ? [`${system} contains notes from the interview. Remove anything that not every reader should see.`]
      : []),
    `Open ${system} and start with philosophy. Write down only what is true today.`,
    `See what is missing: ${renderCheckCommand(context, place, [])}`,
    ...(hasUnknownCi ? [`Add it to your CI, for which no workflow was written: ${gateCommand}`] : []),
    ...(includes ? [`In ${formatPath(host, pipeline)}: include: [{local: ${workflowPaths.gitlab}}]`] : []),
    ...(hasBaseline && !passes
      ? [
          'The gate does not pass yet, because of other files: run `sales-audit check` in the root to see them.',
        ]
      : []),
    `Commit the files.${passes ? ` ${promise}` : ''}`,
  ];
  await context.notify(`\nNext:\n${steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n')}\n`);
}
