import { describe, expect, it } from 'vitest';
import { makeEmptyFolder } from '../support/folder.ts';
import {
  enterLine,
  readAnswersIn,
  readFirstAnswer,
  startAtQuestion,
  waitForQuestion,
} from '../support/terminal/interview.ts';
import { slowDisk } from '../support/terminal/slow-disk.ts';
import { Terminal, keys } from '../support/terminal/terminal.ts';

const quick = ['--quick', '--as-of', '2026-11-23'];
const home = '\u001b[H';

/** Marks a text as pasted, as a terminal does when asked to. */
const mark = (text: string): string => `\u001b[200~${text.replaceAll('\n', '\r')}\u001b[201~`;

describe('a paste', () => {
  const lines = 'It does hold\nin the north\nand quite often, we know';

  it.each([
    ['in one chunk', [mark(lines)]],
    ['in pieces', mark(lines).match(/[^]{1,7}/g) ?? []],
    ['that is not marked', [lines.replaceAll('\n', '\r')]],
  ])('%s is one note of several lines', async (_how, chunks) => {
    const { cwd, terminal } = await startAtQuestion();
    terminal.type('2');
    await terminal.see('❯ 2  ');
    terminal.type('n');
    await terminal.see('? Note');
    for (const chunk of chunks) {
      terminal.type(chunk);
      await new Promise((done) => setImmediate(done));
    }
    await terminal.see('we know');
    terminal.type(keys.enter);
    await terminal.see('note: It does hold in the north');
    expect(await readFirstAnswer(cwd)).toEqual({ level: 2, note: lines, answeredOn: '2026-11-23' });
  });

  it('is no answer to a later prompt, and no key of a question', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(quick, { cwd });
    await terminal.see('How complete is your sales system?');
    terminal.type(mark('Nearly\ndone\n'));
    await terminal.see('done');
    terminal.type(keys.enter);
    await enterLine(terminal, 'Which organization', mark('Acme\nInc.'));
    await terminal.see('What is your role?');
    terminal.type(mark('a\n'));
    await terminal.see('You cannot paste an answer here');
    terminal.type(keys.enter);
    await enterLine(terminal, 'What is your name?', '');
    await enterLine(terminal, 'Add a few facts', '');
    await waitForQuestion(terminal, 1);
    terminal.type(mark('d\n3\n'));
    await terminal.see('You cannot paste an answer here');
    expect(await readAnswersIn(cwd)).toMatchObject({
      opening: { first: 'Nearly\ndone' },
      organization: { name: 'Acme Inc.' },
      answers: {},
    });
  });

  it('goes where the cursor is', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(quick, { cwd, cols: 100 });
    await terminal.see('How complete is your sales system?');
    terminal.type(`東京 sells well 👩‍💼${home}`);
    await terminal.see('sells well');
    terminal.type(mark('We think that '));
    await terminal.see('We think that 東京');
    terminal.type('\u001b[C\u001b[CX\u007f,');
    await terminal.see('東京, sells');
    terminal.type(keys.enter);
    await terminal.see('Which organization');
    expect((await readAnswersIn(cwd)).opening?.first).toBe('We think that 東京, sells well 👩‍💼');
  });

  it.each([
    ['--plain', [...quick, '--plain'], 'xterm-256color'],
    ['a dumb terminal', quick, 'dumb'],
  ])('is one text where questions are asked line by line: %s', async (_where, args, term) => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(args, { cwd, env: { TERM: term } });
    // Enter ends an answer that was typed. A paste of several lines is an answer by itself.
    await terminal.see('How complete is your sales system?');
    terminal.type('Nearly\rdone,\rwe think');
    await terminal.see('Which organization');
    terminal.type('Acme\rInc.');
    await terminal.see('Number:');
    terminal.type('1\r2\r');
    await enterLine(terminal, 'Type a number', '1');
    await enterLine(terminal, 'What is your name?', '');
    await enterLine(terminal, '(y/N)', '');
    await terminal.see('Your answer:');
    terminal.type('3\rn\r');
    await terminal.see('is not an answer');
    // Taken back with Backspace, and typed anew.
    await enterLine(terminal, 'Your answer:', '4\u007f2');
    await terminal.see(/Question 2 of/);
    expect(await readAnswersIn(cwd)).toMatchObject({
      opening: { first: 'Nearly\ndone,\nwe think' },
      organization: { name: 'Acme Inc.' },
    });
    expect((await readFirstAnswer(cwd))?.level).toBe(2);
    expect(terminal.raw).not.toContain('\u001b[?2004h');
  });
});

describe('a slow disk', () => {
  const env = { NODE_OPTIONS: slowDisk(400) };

  it('never shows a tick before the answer is saved, and no key lands on another question', async () => {
    const { cwd, terminal } = await startAtQuestion({ env, rows: 50 });
    const levels = [1, 2, 0];
    terminal.type(`1${keys.enter}`);
    await terminal.see('Saving…');
    expect(terminal.text()).not.toMatch(/✔ .* level 1/);
    for (const level of levels.slice(1)) {
      terminal.type(String(level));
      await new Promise((done) => setTimeout(done, 60));
      terminal.type(keys.enter);
    }
    for (const [index, level] of levels.entries()) {
      await terminal.seeRows(`the tick of ${level}`, (rows) =>
        rows.some((row) => row.startsWith('✔') && row.includes(`level ${level}`)),
      );
      const saved = Object.values((await readAnswersIn(cwd)).answers).map((answer) => answer.level);
      expect(saved.slice(0, index + 1)).toEqual(levels.slice(0, index + 1));
    }
    await waitForQuestion(terminal, 4);
  });

  it('saves an answer that is being saved when the person leaves', async () => {
    const { cwd, terminal } = await startAtQuestion({ env });
    terminal.type(`3${keys.enter}`);
    await terminal.see('Saving…');
    terminal.type(keys.ctrlC);
    expect((await terminal.end()).exitCode).toBe(130);
    expect((await readFirstAnswer(cwd))?.level).toBe(3);
  });
});

describe('evidence', () => {
  it('can be edited and removed', async () => {
    const { cwd, terminal } = await startAtQuestion();
    terminal.type('3');
    await terminal.see('❯ 3  ');
    // Settled prompts of the same words stay on the screen, so each is waited for with the sign of an open one.
    for (const what of ['Verbatims', 'By mistake']) {
      terminal.type('e');
      if (what !== 'Verbatims') {
        await terminal.see('? Which piece of evidence?');
        terminal.type(keys.enter);
      }
      await enterLine(terminal, '? What kind of evidence', '');
      await enterLine(terminal, '? What is it?', what);
      await enterLine(terminal, '? What date is it from?', '');
      await enterLine(terminal, '? Where is it?', '');
      await enterLine(terminal, '? Who has seen it?', '');
      await terminal.see(`artifact ${what}`);
    }
    terminal.type('e');
    await terminal.see('? Which piece of evidence?');
    terminal.type('3');
    await terminal.see('❯ artifact By mistake');
    terminal.type(keys.enter);
    await terminal.see('? What do you want to do with it?');
    terminal.type('2');
    await terminal.see('❯ Remove it');
    terminal.type(keys.enter);
    await terminal.see('evidence: 1');
    terminal.type('e');
    await terminal.see('? Which piece of evidence?');
    terminal.type('2');
    await terminal.see('❯ artifact Verbatims');
    terminal.type(keys.enter);
    await enterLine(terminal, '? What do you want to do with it?', '');
    await enterLine(terminal, '? What kind of evidence', '');
    await enterLine(terminal, '? What is it?', ' of five');
    await enterLine(terminal, '? What date is it from?', '2026-10-01');
    await enterLine(terminal, '? Where is it?', '');
    await enterLine(terminal, '? Who has seen it?', '');
    await terminal.see('artifact 2026-10-01 Verbatims of five');
    expect((await readFirstAnswer(cwd))?.evidence).toEqual([
      { kind: 'artifact', date: '2026-10-01', what: 'Verbatims of five' },
    ]);
  });
});
