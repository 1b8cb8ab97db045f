import { resolve } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { formatCount } from '#domain/gate/check-report.ts';
import { findGone } from '#io/list-files.ts';
import type { Settings } from '#domain/gate/settings.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';
import type { Context } from '#app/context.ts';
import {
  type Baseline,
  type BaselineFile,
  type Judged,
  makeEntries,
  readBaseline,
  subtractEntries,
  writeBaseline,
} from './baseline.ts';
import { formatInputPath } from '#app/gate/inputs.ts';
import type { CheckOptions } from '#app/gate/settings.ts';
import { applySuppressions } from './suppressions.ts';

/** Makes a function that checks whether a run can judge a baseline entry: its file was read, or was deleted. */
export async function makeJudged(
  cwd: string,
  files: readonly CheckedFile[],
  baseline: Baseline,
): Promise<Judged> {
  const read = new Map(files.map((file) => [resolve(cwd, file.file), file]));
  const gone = await findGone(
    cwd,
    baseline.files.filter((path) => !read.has(path)),
  );
  return (path, check) => {
    const file = read.get(path);
    if (file === undefined) return gone.has(path);
    return file.kind !== undefined && !file.unjudged.has(check);
  };
}

/** Returns every finding of files, also those that are waived or switched off: their entries are still needed. */
export function listAllFindings(files: readonly CheckedFile[]): CheckedFile['findings'] {
  return files.flatMap(({ findings, unusedWaivers }) => [...findings, ...unusedWaivers]);
}

/** Writes today's findings. Keeps the entries that the run could not judge. Says what is new and what is gone. */
async function update(
  context: Context,
  file: BaselineFile,
  old: Baseline,
  getSettings: (file: string) => Settings,
  files: readonly CheckedFile[],
): Promise<void> {
  const open = files.flatMap(
    (each) => applySuppressions(each, getSettings(each.file), undefined, context.asOf).findings,
  );
  const kept = old.findUnjudged(await makeJudged(context.host.cwd, files, old));
  const written = await writeBaseline(file, [...kept, ...makeEntries(open, file)]);
  const { entries } = old;
  const added = entries === undefined ? 0 : subtractEntries(written, entries).length;
  const gone = entries === undefined ? 0 : subtractEntries(entries, written).length;
  const changes = [...(added === 0 ? [] : [`${added} new`]), ...(gone === 0 ? [] : [`${gone} gone`])];
  const suffix =
    entries === undefined ? '' : changes.length === 0 ? ': the same as before' : `: ${changes.join(', ')}`;
  await context.notify(
    `Wrote ${formatCount(written.length, 'finding', 'findings')} to ${file.name}${suffix}.\n`,
  );
}

/** Removes the entries that no longer match a finding. Narrows those that cover more subjects than still fail. */
async function prune(
  context: Context,
  file: BaselineFile,
  old: Baseline,
  files: readonly CheckedFile[],
): Promise<void> {
  const judged = await makeJudged(context.host.cwd, files, old);
  const findings = listAllFindings(files);
  const settled = old.findSettled(findings, judged);
  if (settled.length === 0) {
    await context.notify(`Every entry of ${file.name} is still needed.\n`);
    return;
  }
  const known = findings.filter((finding) => old.has(finding));
  await writeBaseline(file, [...subtractEntries(old.entries ?? [], settled), ...makeEntries(known, file)]);
  await context.notify(`Removed ${formatCount(settled.length, 'entry', 'entries')} from ${file.name}.\n`);
}

/**
 * Reads the baseline of a run, after updating or pruning it if asked to.
 *
 * @param path absolute
 */
export async function loadBaseline(
  context: Context,
  path: string,
  options: CheckOptions,
  getSettings: (file: string) => Settings,
  files: readonly CheckedFile[],
): Promise<Baseline> {
  const { cwd } = context.host;
  const file: BaselineFile = { path, name: formatInputPath(cwd, path), cwd };
  const old = await readBaseline(file, options.updateBaseline === true).catch((error: unknown) => {
    if (!(error instanceof UsageError) || typeof options.baseline === 'string') throw error;
    throw new UsageError(
      error.message,
      'The settings name it. --update-baseline creates it; --no-baseline ignores it.',
    );
  });
  if (options.updateBaseline === true) await update(context, file, old, getSettings, files);
  else if (options.pruneBaseline === true) await prune(context, file, old, files);
  else return old;
  return readBaseline(file, false);
}

/** Throws a UsageError if a baseline cannot be written as asked. */
export function requireWritableBaseline(
  options: CheckOptions,
  path: string | undefined,
  inputs: readonly { readonly path: string | undefined }[],
): void {
  const { updateBaseline, pruneBaseline } = options;
  if (updateBaseline === undefined && pruneBaseline === undefined) return;
  if (updateBaseline && pruneBaseline) {
    throw new UsageError(
      '--update-baseline and --prune-baseline are given.',
      'The first adds and removes entries, the second only removes them: use one of the two.',
    );
  }
  if (path === undefined) {
    throw new UsageError(
      `There is no baseline to ${updateBaseline ? 'update' : 'prune'}.`,
      'Name one with --baseline FILE, or in .sales-audit.yaml.',
    );
  }
  if (inputs.some((input) => input.path === undefined)) {
    throw new UsageError(
      'A baseline cannot name standard input.',
      'Specify the name of the file with --stdin-filename.',
    );
  }
}
