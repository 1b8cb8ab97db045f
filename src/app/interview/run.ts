import { basename } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import { isForeign } from '#document/schema/kind-sniffer.ts';
import type { Outcome } from '#domain/verdict.ts';
import { inspect } from '#io/globs.ts';
import { findYamlEnding, readBytes } from '#io/files.ts';
import { requireName } from '#app/require-name.ts';
import { requireReplaceable } from '#app/require-replaceable.ts';
import { isStdout, requireApart, requireWritable } from '#io/write/write-targets.ts';
import type { Context } from '#app/context.ts';
import { finish } from './finish.ts';
import { selectModel } from '#app/model/select-model.ts';
import { readCarried } from '#app/answers/read-answers.ts';
import { interact, chooseMode } from './interact.ts';
import { continueInterview } from './interview.ts';
import { type RunOptions, renderResumeCommand } from './options.ts';
import { scoreCompleteFile } from './score-complete-file.ts';

/** Throws a UsageError if the report would replace a file that is read, or the answers cannot be saved. */
async function requireFiles(context: Context, { answers, report, system }: RunOptions): Promise<void> {
  if (isStdout(answers)) {
    throw new UsageError(
      '--answers takes a file, because every answer is saved to it right away.',
      'To score answers from standard input: score -',
    );
  }
  if (isStdout(report)) return;
  const inputs = [answers, ...(system === undefined ? [] : [system])];
  const target = { path: context.resolvePath(report), name: report };
  await requireApart([target], inputs.map(context.resolvePath));
  await requireWritable(target);
  await requireReplaceable([target]);
}

/** The report, where no other file is named. */
const defaultReport = 'report.yaml';

/** Whether a file belongs to another tool, by what it says. */
async function isOfAnotherTool(context: Context, file: string): Promise<boolean> {
  if (inspect(context.resolvePath(file)) !== 'file') return false;
  const text = Buffer.from(await readBytes(context.resolvePath(file), file)).toString();
  return text.trim() !== '' && isForeign(text);
}

/**
 * Returns the file to use: where the default one is meant, the file with the other ending, if that is there. One of
 * another tool is passed over, as `check` does.
 */
async function findDefaultFile(context: Context, file: string, byDefault: string): Promise<string> {
  const other = file.replace(/yaml$/, 'yml');
  if (file !== byDefault || (await isOfAnotherTool(context, other))) return file;
  return basename(findYamlEnding(context.resolvePath(file), file));
}

/** Throws a UsageError if the default report would replace a file of another tool, which nobody named. */
async function requireOwnReport(context: Context, { report }: RunOptions): Promise<void> {
  if (report !== defaultReport || !(await isOfAnotherTool(context, report))) return;
  throw new UsageError(
    `${report} belongs to another tool: it does not say that it is a report (\`kind\`).`,
    'Choose another file with --report FILE. Nothing was changed.',
  );
}

/** Starts or resumes the interview. */
export async function run(context: Context, given: RunOptions): Promise<Outcome> {
  const options = {
    ...given,
    answers: await findDefaultFile(context, given.answers, 'answers.yaml'),
    report: await findDefaultFile(context, given.report, defaultReport),
  };
  requireName('--organization', options.organization);
  requireName('--respondent', options.respondent);
  requireName('--unit', options.unit);
  await requireFiles(context, options);
  await requireOwnReport(context, options);
  const model = await selectModel(context, options);
  if (options.page) {
    const { runOnPage } = await import('#app/form/run-page.ts');
    return runOnPage(context, model, options);
  }
  const mode = options.input ? chooseMode(context, options.plain) : undefined;
  if (mode === undefined) return scoreCompleteFile(context, options, model);
  const { answers } = options;
  return interact(context, model, {
    mode,
    answers,
    options,
    renderResume: () => renderResumeCommand(context, options),
    ask: (asker, file) => continueInterview(context, model, asker, file, options),
    finish: async ({ path }) =>
      finish(context, options, model, await readCarried(answers, await readBytes(path, answers), model)),
  });
}
