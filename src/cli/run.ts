import { InterruptedError, InvalidDocumentError, UsageError } from '#domain/errors.ts';
import { minutesFor, openQuestions } from '#domain/interview.ts';
import type { Model } from '#domain/model.ts';
import { wordingFor } from '#domain/questionnaire.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { Outcome } from '#domain/verdict.ts';
import { say } from '#domain/words.ts';
import type { Asker } from '#io/asker.ts';
import { type Ending, listenForEnding } from '#io/ending.ts';
import { readBytes, readBytesIfThere, writeAtomically } from '#io/files.ts';
import { announceColor, colorLevel } from '#io/host.ts';
import { plainAsker } from '#io/plain-asker.ts';
import { safeLine } from '#render/escape.ts';
import { hang, measureOf, wrap } from '#render/layout.ts';
import { renderElement, renderSummary } from '#render/summary.ts';
import { AnswersFile, RescuedError } from './answers-file.ts';
import { readCarried } from './read-answers.ts';
import { type Context, shownPath } from './context.ts';
import { begin, checkIdentity, conclude } from './intake.ts';
import { type Interview, askFrom, placeToResume, review } from './interview.ts';
import { folderOf, makeReport, reportYaml } from './make-report.ts';
import { modelFor } from './model-option.ts';
import { makePainter } from './painter.ts';
import { askHowToGoOn } from './resume.ts';
import { readSystem } from './system-option.ts';
import { type RunOptions, askedIn, resumeCommand } from './run-options.ts';

/** How a run asks: with redrawn prompts, by lines, or not at all. */
type Mode = 'rich' | 'plain' | 'silent';

function modeOf({ host }: Context, options: RunOptions): Mode {
  if (!options.input) return 'silent';
  if (options.plain) return 'plain';
  if (!host.stdin.isTTY) return 'silent';
  return host.stderr.isTTY && host.env['TERM'] !== 'dumb' ? 'rich' : 'plain';
}

/** Writes the report of the answers on disk and prints the summary. */
async function finish(context: Context, options: RunOptions, model: Model): Promise<void> {
  const { host } = context;
  const answersPath = context.path(options.answers);
  const reportPath = context.path(options.report);
  const bytes = await readBytes(answersPath, options.answers);
  const { document } = await readCarried(options.answers, bytes, model);
  const report = await makeReport(model, {
    answers: { document, bytes, path: answersPath },
    system: options.system === undefined ? undefined : await readSystem(context, options.system),
    folder: folderOf(reportPath),
    asOf: context.asOf,
    withFindings: true,
  });
  await writeAtomically(reportPath, reportYaml(report), options.report);
  const rest = askedIn(model, document, 'full').length - askedIn(model, document).length;
  await context.print(
    `\n${renderSummary(report, {
      ...context.canvas('stdout'),
      words: model.words,
      files: [
        { name: model.words['summary.fileAnswers'], path: shownPath(host, answersPath) },
        { name: model.words['summary.fileReport'], path: shownPath(host, reportPath) },
      ],
      ...(rest > 0 && { goOn: resumeCommand(context, options) }),
    })}`,
  );
}

/** Scores a complete file; says what is missing in an incomplete one. */
async function runSilently(context: Context, options: RunOptions, model: Model): Promise<Outcome> {
  const bytes = await readBytesIfThere(context.path(options.answers), options.answers);
  if (bytes === undefined) {
    throw new UsageError(
      `There is no terminal to ask in, and no ${options.answers} to score.`,
      'Run it in a terminal, pass --plain to answer by lines, or give a complete file with --answers FILE.',
    );
  }
  const { document } = await readCarried(options.answers, bytes, model);
  checkIdentity(document, options, model);
  const open = openQuestions(askedIn(model, document), document);
  if (open.length > 0) {
    const { width } = context.canvas('stderr');
    const list = open.flatMap((question) =>
      hang(
        `  ${question.id}  `,
        safeLine(wordingFor(question, document.respondent.role)),
        Math.max(width, 60),
      ),
    );
    throw new UsageError(
      `${options.answers} leaves ${open.length} of ${askedIn(model, document).length} questions open:\n${list.join('\n')}`,
      `Answer them (\`unknown: true\` is an answer), or go on in a terminal with: ${resumeCommand(context, options)}`,
    );
  }
  await finish(context, options, model);
  return { end: 'done' };
}

/** The interview from wherever the file stands; true where it reached its end. */
async function interviewOn(
  context: Context,
  model: Model,
  asker: Asker,
  file: AnswersFile,
  options: RunOptions,
): Promise<boolean> {
  const { theme } = context.canvas('stderr');
  const today = context.asOf;
  const existed = Object.keys(file.document?.answers ?? {}).length > 0;
  if (file.document !== undefined) checkIdentity(file.document, options, model);
  const again = await file.carryOver();
  if (again !== undefined) {
    const names = { count: again.outdated.length, copy: shownPath(context.host, again.copy) };
    const lines = [say(model.words, 'resume.changed', names), ...again.outdated.map((id) => `  ${id}`)];
    asker.show(lines.flatMap((text) => wrap(text, measureOf(asker.columns()))).join('\n'));
  }
  await begin(asker, file, model, options, today);

  const elementBar = async (element: string, document: AnswersDocument): Promise<string> => {
    const report = await makeReport(model, {
      answers: { document, bytes: new Uint8Array(), path: file.path },
      folder: folderOf(file.path),
      asOf: today,
      withFindings: false,
    });
    const result = report.elements.find(({ id }) => id === element);
    const width = measureOf(asker.columns());
    return result === undefined ? '' : renderElement(result, { width, theme, words: model.words, files: [] });
  };
  const system =
    options.system === undefined ? undefined : (await readSystem(context, options.system)).document;
  const make = (document: AnswersDocument): Interview => ({
    model,
    system,
    asker,
    file,
    questions: askedIn(model, document),
    theme,
    today,
    elementBar,
  });
  let document = file.document;
  if (document === undefined) throw new TypeError('The answers file has not been created.');
  let interview = make(document);
  if (existed) {
    const next = await askHowToGoOn(interview, document);
    if (next === 'quit') return false;
    if (next === 'full') {
      document = await file.change((before) => ({ ...before, scope: 'full' }));
      interview = make(document);
    }
    if (next === 'continue' || next === 'full') {
      if ((await askFrom(interview, placeToResume(interview))) === 'quit') return false;
    }
    if (next !== 'finish' && (await review(interview)) === 'quit') return false;
  } else {
    const count = interview.questions.length;
    const welcome = { count, minutes: minutesFor(count), file: shownPath(context.host, file.path) };
    const width = measureOf(asker.columns());
    const lines = [say(model.words, 'interview.welcome', welcome), model.words['interview.rule']];
    asker.show(`\n${lines.flatMap((text) => wrap(text, width)).join('\n')}`);
    if ((await askFrom(interview, 0)) === 'quit') return false;
    if ((await review(interview)) === 'quit') return false;
  }
  await conclude(asker, file, model);
  return true;
}

async function makeAsker(
  context: Context,
  mode: Mode,
  ending: Ending,
  model: Model,
): Promise<Asker & { close?(): void }> {
  const { theme } = context.canvas('stderr');
  const painter = makePainter(theme, model.words);
  if (mode === 'plain') return plainAsker(context.host, ending.signal, painter, model.words);
  const { richAsker } = await import('#io/rich-asker.ts');
  return richAsker(context.host, ending.signal, painter, model.words);
}

/** Says what a person needs to know when an interview ends before its end. */
async function tellHowToResume(
  context: Context,
  options: RunOptions,
  model: Model,
  file: AnswersFile | undefined,
): Promise<void> {
  if (file?.document === undefined) return;
  const { words } = model;
  const saved = say(words, 'interview.saved', { file: shownPath(context.host, file.path) });
  const command = say(words, 'interview.resume', { command: resumeCommand(context, options) });
  await context.tell(`\n${saved}\n${command}\n`);
}

async function runInteractively(
  context: Context,
  options: RunOptions,
  model: Model,
  mode: Mode,
): Promise<Outcome> {
  announceColor(colorLevel(options.color ?? 'auto', context.host.env, context.host.stderr));
  const ending = listenForEnding(context.host, mode === 'rich');
  let file: AnswersFile | undefined;
  let asker: (Asker & { close?(): void }) | undefined;
  try {
    file = await AnswersFile.open(context.path(options.answers), options.answers, model);
    asker = await makeAsker(context, mode, ending, model);
    const finished = await interviewOn(context, model, asker, file, options);
    if (finished) await finish(context, options, model);
    else await tellHowToResume(context, options, model, file);
    return { end: 'done' };
  } catch (error) {
    if (error instanceof InterruptedError) {
      if (error.by === 'end-of-input') await context.tell(`\n${model.words['interview.endOfInput']}\n`);
      await tellHowToResume(context, options, model, file);
      return { end: 'interrupted', by: error.by };
    }
    if (error instanceof RescuedError) {
      const names = { file: options.answers, rescue: shownPath(context.host, error.rescue) };
      await context.tell(`\n${say(model.words, 'interview.rescued', names)}\n`);
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

/** The interview: start or resume. */
export async function run(context: Context, options: RunOptions): Promise<Outcome> {
  const model = await modelFor(context, options);
  const mode = modeOf(context, options);
  return mode === 'silent'
    ? runSilently(context, options, model)
    : runInteractively(context, options, model, mode);
}
