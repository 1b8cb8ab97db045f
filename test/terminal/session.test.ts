import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import validateAnswers from '#document/schema/validators/answers.js';
import type { Answer } from '#domain/types/answers.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import { enterLine, messages, readAnswersIn, showsCursor } from '../support/terminal/interview.ts';
import { ctrlZ, startInShell } from '../support/terminal/job-control.ts';
import { Terminal, type TerminalOptions, keys } from '../support/terminal/terminal.ts';

const example = 'examples/sablewick-filtration/answers';
const files = (await readdir(example)).toSorted().map((name) => `answers/${name}`);
const first = 'execution.coaching-cadence.follow-through';
/** The first words of prompts, as they fit on a row. */
const why = 'Why this level?';
const who = 'Who sees it differently';

/** Makes a copy of the answers of fourteen people, who differ in 27 questions. */
async function makeTeam(): Promise<string> {
  const cwd = await makeEmptyFolder();
  await cp(example, join(cwd, 'answers'), { recursive: true });
  return cwd;
}

async function startSession(
  options: Omit<TerminalOptions, 'cwd'> = {},
): Promise<{ cwd: string; terminal: Terminal }> {
  const cwd = await makeTeam();
  return { cwd, terminal: continueSession(cwd, options) };
}

function continueSession(cwd: string, options: Omit<TerminalOptions, 'cwd'> = {}): Terminal {
  return Terminal.start(['combine', '--session', '--as-of', '2026-11-23', ...files], { cwd, ...options });
}

async function waitForQuestion(terminal: Terminal, place: number): Promise<string> {
  await terminal.see(`Question ${place} of 27`);
  return terminal.see('0-4 ↑↓ choose');
}

/** Agrees on a level at a question. */
async function agree(terminal: Terminal, place: number, level: number): Promise<void> {
  await waitForQuestion(terminal, place);
  terminal.type(String(level));
  await terminal.see(`❯ ${level}  `);
  terminal.type(keys.enter);
}

async function readFirst(cwd: string): Promise<Answer | undefined> {
  const document = await readAnswersIn(cwd, 'answers/agreed.answers.yaml');
  expect(validateAnswers(document)).toBe(true);
  return document.answers[first];
}

describe('a session in a terminal', () => {
  it('is walked, left with q and resumed with what was agreed on the screen', async () => {
    const { cwd, terminal } = await startSession({ rows: 40 });
    const screen = await waitForQuestion(terminal, 1);
    expect(screen).toContain('Sellers (8)    4   1   2   1   ·     0.5  they disagree');
    expect(screen).toContain('  North (1)    ·   ·   ·   1   ·       3');
    await agree(terminal, 1, 1);
    await enterLine(terminal, why, 'We counted five talks');
    await enterLine(terminal, who, 'North');
    await waitForQuestion(terminal, 2);
    terminal.type('q');
    expect(await terminal.end()).toEqual({ exitCode: 0, signal: undefined });
    expect(terminal.history()).toContain('To continue:');
    expect(showsCursor(terminal)).toBe(true);
    expect(await readFirst(cwd)).toMatchObject({ level: 1, note: 'We counted five talks', dissent: 'North' });

    const again = continueSession(cwd, { rows: 40 });
    await again.see('You have agreed on 1 of 27 questions');
    await again.see(messages['resume.choose']);
    again.type(keys.enter);
    await waitForQuestion(again, 2);
    again.type('b');
    expect(await again.see('Saved: level 1')).toContain('reason: We counted five talks');
    expect(again.text()).toContain('agreed on 2026-11-23');
    // Who sees it differently can be changed by its key.
    again.type('w');
    await enterLine(again, who, '-');
    await again.see('Saved: level 1');
    again.type('q');
    await again.end();
    expect(await readFirst(cwd)).not.toHaveProperty('dissent');
  });

  it('shows medians and every key at 60 x 16, and the answers with v', async () => {
    const { terminal } = await startSession({ cols: 60, rows: 16 });
    const screen = await waitForQuestion(terminal, 1);
    expect(screen).toContain('Leader: 3 · Managers (3): 1 · Sellers (8): 0.5');
    for (const key of ['voices', 'reason', 'dissent', 'evidence', 'unknown', 'quit'] as const) {
      expect(screen).toContain(messages[`keys.${key}`]);
    }
    terminal.type('v');
    const page = await terminal.see(messages['session.answers']);
    expect(page).toContain('South (1): 1 at level 1');
    expect(page).not.toContain('0-4 ↑↓ choose');
    terminal.type('d');
    await waitForQuestion(terminal, 1);
  });

  const ends: readonly (readonly [name: string, end: (terminal: Terminal) => void, code: number])[] = [
    ['Ctrl-C', (terminal) => terminal.type(keys.ctrlC), 130],
    ['SIGTERM', (terminal) => terminal.kill('SIGTERM'), 143],
    ['SIGHUP', (terminal) => terminal.kill('SIGHUP'), 129],
  ];

  it('loses nothing that was agreed when it is interrupted while the reason is typed', async () => {
    const { cwd, terminal: started } = await startSession();
    let terminal = started;
    await agree(terminal, 1, 2);
    for (const [name, end, code] of ends) {
      await terminal.see(why);
      terminal.type('half a rea');
      await terminal.see('half a rea');
      end(terminal);
      expect([name, await terminal.end()]).toEqual([name, { exitCode: code, signal: undefined }]);
      expect(terminal.history()).toMatch(/To continue: .* combine --session/);
      expect(showsCursor(terminal)).toBe(true);
      expect(await readFirst(cwd)).toEqual({ level: 2, answeredOn: '2026-11-23' });
      expect((await readdir(join(cwd, 'answers'))).filter((file) => file.startsWith('.'))).toEqual([]);
      terminal = continueSession(cwd);
      await terminal.see('How would you like to continue?');
      terminal.type(keys.enter);
      await waitForQuestion(terminal, 2);
      terminal.type('b');
      await terminal.see('Saved: level 2');
      terminal.type(keys.enter);
    }
  });

  it('is suspended with Ctrl-Z and continued with fg, with nothing lost', async () => {
    const cwd = await makeTeam();
    const command = ['combine', '--session', '--as-of', '2026-11-23', 'answers'];
    const terminal = await startInShell(command, { cwd, rows: 40 });
    await waitForQuestion(terminal, 1);
    terminal.type('1');
    await terminal.see('❯ 1  ');
    terminal.type(ctrlZ);
    await terminal.see('Stopped');
    expect(showsCursor(terminal)).toBe(true);
    terminal.type('fg\r');
    await terminal.seeRows(
      'the question',
      (rows) => rows.findLast((row) => row !== '')?.includes('q save') ?? false,
    );
    terminal.type(keys.enter);
    await terminal.see(why);
    terminal.type('We count');
    await terminal.see('We count');
    terminal.type(ctrlZ);
    await terminal.seeRows('the second stop', (rows) => rows.findLast((row) => row !== '') === '>');
    terminal.type('fg\r');
    await terminal.seeRows('the reason', (rows) => rows.some((row) => row.endsWith('We count')));
    terminal.type(`ed five talks${keys.enter}`);
    await enterLine(terminal, who, '');
    await waitForQuestion(terminal, 2);
    expect(await readFirst(cwd)).toMatchObject({ level: 1, note: 'We counted five talks' });
  });

  it('by kill -9 leaves a valid file, and the next session goes on', async () => {
    const { cwd, terminal } = await startSession();
    await agree(terminal, 1, 2);
    await enterLine(terminal, why, 'Before the end');
    await terminal.see(who);
    terminal.kill('SIGKILL');
    await terminal.end();
    expect(await readFirst(cwd)).toMatchObject({ level: 2, note: 'Before the end' });
    const again = continueSession(cwd);
    await again.see('You have agreed on 1 of 27 questions');
    again.type(keys.ctrlC);
    expect((await again.end()).exitCode).toBe(130);
  });

  it('is refused while another one has the file open', async () => {
    const { cwd, terminal } = await startSession();
    await waitForQuestion(terminal, 1);
    const other = continueSession(cwd);
    expect((await other.end()).exitCode).toBe(2);
    expect(other.history()).toContain('agreed.answers.yaml');
    await agree(terminal, 1, 1);
    await terminal.see(why);
    expect(await readFirst(cwd)).toMatchObject({ level: 1 });
  });
});
