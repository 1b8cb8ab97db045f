import { join, relative } from 'node:path';
import type { FileToWrite } from '#io/write-files.ts';
import { baselineFile } from './templates/config.ts';
import { workflowPaths } from './templates/workflow.ts';
import { runCheck } from '#app/gate/check.ts';
import { version } from '#app/version.ts';
import { renderCommand, renderCommands } from '#render/shell.ts';
import { type Context, makeContext, formatPath } from '#app/context.ts';
import type { Place } from './target-folder.ts';
import type { InitAnswers } from './questions.ts';

/**
 * Writes today's findings as the baseline, so that the first push passes. Prints only how many there are.
 *
 * @param dir absolute path of the folder of the declared system
 */
export async function writeBaseline(context: Context, dir: string): Promise<void> {
  const inside = await makeContext({ ...context.host, cwd: dir }, { asOf: context.asOf });
  const shown = formatPath(context.host, join(dir, baselineFile));
  const quiet: Context = {
    ...inside,
    print: async () => undefined,
    write: async () => undefined,
    notify: (text) => context.notify(text.replace(baselineFile, () => shown)),
  };
  await runCheck(quiet, [], {
    format: 'text',
    output: [],
    minElement: [],
    config: join(dir, '.sales-audit.yaml'),
    updateBaseline: true,
  });
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

/** Prints the next steps. */
export async function printNextSteps(
  context: Context,
  place: Place,
  answers: InitAnswers,
  { written, hasNotes, hasBaseline, hasUnknownCi }: Written,
): Promise<void> {
  const { host } = context;
  const system = formatPath(host, join(place.folder, 'sales-system.yaml'));
  const pipeline = join(place.root, '.gitlab-ci.yml');
  const includes = answers.ci === 'gitlab' && !written.some(({ path }) => path === pipeline);
  const gateCommand = renderCommand(['npx', '--yes', `sales-audit@${version}`, 'check'], host.shell);
  const steps = [
    ...(answers.organization.isAssumed ? [`Put the name of your organization into ${system}.`] : []),
    ...(hasNotes
      ? [`${system} contains notes from the interview. Remove what not every reader should see.`]
      : []),
    `Open ${system} and start with philosophy. Write down only what is true today.`,
    `See what is missing: ${renderCheckCommand(context, place, [])}`,
    ...(hasUnknownCi ? [`Run it in your CI, which init has no workflow for: ${gateCommand}`] : []),
    ...(includes ? [`In ${formatPath(host, pipeline)}: include: [{local: ${workflowPaths.gitlab}}]`] : []),
    `Commit the files.${hasBaseline ? ' The gate passes today, and fails if something new is missing.' : ''}`,
  ];
  await context.notify(`\nNext:\n${steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n')}\n`);
}
