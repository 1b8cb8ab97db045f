import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { suggest } from '#document/schema/suggest.ts';
import { UsageError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { Settings } from '#domain/gate/settings.ts';
import type { Outcome } from '#domain/verdict.ts';
import { requireApart } from '#io/write-targets.ts';
import type { CheckContext } from '#render/check/context.ts';
import { renderJobSummary, renderers } from '#render/check/index.ts';
import { type Baseline, type Judged, readBaseline, writeBaseline } from './baseline.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import { appendJobSummary } from './job-summary.ts';
import { findInputs, parseOutputs, formatInputPath } from './inputs.ts';
import { makeRepositoryPath } from './repository-paths.ts';
import { type CheckOptions, renderConfig, loadSettings } from './settings.ts';
import { applySuppressions } from './suppressions.ts';
import type { Context } from '#app/context.ts';
import { type CheckSetup, checkFiles, buildCheckReport } from './run-gate.ts';
import { selectConfigModel } from '#app/model/select-model.ts';
import { withProgress } from './progress.ts';

/** Returns the page that explains a check. */
const helpUrl = (check: string): string =>
  `https://unpkg.com/sales-audit@1/docs/checks.md#${check.replace('/', '')}`;

/** Makes a function that checks whether a run can judge a baseline entry: its file was read, or was deleted. */
function makeJudged(cwd: string, files: readonly CheckedFile[]): Judged {
  const read = new Map(files.map((file) => [file.file, file]));
  return (name, check) => {
    const file = read.get(name);
    if (file === undefined) return !existsSync(resolve(cwd, name));
    return file.kind !== undefined && !file.unjudged.has(check);
  };
}

/** Reads the baseline of a run, after updating it with `--update-baseline`. */
async function loadBaseline(
  context: Context,
  path: string,
  options: CheckOptions,
  settings: Settings,
  files: readonly CheckedFile[],
): Promise<Baseline> {
  const { cwd } = context.host;
  const name = formatInputPath(cwd, path);
  const mayBeMissing = options.baseline === undefined || options.updateBaseline === true;
  const old = await readBaseline(path, name, cwd, mayBeMissing);
  if (options.updateBaseline !== true) return old;
  const open = files.flatMap((file) => applySuppressions(file, settings, undefined, context.asOf).findings);
  const count = await writeBaseline(path, name, cwd, open, old.besides(makeJudged(cwd, files)));
  await context.notify(`Wrote ${count} ${count === 1 ? 'finding' : 'findings'} to ${name}.\n`);
  return readBaseline(path, name, cwd, false);
}

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
      `There is a floor for the element ${JSON.stringify(id)}, but the model has no such element.`,
      near === undefined ? `Elements: ${known.join(', ')}.` : `Did you mean ${near}?`,
    );
  }
}

/** Checks documents and decides whether the gate passes. */
export async function runCheck(
  context: Context,
  paths: readonly string[],
  options: CheckOptions,
): Promise<Outcome> {
  const { host, asOf } = context;
  const outputs = parseOutputs(options);
  const forTools: Pick<CheckContext, 'helpUrl' | 'repositoryPath' | 'sarifSuppressed'> = {
    helpUrl,
    repositoryPath: await makeRepositoryPath(host.cwd, options.pathPrefix),
    sarifSuppressed: options.sarifSuppressed === true,
  };
  const loaded = await loadSettings(context, options);
  const { settings } = loaded;
  if (options.printConfig) {
    await context.print(renderConfig(loaded));
    return { end: 'done' };
  }
  const model = loaded.model ?? (await selectConfigModel(context, loaded.folder, settings.model, options));
  requireElements(settings, model);
  const inputs = await findInputs(context, paths, options, loaded);
  const loadConfigModel: CheckSetup['loadConfigModel'] = (path, named) =>
    selectConfigModel(context, path === undefined ? host.cwd : dirname(path), named, options);
  const baselineFile =
    typeof options.baseline === 'string'
      ? context.path(options.baseline)
      : settings.baseline === undefined
        ? undefined
        : join(loaded.folder, settings.baseline);
  await requireApart(
    outputs.flatMap(({ file }) => (file === undefined ? [] : [{ path: context.path(file), name: file }])),
    [
      ...inputs.flatMap(({ path }) => path ?? []),
      ...(loaded.path === undefined ? [] : [loaded.path]),
      ...(baselineFile === undefined ? [] : [baselineFile]),
    ],
  );
  const run = await withProgress(host, inputs.length, (pace) =>
    checkFiles(inputs, { model, asOf, loadConfigModel, pace }),
  );
  if (!run.ok) {
    await context.notify(`Interrupted after ${run.done} of ${inputs.length} files. Nothing was written.\n`);
    return { end: 'interrupted', by: run.by };
  }
  const files = run.result;

  if (options.updateBaseline && baselineFile === undefined) {
    throw new UsageError(
      'There is no baseline to update.',
      'Name one with --baseline FILE, or in .sales-audit.yaml.',
    );
  }
  const baseline =
    baselineFile === undefined
      ? undefined
      : await loadBaseline(context, baselineFile, options, settings, files);
  const comparison =
    settings.against === undefined
      ? undefined
      : await (await import('./compare.ts')).compareWith(context, settings.against, files, model);
  const report = buildCheckReport(files, {
    model,
    asOf,
    settings,
    baseline,
    comparison,
    settledBy: (visible) => baseline?.settledBy(visible, makeJudged(host.cwd, files)) ?? [],
  });
  await context.write(
    outputs.map(({ format, file }) => {
      const canvas = context.outputCanvas(file);
      return { file, text: renderers[format](report, { ...canvas, ...forTools }) };
    }),
  );
  const summary = host.env['GITHUB_STEP_SUMMARY'];
  const isGithub = outputs.some(({ format, file }) => format === 'github' && file === undefined);
  if (isGithub && summary !== undefined && summary !== '') {
    const text = renderJobSummary(report, { ...context.outputCanvas(summary), ...forTools });
    await appendJobSummary(context, summary, text);
  }
  return { end: 'checked', exitCode: report.verdict.exitCode };
}
