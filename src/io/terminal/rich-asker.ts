import inquirer from 'inquirer';
import { InterruptedError } from '#domain/errors.ts';
import type { QuestionAction } from '#domain/interview.ts';
import type { Asker, Choice, QuestionPainter } from './asker.ts';
import type { Messages } from '#domain/messages.ts';
import { type Host, getColumns } from '#io/host.ts';
import { promptQuestion } from './question-prompt.ts';

/** Asks with prompts that redraw themselves. Writes to stderr, because stdout is for data. */
export function makeRichAsker(
  host: Host,
  signal: AbortSignal,
  painter: QuestionPainter,
  messages: Messages,
): Asker {
  const { stdin: input, stderr: output } = host;
  const context = { input, output, signal };
  const prompt = inquirer.createPromptModule(context);

  /** Wraps text between words, leaving columns for the prefix. The prompts themselves would cut words. */
  const fit = (text: string, indent = ''): string =>
    painter.wrap(text, getColumns(output) - 3).join(`\n${indent}`);

  /** Runs a prompt. If it fails, the reason of the signal counts; Ctrl-C ends a prompt without one. */
  const asking = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (error instanceof Error && error.name === 'ExitPromptError') {
        throw new InterruptedError('SIGINT');
      }
      throw error;
    }
  };

  // Hints of the prompts, in the language of the model.
  const keysHelpTip = (): string => `↑↓ ${messages['keys.navigate']} · ⏎ ${messages['keys.select']}`;

  const choose = <T>(message: string, choices: readonly Choice<T>[]): Promise<T> =>
    asking<T>(async () => {
      const names = choices.map(({ name }) => fit(name, '  '));
      const lines = names.reduce((sum, name) => sum + name.split('\n').length, 0);
      const pageSize = Math.max(3, Math.min(lines, (output.rows || 24) - 6));
      const { value } = await prompt([
        {
          type: 'select',
          name: 'value',
          message: fit(message),
          choices: choices.map(({ name, value: each }, index) => ({
            name: names[index] ?? name,
            // Shown once chosen: the name without its explanation.
            short: name.split(':')[0] ?? name,
            value: each,
          })),
          loop: false,
          pageSize,
          theme: { style: { keysHelpTip } },
        },
      ]);
      return value as T;
    });

  return {
    columns: () => getColumns(output),
    show: (text) => void output.write(`${text}\n`),
    question: (view, highlighted, message) =>
      asking<QuestionAction>(() => promptQuestion({ view, highlighted, message, painter, output }, context)),
    text: ({ message, hint, validate }) =>
      asking(async () => {
        if (hint !== undefined) output.write(`${fit(hint)}\n`);
        const check = (text: string): true | string => validate?.(text.trim()) ?? true;
        const { value } = await prompt([
          { type: 'input', name: 'value', message: fit(message), validate: check },
        ]);
        return value.trim();
      }),
    choose,
    confirm: (message) =>
      choose(message, [
        { name: messages['keys.no'], value: false },
        { name: messages['keys.yes'], value: true },
      ]),
  };
}
