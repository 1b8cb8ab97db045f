import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Model, listQuestions } from '#domain/model.ts';
import { makeQuestionnaire } from '#domain/scoring/questionnaire.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { loadModelFrom } from '../../../src/tools/model-files.ts';
import { makeEmptyFolder } from '../folder.ts';
import { Terminal, type TerminalOptions, keys } from './terminal.ts';

const shipped = await loadModelFrom('src/model');

/** Number of questions in the full audit. */
export const fullCount = makeQuestionnaire(shipped, 'leader', 'full').length;

const quickSet = makeQuestionnaire(shipped, 'leader', 'quick');

/** Number of questions in the quick set. */
export const quickCount = quickSet.length;

/** The first question for a leader. */
export const firstAsk = quickSet[0]?.ask['leader'] ?? '';

/** The question for a case that follows it. */
export const firstProbe = quickSet[0]?.probe ?? '';

/** Id of a question in the middle of the quick set. */
export const middleId = quickSet[5]?.id ?? '';

/** Waits until the screen shows a question with its keys. */
export async function waitForQuestion(terminal: Terminal, place: number, count = quickCount): Promise<void> {
  await terminal.see(`Question ${place} of ${count}`);
  await terminal.see('0-4 ↑↓ choose');
}

/** The messages of the interview. */
export const { messages } = shipped;

/** Returns the first sentence of a message, which fits one row of a screen. */
const firstSentence = (text: string): string => text.slice(0, text.indexOf('.') + 1);

/** Shown above the question for a case, which follows a level of 3 or 4. */
export const caseHint = firstSentence(messages['instance.hint']);

/** Said of a text that is no case. */
export const noCase = firstSentence(messages['instance.noCase']);

/** Presses the key of a level, waits until the level is marked, and confirms it. Tells no case after a level of 3 or 4. */
export async function answerQuestion(
  terminal: Terminal,
  place: number,
  level: number,
  count = quickCount,
): Promise<void> {
  await waitForQuestion(terminal, place, count);
  terminal.type(String(level));
  await terminal.see(`❯ ${level}  `);
  terminal.type(keys.enter);
  if (level >= 3) await enterLine(terminal, caseHint, '');
}

/** Waits for a prompt and types a line. */
export async function enterLine(terminal: Terminal, prompt: string, text: string): Promise<void> {
  await terminal.see(prompt);
  terminal.type(`${text}${keys.enter}`);
}

/** Answers who the respondent is, a leader, and no facts. An interview without answers asks this again. */
export async function setUpRespondent(terminal: Terminal, name = ''): Promise<void> {
  await terminal.see('What is your role?');
  terminal.type(keys.enter);
  await enterLine(terminal, 'What is your name?', name);
  await enterLine(terminal, 'Add a few facts about the business', '');
}

/** Goes through everything before the first question. */
export async function setUp(
  terminal: Terminal,
  { opening = 'Nearly complete', organization = 'Harbor Instruments', name = '' } = {},
): Promise<void> {
  await enterLine(terminal, 'How complete is your sales system?', opening);
  await enterLine(terminal, 'Which organization is this about?', organization);
  await setUpRespondent(terminal, name);
}

/** Goes through everything after the last question: finishes the review and answers the two closing questions. */
export async function wrapUp(terminal: Terminal): Promise<void> {
  await terminal.see('Choose one to change it');
  terminal.type(keys.enter);
  await enterLine(terminal, 'Now that you have heard the questions', 'Less than I thought');
  await enterLine(terminal, 'What would you add to this conversation?', 'Compensation');
}

/** Reads the answers file in a folder. */
export async function readAnswersIn(folder: string, name = 'answers.yaml'): Promise<AnswersDocument> {
  return parse(await readFile(join(folder, name), 'utf8')) as AnswersDocument;
}

/** Reads the report in a folder. */
export async function readReportIn(folder: string, name = 'report.yaml'): Promise<ReportDocument> {
  return parse(await readFile(join(folder, name), 'utf8')) as ReportDocument;
}

/** Starts a quick interview in an empty folder, and brings it to the first question. */
export async function startAtQuestion(
  options: Omit<TerminalOptions, 'cwd'> = {},
): Promise<{ cwd: string; terminal: Terminal }> {
  const cwd = await makeEmptyFolder();
  const terminal = Terminal.start(['--quick', '--as-of', '2026-11-23'], { cwd, ...options });
  await setUp(terminal);
  await waitForQuestion(terminal, 1);
  return { cwd, terminal };
}

/** Reads the first answer of the file in a folder. */
export async function readFirstAnswer(cwd: string): Promise<AnswersDocument['answers'][string] | undefined> {
  return Object.values((await readAnswersIn(cwd)).answers)[0];
}

/** Checks that the program left the cursor visible: its last escape sequence for the cursor shows it. */
export function showsCursor(terminal: Terminal): boolean {
  return terminal.raw.lastIndexOf('\u001b[?25h') >= terminal.raw.lastIndexOf('\u001b[?25l');
}

/** Formats lines as typed input. */
export function formatInput(...lines: readonly string[]): string {
  return lines.map((text) => `${text}\n`).join('');
}

/** Lists levels as lines of input, with an empty line after 3 and 4 that tells no case. */
export function listLevelLines(levels: readonly number[]): string[] {
  return levels.flatMap((level) => (level >= 3 ? [String(level), ''] : [String(level)]));
}

/** Removes line wrapping from a text. */
export function unwrap(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Lists the wordings of a model's questions that a text contains, without those that are only a part of another. */
export function findAsks(text: string, asking: Model): string[] {
  const screen = unwrap(text);
  return listQuestions(asking).flatMap(({ ask, askAccountManagers: own = '' }) => {
    const found = [...new Set([...Object.values(ask), own])]
      .map(unwrap)
      .filter((words) => words !== '' && screen.includes(words));
    return found.filter((words) => !found.some((other) => other !== words && other.includes(words)));
  });
}
