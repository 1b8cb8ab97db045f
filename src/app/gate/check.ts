import { dirname, join } from 'node:path';
import { suggest } from '#document/schema/suggest.ts';
import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { Settings } from '#domain/gate/settings.ts';
import type { Outcome } from '#domain/verdict.ts';
import { appendToFile } from '#io/write-files.ts';
import { makeCoverage } from '#io/globs.ts';
import { findGitFault } from '#io/git/git.ts';
import { requireApart } from '#io/write-targets.ts';
import type { Detail } from '#render/check/context.ts';
import { renderGithubErrors, renderJobSummary, renderers } from '#render/check/index.ts';
import { describeEntry } from './baseline.ts';
import { listAllFindings, loadBaseline, makeJudged, requireWritableBaseline } from './load-baseline.ts';
import { findInputs, parseOutputs } from './inputs.ts';
import { type CheckOptions, renderConfig, loadSettings } from './settings.ts';
import type { Context } from '#app/context.ts';
import { buildCheckReport } from './build-check-report.ts';
import { type CheckSetup, checkFiles } from './run-gate.ts';
import { selectConfigModel } from '#app/model/select-model.ts';
import { withProgress } from './progress.ts';

/** Returns the page that explains a check. */
const helpUrl = (check: string): string =>
  `https://unpkg.com/sales-audit@1/docs/checks.md#${check.replace('/', '')}`;

/**
 * Throws a UsageError if a floor of the command line is for an element that the model does not have: it could never
 * pass. Those of the settings file were checked when it was read.
 */
function requireElements({ floors }: Settings, model: Model): void {
  const known = model.elements.map(({ id }) => id);
  for (const id of floors.minElement.keys()) {
    if (known.includes(id)) continue;
    const near = suggest(id, known);
    throw new UsageError(
      `There is a floor for the element ${JSON.stringify(id)}, and the model has no such element.`,
      near === undefined ? `Elements: ${known.join(', ')}.` : `Did you mean ${near}?`,
    );
  }
}

/** Returns how much the text says. Throws a UsageError if it is to say both more and less. */
function parseDetail({ verbose, quiet, waive }: CheckOptions): Detail {
  if (quiet && (verbose || waive)) {
    throw new UsageError(`--quiet and --${verbose ? 'verbose' : 'waive'} are given.`, 'Give one of them.');
  }
  return verbose || waive ? 'verbose' : quiet ? 'quiet' : 'normal';
}

/** Lists what limits a run as a whole. */
async function listRunNotes({ host }: Context, paths: readonly string[]): Promise<string[]> {
  const fault = await findGitFault(host.cwd);
  // Named files are checked even if git ignores them.
  if (fault === undefined || paths.length > 0) return [];
  return [`git cannot read this repository, so what it ignores was checked too: ${fault}.`];
}

/** Throws a UsageError if a drop is limited and there is nothing to measure it against. */
function requireAgainst({ floors, against }: Settings): void {
  if (floors.maxDrop === undefined || against !== undefined) return;
  throw new UsageError(
    'A drop of the score is limited (`maxDrop`), and there is nothing to compare with.',
    'Name a git revision or a file with --against, or with `against` in the settings.',
  );
}

/** Whether stale entries of the baseline fail the gate: as configured, by default in CI. */
function failsOnStale({ staleBaseline }: Settings, env: Context['host']['env']): boolean {
  if (staleBaseline !== undefined) return staleBaseline === 'fail';
  return !['', '0', 'false'].includes(env['CI'] ?? '');
}

/** Checks documents and decides whether the gate passes. Annotates also what keeps it from checking. */
export async function runCheck(
  context: Context,
  paths: readonly string[],
  options: CheckOptions,
): Promise<Outcome> {
  try {
    return await checkPaths(context, paths, options);
  } catch (error) {
    if (options.format === 'github') {
      if (error instanceof InvalidDocumentError) await context.print(renderGithubErrors(error.findings));
      else if (error instanceof UsageError) await context.print(renderGithubErrors(error.message));
    }
    throw error;
  }
}

async function checkPaths(
  context: Context,
  paths: readonly string[],
  options: CheckOptions,
): Promise<Outcome> {
  const { host, asOf } = context;
  const outputs = parseOutputs(options);
  const detail = parseDetail(options);
  const loaded = await loadSettings(context, options);
  const { settings } = loaded;
  if (options.printConfig) {
    await context.print(renderConfig(loaded));
    return { end: 'done' };
  }
  requireAgainst(settings);
  const model = loaded.model ?? (await selectConfigModel(context, loaded.folder, settings.model, options));
  requireElements(settings, model);
  const { inputs, ignored, notes } = await findInputs(context, paths, options, loaded);
  const baselineFile =
    typeof options.baseline === 'string'
      ? context.path(options.baseline)
      : settings.baseline === undefined
        ? undefined
        : join(loaded.folder, settings.baseline);
  requireWritableBaseline(options, baselineFile, inputs);
  const loadConfigModel: CheckSetup['loadConfigModel'] = (path, named) =>
    selectConfigModel(context, path === undefined ? host.cwd : dirname(path), named, options);
  await requireApart(
    outputs.flatMap(({ file }) => (file === undefined ? [] : [{ path: context.path(file), name: file }])),
    inputs.flatMap(({ path }) => path ?? []),
  );
  const run = await withProgress(host, inputs.length, (pace) =>
    checkFiles(inputs, { model, asOf, loadConfigModel, pace }),
  );
  if (!run.ok) {
    await context.notify(`Interrupted after ${run.done} of ${inputs.length} files. Nothing was written.\n`);
    return { end: 'interrupted', by: run.by };
  }
  const files = run.result;

  const baseline =
    baselineFile === undefined
      ? undefined
      : await loadBaseline(context, baselineFile, options, settings, files);
  const comparison =
    settings.against === undefined
      ? undefined
      : await (
          await import('./compare/compare.ts')
        ).compareWith(
          context,
          { given: settings.against, isTip: options.againstTip === true },
          files,
          model,
          {
            covers: await makeCoverage(
              host.cwd,
              paths.filter((path) => path !== '-'),
            ),
            ignored,
            config: options.config,
          },
        );
  const report = buildCheckReport(files, {
    model,
    asOf,
    settings,
    baseline,
    comparison,
    notes: [...(await listRunNotes(context, paths)), ...notes],
    settled: (baseline?.findSettled(listAllFindings(files), makeJudged(host.cwd, files)) ?? []).map(
      describeEntry,
    ),
    failsOnStale: failsOnStale(settings, host.env),
  });
  await context.write(
    outputs.map(({ format, file }) => {
      const canvas = context.outputCanvas(file);
      return {
        file,
        text: renderers[format](report, { ...canvas, helpUrl, detail, showsWaivers: options.waive === true }),
      };
    }),
  );
  const summary = host.env['GITHUB_STEP_SUMMARY'];
  const isGithub = outputs.some(({ format, file }) => format === 'github' && file === undefined);
  if (isGithub && summary !== undefined && summary !== '') {
    const text = renderJobSummary(report, { ...context.outputCanvas(summary), helpUrl });
    await appendToFile({ path: context.path(summary), name: summary, text });
  }
  return { end: 'checked', exitCode: report.verdict.exitCode };
}
