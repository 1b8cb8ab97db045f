import { createInterface } from 'node:readline';
import { InterruptedError } from '#domain/errors.ts';
import type { QuestionAction } from '#domain/interview.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import { type Asker, type QuestionPainter, getAction } from './asker.ts';
import { type Host, getColumns } from '#io/host.ts';

/** Maximum length of a line in UTF-16 code units. A longer line is cut, and then rejected as too long. */
const longestLine = 20_000;

const markPastes = '\u001b[?2004h';
const stopMarkingPastes = '\u001b[?2004l';
const pasteStart = '\u001b[200~';
const pasteEnd = '\u001b[201~';

/** Joins the lines of a marked paste, which is one text. Returns undefined until its last line is there. */
function makePasteJoiner(): (line: string) => string | undefined {
  let open: string[] | undefined;
  return (line) => {
    if (open === undefined && !line.includes(pasteStart)) return line;
    open = [...(open ?? []), line];
    if (line.lastIndexOf(pasteEnd) <= line.lastIndexOf(pasteStart)) return undefined;
    const text = open.join('\n').replaceAll(pasteStart, '').replaceAll(pasteEnd, '');
    open = undefined;
    return text;
  };
}

/** Reads lines one at a time, and buffers those that arrive before they are requested. */
function makeLineReader(
  { stdin, stderr, env }: Host,
  signal: AbortSignal,
): { next(): Promise<string>; close(): void } {
  const lines: string[] = [];
  let ended = false;
  let wake: (() => void) | undefined;
  const reader = createInterface({ input: stdin, terminal: false, crlfDelay: Infinity });
  const notify = (): void => {
    wake?.();
    wake = undefined;
  };
  const marksPastes = stdin.isTTY && stderr.isTTY && env['TERM'] !== 'dumb';
  if (marksPastes) stderr.write(markPastes);
  const join = makePasteJoiner();
  reader.on('line', (line) => {
    const text = join(line);
    if (text === undefined) return;
    lines.push(text.slice(0, longestLine));
    notify();
  });
  reader.on('close', () => {
    ended = true;
    notify();
  });
  signal.addEventListener('abort', notify);
  return {
    next: async () => {
      while (lines.length === 0 && !ended && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (signal.aborted) throw signal.reason;
      const line = lines.shift();
      if (line === undefined) throw new InterruptedError('end-of-input');
      return line.trim();
    },
    close: () => {
      signal.removeEventListener('abort', notify);
      reader.close();
      if (marksPastes) stderr.write(stopMarkingPastes);
      stdin.unref?.();
    },
  };
}

/** Parses a line typed at a question; returns undefined if it has no meaning. */
function parseLine(line: string, highlighted: number | null, levels: number): QuestionAction | undefined {
  const match = /^([0-9]?) *([a-z?]?)$/.exec(line.toLowerCase());
  if (match === null || line === '') return undefined;
  const level = match[1] ? Number(match[1]) : null;
  if (level !== null && level >= levels) return undefined;
  const act = match[2] ? getAction(match[2]) : 'level';
  if (act === undefined) return undefined;
  if (act === 'level') return level === null ? undefined : { act, level };
  if (act === 'note' || act === 'evidence') return { act, level: level ?? highlighted };
  return level === null ? { act } : undefined;
}

/**
 * Asks by numbered lines, without color, cursor movement or redrawing: for screen readers, pipes and dumb
 * terminals. Buffers lines that arrive before they are requested.
 */
export function makePlainAsker(
  host: Host,
  signal: AbortSignal,
  painter: QuestionPainter,
  messages: Messages,
): Asker & { close(): void } {
  const reader = makeLineReader(host, signal);
  const write = (text: string): void => void host.stderr.write(text);
  const fit = (text: string): string => painter.wrap(text, getColumns(host.stderr)).join('\n');
  const tell = (text: string): void => write(`${fit(text)}\n`);
  const ask = (prompt: string): Promise<string> => {
    write(`${fit(prompt)} `);
    return reader.next();
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
        const action = parseLine(line, highlighted, view.levels.length);
        if (action === undefined)
          tell(formatMessage(messages, 'plain.notUnderstood', { text: JSON.stringify(line.slice(0, 40)) }));
        else if (action.act === 'not-applicable' && !view.mayNotApply) tell(painter.cannotNotApply);
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
    choose: async ({ message, choices, save }) => {
      tell(message);
      for (const [index, { name }] of choices.entries()) tell(`${index + 1}  ${name}`);
      for (;;) {
        const line = await ask(messages['plain.number']);
        const choice = /^\d{1,4}$/.test(line) ? choices[Number(line) - 1] : undefined;
        if (choice !== undefined) {
          await save?.(choice.value);
          return choice.value;
        }
        tell(formatMessage(messages, 'plain.numberWrong', { count: choices.length }));
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
