import { basename } from 'node:path';
import { InterruptedError, InvalidDocumentError, UsageError } from '#domain/errors.ts';
import { isForeign } from '#document/schema/kind-sniffer.ts';
import type { Model } from '#domain/model.ts';
import type { Outcome } from '#domain/verdict.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Asker } from '#io/terminal/asker.ts';
import { type Ending, listenForEnding } from '#io/interruption.ts';
import { inspect } from '#io/globs.ts';
import { findYamlEnding, readBytes } from '#io/files.ts';
import { announceColor, canRedraw, detectColorLevel } from '#io/host.ts';
import { requireName } from '#app/require-name.ts';
import { requireReplaceable } from '#app/require-replaceable.ts';
import { isStdout, requireApart, requireWritable } from '#io/write/write-targets.ts';
import { makePlainAsker } from '#io/terminal/plain-asker.ts';
import { AnswersFile, RescuedError } from '#app/answers/answers-file.ts';
import { type Context, formatPath } from '#app/context.ts';
import { finish } from './finish.ts';
import { selectModel } from '#app/model/select-model.ts';
import { makePainter } from './question-screen.ts';
import { readCarried } from '#app/answers/read-answers.ts';
import { continueInterview } from './interview.ts';
import { type RunOptions, renderResumeCommand } from './options.ts';
import { scoreCompleteFile } from './score-complete-file.ts';

/** How a run asks: redrawn prompts, numbered lines, or not at all. */
type Mode = 'rich' | 'plain' | 'silent';

function chooseMode({ host }: Context, options: RunOptions): Mode {
  if (!options.input) return 'silent';
  if (options.plain) return 'plain';
  if (!host.stdin.isTTY) return 'silent';
  return canRedraw(host) ? 'rich' : 'plain';
}

async function makeAsker(
  context: Context,
  mode: Mode,
  ending: Ending,
  model: Model,
): Promise<Asker & { close?(): void }> {
  const { theme } = context.canvas('stderr');
  const painter = makePainter(theme, model.messages);
  if (mode === 'plain') return makePlainAsker(context.host, ending.signal, painter, model.messages);
  const { makeRichAsker } = await import('#io/terminal/rich-asker.ts');
  return makeRichAsker(context.host, ending, painter, model.messages);
}

/** Prints where the answers are and how to resume. */
async function tellHowToResume(
  context: Context,
  options: RunOptions,
  model: Model,
  file: AnswersFile | undefined,
): Promise<void> {
  if (file?.document === undefined) return;
  const { messages } = model;
  const saved = formatMessage(messages, 'interview.saved', { file: formatPath(context.host, file.path) });
  const command = formatMessage(messages, 'interview.resume', {
    command: renderResumeCommand(context, options),
  });
  await context.notify(`\n${saved}\n${command}\n`);
}

async function runInteractively(
  context: Context,
  options: RunOptions,
  model: Model,
  mode: Mode,
): Promise<Outcome> {
  announceColor(detectColorLevel(options.color ?? 'auto', context.host.env, context.host.stderr));
  const ending = listenForEnding(context.host, mode === 'rich');
  let file: AnswersFile | undefined;
  let asker: (Asker & { close?(): void }) | undefined;
  try {
    file = await AnswersFile.open(context.path(options.answers), options.answers, model, options.takeOver);
    asker = await makeAsker(context, mode, ending, model);
    const finished = await continueInterview(context, model, asker, file, options);
    if (finished) {
      const bytes = await readBytes(file.path, options.answers);
      await finish(context, options, model, await readCarried(options.answers, bytes, model));
    } else await tellHowToResume(context, options, model, file);
    return { end: 'done' };
  } catch (error) {
    if (error instanceof InterruptedError) {
      if (error.by === 'end-of-input') await context.notify(`\n${model.messages['interview.endOfInput']}\n`);
      await tellHowToResume(context, options, model, file);
      return { end: 'interrupted', by: error.by };
    }
    if (error instanceof RescuedError) {
      const names = { file: options.answers, rescue: formatPath(context.host, error.rescue) };
      await context.notify(`\n${formatMessage(model.messages, 'interview.rescued', names)}\n`);
      if (error.cause instanceof InvalidDocumentError) throw error.cause;
    }
    throw error;
  } finally {
    asker?.close?.();
    await file?.close();
    ending.dispose();
    context.host.stdin.pause();
  }
}

/** Throws a UsageError if the report would replace a file that is read, or the answers cannot be saved. */
async function requireFiles(context: Context, { answers, report, system }: RunOptions): Promise<void> {
  if (isStdout(answers)) {
    throw new UsageError(
      '--answers takes a file, because every answer is saved in it at once.',
      'To score answers from standard input: score -',
    );
  }
  if (isStdout(report)) return;
  const inputs = [answers, ...(system === undefined ? [] : [system])];
  const target = { path: context.path(report), name: report };
  await requireApart([target], inputs.map(context.path));
  await requireWritable(target);
  await requireReplaceable([target]);
}

/** The report, where no other file is named. */
const defaultReport = 'report.yaml';

/** Whether a file belongs to another tool, by what it says. */
async function isOfAnotherTool(context: Context, file: string): Promise<boolean> {
  if (inspect(context.path(file)) !== 'file') return false;
  const text = Buffer.from(await readBytes(context.path(file), file)).toString();
  return text.trim() !== '' && isForeign(text);
}

/**
 * Returns the file to use: where the default one is meant, the file with the other ending, if that is there. One of
 * another tool is passed over, as `check` does.
 */
async function findDefaultFile(context: Context, file: string, byDefault: string): Promise<string> {
  const other = file.replace(/yaml$/, 'yml');
  if (file !== byDefault || (await isOfAnotherTool(context, other))) return file;
  return basename(findYamlEnding(context.path(file), file));
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
  const mode = chooseMode(context, options);
  return mode === 'silent'
    ? scoreCompleteFile(context, options, model)
    : runInteractively(context, options, model, mode);
}
