import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import type { CheckReport } from '#domain/gate/check-report.ts';
import type { Outcome } from '#domain/verdict.ts';
import { findGitFault } from '#io/git/git.ts';
import { requireApart } from '#io/write/write-targets.ts';
import type { CheckContext, Detail } from '#render/check/context.ts';
import { renderGithubError, renderGithubFaults, renderJobSummary, renderers } from '#render/check/index.ts';
import type { Context } from '#app/context.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import { parseAcceptance, withoutAcceptance, writeWaivers } from './accept/waive.ts';
import { mergeReports } from './build-check-report.ts';
import { type PreparedGroup, checkGroup, prepareGroup, prepareUnused } from './group.ts';
import { findInputs } from './inputs.ts';
import { judgeGroups } from './judge-groups.ts';
import { appendJobSummary } from './job-summary.ts';
import { withProgress } from '#app/progress.ts';
import { renderConfig } from './print-config.ts';
import { type CheckOutput, parseOutputs } from './outputs.ts';
import { makeRepositoryPath } from './repository-paths.ts';
import type { Pace } from '#app/progress.ts';
import { type CheckOptions, makeFindSettings } from './settings.ts';

/** What a rendering needs, whatever it is written to. */
type ForOutput = Omit<CheckContext, 'width' | 'theme'>;

/** Returns the page that explains a check. */
const helpUrl = (check: string): string =>
  `https://unpkg.com/sales-audit@1/docs/checks.md#${check.replace('/', '')}`;

/** Returns how much the text says. Throws a UsageError if it is to say both more and less. */
function parseDetail({ verbose, quiet }: CheckOptions): Detail {
  if (quiet && verbose)
    throw new UsageError('--quiet and --verbose exclude each other.', 'Give one of them.');
  return verbose ? 'verbose' : quiet ? 'quiet' : 'normal';
}

/** Lists what limits a run as a whole. */
async function listRunNotes({ host }: Context, paths: readonly string[]): Promise<string[]> {
  const fault = await findGitFault(host.cwd);
  // Named files are checked even if git ignores them.
  if (fault === undefined || paths.length > 0) return [];
  return [`git cannot read this repository, so ignored files were checked too: ${fault}.`];
}

/** Annotates what prevents a run from checking anything. */
async function annotateError(context: Context, { pathPrefix }: CheckOptions, error: unknown): Promise<void> {
  if (error instanceof InvalidDocumentError) {
    const repositoryPath = await makeRepositoryPath(context.host.cwd, pathPrefix);
    await context.print(renderGithubFaults(error.findings, { repositoryPath }));
  } else if (error instanceof UsageError) await context.print(renderGithubError(error.message));
}

/** Checks documents and decides whether the gate passes. Also annotates what prevents it from checking. */
export async function runCheck(
  context: Context,
  paths: readonly string[],
  options: CheckOptions,
): Promise<Outcome> {
  try {
    return await checkPaths(context, paths, options);
  } catch (error) {
    if (options.format === 'github') await annotateError(context, options, error);
    throw error;
  }
}

/** Checks the files of every group, in order. Returns the results of each group. */
async function checkGroups(
  context: Context,
  prepared: readonly PreparedGroup[],
  options: CheckOptions,
  pace: Pace | undefined,
): Promise<CheckedFile[][]> {
  const checked: CheckedFile[][] = [];
  let done = 0;
  for (const group of prepared) {
    const before = done;
    checked.push(await checkGroup(context, group, options, (count) => pace?.(before + count)));
    done += group.inputs.length;
  }
  return checked;
}

/** Writes the report to the outputs, and to the summary of a job on GitHub. */
async function writeReport(
  context: Context,
  report: CheckReport,
  outputs: readonly CheckOutput[],
  forOutput: ForOutput,
): Promise<void> {
  await context.write(
    outputs.map(({ format, file }) => {
      const canvas = context.getOutputCanvas(file);
      return { file, text: renderers[format](report, { ...canvas, ...forOutput }) };
    }),
  );
  const summary = context.host.env['GITHUB_STEP_SUMMARY'];
  const isGithub = outputs.some(({ format, file }) => format === 'github' && file === undefined);
  if (isGithub && summary !== undefined && summary !== '') {
    const text = renderJobSummary(report, { ...context.getOutputCanvas(summary), ...forOutput });
    await appendJobSummary(context, summary, text);
  }
}

async function checkPaths(
  context: Context,
  paths: readonly string[],
  options: CheckOptions,
): Promise<Outcome> {
  const { host } = context;
  const outputs = parseOutputs(options);
  const acceptance = parseAcceptance(options, paths, context.asOf);
  const forOutput: ForOutput = {
    helpUrl,
    detail: parseDetail(options),
    repositoryPath: await makeRepositoryPath(host.cwd, options.pathPrefix),
    sarifSuppressed: options.sarifSuppressed === true,
  };
  const findSettings = makeFindSettings(context, options);
  if (options.printConfig) {
    await context.print(renderConfig(await findSettings(undefined), options, host.env));
    return { end: 'done' };
  }
  const { groups, unused, notes } = await findInputs(context, paths, options, findSettings);
  const inputs = groups.flatMap((group) => group.inputs);
  const prepared: PreparedGroup[] = [];
  for (const group of groups) prepared.push(await prepareGroup(context, group, options));
  // Without paths, everything is looked at. With them, a file may come from where the run does not look.
  const elsewhere =
    paths.length === 0
      ? { settings: [], notes: [] }
      : await (
          await import('./compare/elsewhere.ts')
        ).findSettingsElsewhere(context, groups, options, findSettings);
  for (const loaded of new Set([...unused, ...elsewhere.settings]))
    prepared.push(...[(await prepareUnused(context, loaded, options)) ?? []].flat());
  if (options.againstTip && prepared.every(({ loaded }) => loaded.settings.against === undefined)) {
    throw new UsageError(
      '--against-tip needs a revision to compare with.',
      'Name one with --against, or with `against` in the settings.',
    );
  }
  await requireApart(
    outputs.flatMap(({ file }) =>
      file === undefined ? [] : [{ path: context.resolvePath(file), name: file }],
    ),
    [
      ...inputs.flatMap(({ path }) => path ?? []),
      ...prepared.flatMap(({ loaded, baselineFile }) => [loaded.path ?? [], baselineFile ?? []].flat()),
      // The file to compare with. The name of a revision is no output.
      ...prepared
        .flatMap(({ loaded: { settings } }) => settings.against?.replace(/^file:/, '') ?? [])
        .map(context.resolvePath),
    ],
  );
  const run = await withProgress(host, inputs.length, (pace) =>
    checkGroups(context, prepared, options, pace),
  );
  if (!run.ok) {
    await context.notify(`Interrupted after ${run.done} of ${inputs.length} files. Nothing was written.\n`);
    return { end: 'interrupted', by: run.by };
  }
  const reports = await judgeGroups(context, prepared, run.result, paths, options, findSettings);
  const { commandLine } = await findSettings(undefined);
  const report = mergeReports(
    reports,
    [...(await listRunNotes(context, paths)), ...notes, ...elsewhere.notes],
    commandLine,
  );
  if (acceptance !== undefined) {
    await writeWaivers(context, report, acceptance);
    return checkPaths(context, paths, withoutAcceptance(options));
  }
  await writeReport(context, report, outputs, forOutput);
  return { end: 'checked', exitCode: report.verdict.exitCode };
}
