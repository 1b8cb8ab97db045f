import { InterruptedError } from '#domain/errors.ts';
import type { Asker, ChoiceRequest, QuestionPainter } from './asker.ts';
import type { Messages } from '#domain/messages.ts';
import { type Host, getColumns } from '#io/host.ts';
import type { Ending } from '#io/interruption.ts';
import { makeChoicePrompt } from './choice-prompt.ts';
import { openKeyboard } from './keyboard.ts';
import { type Prompt, runPrompt } from './prompt.ts';
import { makeQuestionPrompt } from './question-prompt.ts';
import { makeTextPrompt } from './text-prompt.ts';

/** Asks with prompts that redraw themselves. Writes to stderr, because stdout is for data. */
export function makeRichAsker(
  host: Host,
  ending: Ending,
  painter: QuestionPainter,
  messages: Messages,
): Asker & { close(): void } {
  const output = host.stderr;
  const { signal } = ending;
  const keyboard = openKeyboard(host, ending);
  const early = keyboard.refuseEarlyKeys();

  /** Runs a prompt. If it fails, the reason of the signal counts. */
  const run = async <S, R>(prompt: Prompt<S, R>): Promise<R> => {
    await early;
    if (signal.aborted) throw signal.reason;
    try {
      return await runPrompt({ keyboard, output, signal }, prompt);
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortPromptError') throw signal.reason;
      // The process ends.
      if (error instanceof Error && error.name === 'ExitPromptError') throw new InterruptedError('SIGTERM');
      throw error;
    }
  };

  const choose = async <T>(request: ChoiceRequest<T>): Promise<T> => {
    const choice = request.choices[await run(makeChoicePrompt(request, painter))];
    if (choice === undefined) throw new TypeError('There is nothing to choose from.');
    return choice.value;
  };

  return {
    columns: () => getColumns(output),
    tell: (text) => void output.write(`${painter.wrap(text, getColumns(output)).join('\n')}\n`),
    show: (rendered) => void output.write(`${rendered}\n`),
    question: (request) => run(makeQuestionPrompt(request, painter)),
    text: (request) => run(makeTextPrompt(request, painter)),
    choose,
    confirm: (message) =>
      choose({
        message,
        choices: [
          { name: messages['keys.no'], value: false },
          { name: messages['keys.yes'], value: true },
        ],
      }),
    close: () => keyboard.close(),
  };
}
