import { writeJson } from '#document/write.ts';
import { UsageError } from '#domain/errors.ts';
import type { Outcome } from '#domain/verdict.ts';
import { questionnaireFor } from '#domain/questionnaire.ts';
import { readBytes, readStream, writeAtomically } from '#io/files.ts';
import { renderSummary } from '#render/summary.ts';
import { readCarried } from './answers-file.ts';
import { type CommonOptions, type Context, shownPath } from './context.ts';
import type { ScoreFormat } from './formats.ts';
import { folderOf, makeReport, reportYaml } from './make-report.ts';
import { readSystem } from './system-option.ts';
import { modelFor, type ModelOption } from './model-option.ts';

/** Options of `score`. */
export interface ScoreOptions extends CommonOptions, ModelOption {
  readonly format: ScoreFormat;
  readonly output?: string;
  readonly system?: string;
}

/** Answers to a report, without a terminal. */
export async function score(
  context: Context,
  files: readonly string[],
  options: ScoreOptions,
): Promise<Outcome> {
  const { host } = context;
  const [file, ...others] = files;
  if (file === undefined || others.length > 0) {
    throw new UsageError('score takes one file of answers.', 'Score each file on its own.');
  }
  const model = await modelFor(context, options);
  const path = file === '-' ? '-' : context.path(file);
  const bytes = path === '-' ? await readStream(host.stdin) : await readBytes(path, file);
  const { document, outdated } = readCarried(file, bytes, model);
  const output = options.output === undefined ? undefined : context.path(options.output);
  if (output === path)
    throw new UsageError(`The report would overwrite the answers in ${file}.`, 'Name another file.');
  const folder = output === undefined ? host.cwd : folderOf(output);
  const system = options.system === undefined ? undefined : await readSystem(context, options.system);
  const report = await makeReport(model, { document, bytes, path }, folder, context.asOf, system);

  if (outdated.length > 0) {
    await context.tell(
      `Note: these questions changed since they were answered and are open again: ${outdated.join(', ')}.\n`,
    );
  }
  const asked = new Set(
    questionnaireFor(model, document.respondent.role, document.scope ?? 'full').map(({ id }) => id),
  );
  const extra = Object.keys(document.answers).filter((id) => !asked.has(id)).length;
  if (extra > 0) {
    await context.tell(
      `Note: not counted, because they are not asked of this role, in this scope, by this model: ${extra} of the answers.\n`,
    );
  }
  const render = {
    yaml: () => reportYaml(report),
    json: () => writeJson(report),
    text: () =>
      renderSummary(report, {
        ...context.canvas(output === undefined ? 'stdout' : 'stderr'),
        words: model.words,
        files: [],
      }),
  } satisfies Record<ScoreFormat, () => string>;
  const text = render[options.format]();
  if (output === undefined) {
    await context.print(text);
    return { end: 'done' };
  }
  await writeAtomically(output, text, options.output);
  const written = [{ name: model.words['summary.fileReport'], path: shownPath(host, output) }];
  await context.tell(
    renderSummary(report, { ...context.canvas('stderr'), words: model.words, files: written }),
  );
  return { end: 'done' };
}
