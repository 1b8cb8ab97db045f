import { InterruptedError, InvalidDocumentError } from '#domain/errors.ts';
import type { Model } from '#domain/model.ts';
import type { Outcome } from '#domain/verdict.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Asker } from '#io/terminal/asker.ts';
import { type Ending, listenForEnding } from '#io/interruption.ts';
import { announceColor, canRedraw, detectColorLevel } from '#io/host.ts';
import { makePlainAsker } from '#io/terminal/plain-asker.ts';
import { AnswersFile, RescuedError } from '#app/answers/answers-file.ts';
import { type CommonOptions, type Context, formatPath } from '#app/context.ts';
import { makePainter } from './question-screen.ts';

/** How a run asks: redrawn prompts, or numbered lines. */
type Mode = 'rich' | 'plain';

/** Returns how to ask; undefined if there is no terminal, and lines are not asked for. */
export function chooseMode({ host }: Context, isPlain: boolean | undefined): Mode | undefined {
  if (isPlain) return 'plain';
  if (!host.stdin.isTTY) return undefined;
  return canRedraw(host) ? 'rich' : 'plain';
}

/** Questions to ask, whose answers are saved in a file. */
interface Interaction {
  readonly mode: Mode;
  /** The answers file as the person called it. */
  readonly answers: string;
  readonly options: Pick<CommonOptions, 'color'> & { readonly takeOver?: true };
  /** Renders the command that continues. */
  readonly renderResume: () => string;
  /** Asks until everything is done, or the person quits. Returns whether everything is done. */
  readonly ask: (asker: Asker, file: AnswersFile) => Promise<boolean>;
  /** Shows the result when everything is done. */
  readonly finish: (file: AnswersFile) => Promise<void>;
}

async function makeAsker(
  context: Context,
  mode: Mode,
  ending: Ending,
  model: Model,
): Promise<Asker & { close?(): void }> {
  const { theme } = context.getCanvas('stderr');
  const painter = makePainter(theme, model.messages);
  if (mode === 'plain') return makePlainAsker(context.host, ending.signal, painter, model.messages);
  const { makeRichAsker } = await import('#io/terminal/rich-asker.ts');
  return makeRichAsker(context.host, ending, painter, model.messages);
}

/** Prints where the answers are and how to resume, if there are any. */
async function tellHowToResume(
  context: Context,
  { renderResume }: Interaction,
  model: Model,
  file: AnswersFile | undefined,
): Promise<void> {
  if (!file?.isSaved) return;
  const { messages } = model;
  const saved = formatMessage(messages, 'interview.saved', { file: formatPath(context.host, file.path) });
  const command = formatMessage(messages, 'interview.resume', { command: renderResume() });
  await context.notify(`\n${saved}\n${command}\n`);
}

/**
 * Opens the answers file, and asks. However it ends, given answers are saved, the terminal is as before, and the person
 * is told how to continue.
 */
export async function interact(context: Context, model: Model, interaction: Interaction): Promise<Outcome> {
  const { answers, mode, options } = interaction;
  announceColor(detectColorLevel(options.color ?? 'auto', context.host.env, context.host.stderr));
  const ending = listenForEnding(context.host, mode === 'rich');
  let file: AnswersFile | undefined;
  let asker: (Asker & { close?(): void }) | undefined;
  try {
    file = await AnswersFile.open(context.resolvePath(answers), answers, model, options.takeOver);
    asker = await makeAsker(context, mode, ending, model);
    if (await interaction.ask(asker, file)) await interaction.finish(file);
    else await tellHowToResume(context, interaction, model, file);
    return { end: 'done' };
  } catch (error) {
    if (error instanceof InterruptedError) {
      if (error.by === 'end-of-input') await context.notify(`\n${model.messages['interview.endOfInput']}\n`);
      await tellHowToResume(context, interaction, model, file);
      return { end: 'interrupted', by: error.by };
    }
    if (error instanceof RescuedError) {
      const names = { file: answers, rescue: formatPath(context.host, error.rescue) };
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
