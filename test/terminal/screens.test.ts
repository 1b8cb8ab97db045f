/** Longer than 200 lines: one scene for each way in which a terminal changes. */
import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formatMessage } from '#domain/messages.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import {
  answerQuestion,
  caseHint,
  enterLine,
  messages,
  readAnswersIn,
  readFirstAnswer,
  setUp,
  startAtQuestion,
  showsCursor,
  waitForQuestion,
} from '../support/terminal/interview.ts';
import { ctrlZ, startInShell } from '../support/terminal/job-control.ts';
import { Terminal, keys } from '../support/terminal/terminal.ts';

const quick = ['--quick', '--as-of', '2026-11-23'];
/** Starts the interview in a shell with job control, and types into the first prompt. */
async function startInterview(): Promise<{ cwd: string; terminal: Terminal }> {
  const cwd = await makeEmptyFolder();
  const terminal = await startInShell(['--quick'], { cwd });
  await terminal.see('How complete is your sales system?');
  terminal.type('Nearly com');
  await terminal.see('Nearly com');
  return { cwd, terminal };
}

describe('suspending with Ctrl-Z', () => {
  it('gives the shell its terminal, and goes on with nothing lost', async () => {
    const { cwd, terminal } = await startInterview();
    terminal.type(ctrlZ);
    await terminal.see('Stopped');
    expect(showsCursor(terminal)).toBe(true);
    terminal.type('echo the "shell"\r');
    await terminal.see('\nthe shell');
    terminal.type('fg\r');
    await terminal.seeRows('the prompt below the shell', (rows) => {
      const shell = rows.indexOf('the shell');
      return shell > 0 && rows.slice(shell).some((row) => row.endsWith('Nearly com'));
    });
    terminal.type(`plete${keys.enter}`);
    await enterLine(terminal, 'Which organization', 'Acme');
    await terminal.see('What is your role?');
    terminal.type(keys.enter);
    await enterLine(terminal, 'What is your name?', '');
    await enterLine(terminal, 'Add a few facts', '');
    await waitForQuestion(terminal, 1);
    terminal.type('3');
    await terminal.see('❯ 3  ');
    terminal.type(ctrlZ);
    await terminal.seeRows('the second stop', (rows) => rows.findLast((row) => row !== '') === '>');
    terminal.type('fg\r');
    await terminal.seeRows(
      'the question',
      (rows) => rows.findLast((row) => row !== '')?.includes('q save') ?? false,
    );
    terminal.type(keys.enter);
    await enterLine(terminal, caseHint, '');
    await waitForQuestion(terminal, 2);
    expect((await readAnswersIn(cwd)).opening?.first).toBe('Nearly complete');
    expect((await readFirstAnswer(cwd))?.level).toBe(3);
  });

  it('leaves the terminal alone in the background, and is drawn once, in its new size', async () => {
    const { cwd, terminal } = await startInterview();
    terminal.type(ctrlZ);
    await terminal.see('Stopped');
    terminal.type('kill -CONT %1; until jobs -s | grep -c Sto; do :; done\r');
    await terminal.see('\n1');
    terminal.resize(44, 20);
    terminal.type('fg\r');
    await terminal.seeRows('the prompt in the new width', (rows) => {
      const drawn = rows.filter((row) => row.includes('How complete'));
      return drawn.length === 1 && rows.some((row) => row.endsWith('Nearly com'));
    });
    terminal.type(ctrlZ);
    await terminal.seeRows('the second stop', (rows) => rows.findLast((row) => row !== '') === '>');
    terminal.type('kill %1; until jobs | grep 143; do :; done\r');
    await terminal.see('Exit 143');
    expect(await readdir(cwd)).not.toContain('.answers.yaml.lock');
  });
});

describe('a terminal that changes', () => {
  it.each([
    [100, 30, 44, 20],
    [44, 20, 100, 30],
  ])('redraws texts and choices when %ix%i becomes %ix%i', async (cols, rows, newCols, newRows) => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(quick, { cwd, cols, rows });
    const countIn = (all: readonly string[], text: string): number =>
      all.filter((row) => row.includes(text)).length;
    await terminal.see('How complete is your sales system?');
    const typed = 'word '.repeat(30);
    terminal.type(typed);
    await terminal.see('word word');
    terminal.resize(newCols, newRows);
    terminal.type('end');
    await terminal.seeRows(
      'the text, drawn once',
      (all) =>
        countIn(all, 'How complete') === 1 &&
        countIn(all, 'your own words') === 1 &&
        all.join('').match(/word(?!s)/g)?.length === 30 &&
        all.some((row) => row.endsWith('end')),
    );
    terminal.type(keys.enter);
    await enterLine(terminal, 'Which organization', 'Acme');
    await terminal.see('What is your role?');
    terminal.resize(cols, rows);
    terminal.type(keys.down);
    const drawn = await terminal.seeRows(
      'the choices, drawn once',
      (all) =>
        countIn(all, 'What is your role?') === 1 &&
        countIn(all, '❯') === 1 &&
        countIn(all, '❯ Manager') === 1,
    );
    expect(drawn.every((row) => row.length <= cols)).toBe(true);
  });

  it('ends quietly with 129 when its window is closed, and releases the lock', async () => {
    const { cwd, terminal } = await startAtQuestion();
    await answerQuestion(terminal, 1, 3);
    await waitForQuestion(terminal, 2);
    terminal.hangUp();
    expect(await terminal.end()).toEqual({ exitCode: 129, signal: undefined });
    expect(await readdir(cwd)).toEqual(['answers.yaml']);
    expect((await readFirstAnswer(cwd))?.level).toBe(3);
  });

  it('shows the cursor again after SIGQUIT', async () => {
    const { terminal } = await startAtQuestion();
    terminal.kill('SIGQUIT');
    expect((await terminal.end()).exitCode).toBe(131);
    expect(showsCursor(terminal)).toBe(true);
  });
});

describe('a low terminal', () => {
  it('shows every key of the question, and of what its keys open, at 60x16 without color', async () => {
    const { terminal } = await startAtQuestion({ cols: 60, rows: 16, env: { NO_COLOR: '1' } });
    terminal.type('2');
    const question = await terminal.see('❯ 2  ');
    const offered = [
      'confirm',
      'help',
      'evidence',
      'note',
      'lowest',
      'unknown',
      'skip',
      'back',
      'quit',
    ] as const;
    for (const key of offered) expect(question).toContain(messages[`keys.${key}`]);
    for (const level of [0, 1, 3, 4]) expect(question).toMatch(new RegExp(`^  ${level}  \\S`, 'm'));
    terminal.type('l');
    const lowest = await terminal.see(messages['lowest.level']);
    for (const name of ['❯ 0  ', '  1  ', `  2  ${formatMessage(messages, 'lowest.same', { level: 2 })}`])
      expect(lowest).toContain(name);
    expect(lowest).toMatch(/Enter select$/);
    terminal.type(`\u001b[B\u001b[B\r`);
    await terminal.see('Saved: level 2');
    terminal.type('e');
    const kinds = await terminal.see(messages['evidence.kind']);
    for (const kind of ['❯ artifact: ', '  affirmation: ', '  declaration: ', '  instance: '])
      expect(kinds).toContain(kind);
    expect(kinds).toMatch(/Enter select$/);
    terminal.type('\r');
    await enterLine(terminal, messages['evidence.what'].slice(0, 40), '');
    await terminal.see(messages['keys.quit']);
    terminal.type('?');
    expect(await terminal.see(messages['help.more'])).toContain(messages['help.why']);
  });

  it('shows the marked level and the keys at 80x10', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(quick, { cwd, rows: 10 });
    await setUp(terminal);
    await terminal.see('0-4 ↑↓ choose');
    for (const level of [4, 0, 2]) {
      terminal.type(String(level));
      expect(await terminal.see(`❯ ${level}  `)).toContain('q save and quit');
    }
    terminal.type(keys.enter);
    await terminal.see(/✔ .*level 2/);
    expect((await readFirstAnswer(cwd))?.level).toBe(2);
  });

  it.each([
    [80, 10],
    [120, 8],
    [40, 8],
  ])('answers ? on the screen, more of it with Space, until any other key, at %ix%i', async (cols, rows) => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(quick, { cwd, cols, rows });
    await setUp(terminal);
    await terminal.see('0-4');
    terminal.type('?');
    const help = await terminal.see('Space for more, any other key');
    expect(help.trim().split('\n')[0]).toBe('Why it matters');
    terminal.type(' ');
    await terminal.seeRows(
      'its next screen',
      (shown) =>
        !shown.includes('Why it matters') &&
        shown.some((row) => row.includes('to the question') || row.includes('other key')),
    );
    // Neither a level nor an answer.
    terminal.type('3');
    expect(await terminal.see('0-4')).not.toContain('❯');
    terminal.resize(30, 6);
    await terminal.see('This window is too small.');
    terminal.resize(cols, rows);
    await terminal.see('0-4');
    terminal.type('3');
    const marked = await terminal.see('❯ 3  ');
    expect(marked.trim()).toMatch(/(?: b q|q save and quit)$/);
    terminal.type(keys.enter);
    await terminal.see(/✔ .*level 3/);
    expect((await readFirstAnswer(cwd))?.level).toBe(3);
  });

  it.each([
    [20, 5],
    [120, 6],
    [30, 40],
  ])('is asked line by line at %ix%i', async (cols, rows) => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(quick, { cwd, cols, rows });
    await terminal.see(/How complete/);
    terminal.type('Nearly\r');
    await terminal.see(/Which/);
    expect(terminal.raw).not.toContain('\u001b');
  });
});
