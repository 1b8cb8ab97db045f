import type { QuestionView } from '#domain/interview/interview.ts';
import { type QuestionAction, isDetailAct, makeAction } from '#domain/interview/question-action.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import { type Asker, type QuestionPainter, getAction } from './asker.ts';
import { type Host, getColumns } from '#io/host.ts';
import { isInForeground } from './foreground.ts';
import { openTextReader } from './text-reader.ts';

/** Parses a line typed at a question; returns undefined if it has no meaning. */
function parseLine(line: string, highlighted: number | null, view: QuestionView): QuestionAction | undefined {
  const match = /^([0-9]?) *([a-z?]?)$/.exec(line.toLowerCase());
  if (match === null || line === '') return undefined;
  const level = match[1] ? Number(match[1]) : null;
  if (level !== null && level >= view.levels.length) return undefined;
  const act = match[2] ? getAction(match[2], view) : 'level';
  if (act === undefined) return undefined;
  if (act === 'level') return level === null ? undefined : { act, level };
  return level === null || isDetailAct(act) ? makeAction(act, level ?? highlighted) : undefined;
}

/**
 * Asks by numbered lines, without color, cursor movement or redrawing: for screen readers, pipes and dumb
 * terminals.
 */
export function makePlainAsker(
  host: Host,
  signal: AbortSignal,
  painter: QuestionPainter,
  messages: Messages,
): Asker & { close(): void } {
  const reader = openTextReader(host, signal);
  const write = (text: string): void => void host.stderr.write(text);
  const fit = (text: string): string => painter.wrap(text, getColumns(host.stderr)).join('\n');
  const tell = (text: string): void => write(`${fit(text)}\n`);
  /** Writes a prompt again after Ctrl-Z, where the terminal drops the line that was being typed. */
  const listenForReturn = (prompt: string): (() => void) => {
    const onContinue = (): void => {
      if (host.stdin.isTTY && isInForeground()) write(`\n${fit(prompt)} `);
    };
    process.on('SIGCONT', onContinue);
    return () => void process.off('SIGCONT', onContinue);
  };
  const ask = async (prompt: string): Promise<string> => {
    // Who answers as soon as the question is on the screen must not be refused.
    await reader.ready;
    const stop = listenForReturn(prompt);
    try {
      for (;;) {
        write(`${fit(prompt)} `);
        const { text, isCut } = await reader.next();
        if (!isCut) return text;
        tell(messages['plain.cut']);
      }
    } finally {
      stop();
    }
  };

  return {
    columns: () => getColumns(host.stderr),
    tell,
    show: (rendered) => write(`${rendered}\n`),
    question: async ({ view, highlighted, message, save }) => {
      write(`${painter.plain(view, getColumns(host.stderr))}\n`);
      if (message !== undefined) tell(message);
      for (;;) {
        const line = await ask(messages['plain.prompt']);
        const action = parseLine(line, highlighted, view);
        if (action === undefined)
          tell(formatMessage(messages, 'plain.notUnderstood', { text: JSON.stringify(line.slice(0, 40)) }));
        else if (action.act === 'not-applicable' && !view.keys.includes(action.act))
          tell(painter.cannotNotApply);
        else {
          await save(action);
          return action;
        }
      }
    },
    text: async ({ message, hint, initial, isLong, validate, save }) => {
      if (hint !== undefined) tell(hint);
      for (;;) {
        const line = (await ask(message)) || (initial ?? '');
        const text = isLong ? line : line.replaceAll('\n', ' ');
        const fault = validate?.(text);
        if (fault === undefined) {
          await save?.(text);
          return text;
        }
        tell(fault);
      }
    },
    choose: async ({ message, choices, firstNumber = 1, save }) => {
      tell(message);
      for (const [index, { name }] of choices.entries()) tell(`${index + firstNumber}  ${name}`);
      for (;;) {
        const line = await ask(messages['plain.number']);
        const choice = /^\d{1,4}$/.test(line) ? choices[Number(line) - firstNumber] : undefined;
        if (choice !== undefined) {
          await save?.(choice.value);
          return choice.value;
        }
        tell(
          formatMessage(messages, 'plain.numberWrong', {
            first: firstNumber,
            last: choices.length - 1 + firstNumber,
          }),
        );
      }
    },
    confirm: async (message) => {
      const { 'plain.yes': yes, 'plain.no': no } = messages;
      for (;;) {
        const line = (await ask(`${message} (${yes}/${no.toUpperCase()})`)).toLowerCase();
        if (line === '' || line === no || line === messages['keys.no'].toLowerCase()) return false;
        if (line === yes || line === messages['keys.yes'].toLowerCase()) return true;
        tell(messages['plain.yesNo']);
      }
    },
    close: () => reader.close(),
  };
}
