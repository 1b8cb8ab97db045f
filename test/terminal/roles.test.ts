import { describe, expect, it } from 'vitest';
import { makeQuestionnaire } from '#domain/scoring/questionnaire.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import {
  answerQuestion,
  findAsks,
  fullCount,
  enterLine,
  readAnswersIn,
  readReportIn,
  formatInput,
  unwrap,
} from '../support/terminal/interview.ts';
import { Terminal, keys } from '../support/terminal/terminal.ts';

const model = await loadModelFrom('src/model');

const asOf = ['--as-of', '2026-11-23'];

describe('what a role is asked', () => {
  const run = ['run', '--plain', '--quick', '--organization', 'Acme', ...asOf];

  it.each([
    ['leader', true],
    ['seller', false],
  ])('is marked where it only guesses: %s', async (role, isGuess) => {
    const cwd = await makeEmptyFolder();
    const { stderr } = await runCommand([...run, '--role', role], {
      cwd,
      input: formatInput('', '', '', 'q'),
    });
    expect(stderr).toContain('Question 1 of');
    expect(unwrap(stderr).includes('your best guess')).toBe(isGuess);
  });

  it.each([
    ['leader', '1', false],
    ['leader', '3', true],
    ['seller', '3', false],
  ] as const)('is worded for account managers where a %s answers %s', async (role, customers, isFor) => {
    const cwd = await makeEmptyFolder();
    const questions = makeQuestionnaire(model, role, 'quick');
    const words = questions.flatMap(({ askAccountManagers: own }) => (own === undefined ? [] : [own]));
    const facts = ['y', '9', '0', customers, '', '', '', ''];
    const skipped = questions.map(() => 's');
    const quit = String(questions.length + 2);
    const asked = await runCommand([...run, '--role', role], {
      cwd,
      input: formatInput('', '', ...facts, ...skipped, quit),
    });
    const listed = await runCommand(['run', '--no-input', ...asOf], { cwd });
    expect((await readAnswersIn(cwd)).context).toMatchObject({ sellers: 9, managers: 0 });
    expect(words.length).toBeGreaterThan(3);
    // The questions, the review of their beginnings, and the list of those that are open.
    const begins = `open – ${(isFor ? words : questions.map(({ ask }) => ask[role] ?? ''))[0]?.slice(0, 10)}`;
    expect(asked.stderr).toContain(begins);
    for (const text of words) {
      expect(unwrap(asked.stderr).includes(text)).toBe(isFor);
      expect(unwrap(listed.stderr).includes(text)).toBe(isFor);
    }
  });
});

describe('an interview with a seller', () => {
  const seller = makeQuestionnaire(model, 'seller', 'full');

  it('asks exactly the questions for sellers, in their wording', async () => {
    const cwd = await makeEmptyFolder();
    const { stderr, exitCode } = await runCommand(['run', '--plain', '--role', 'seller', ...asOf], {
      cwd,
      // No answer to the opening question, the organization, no facts; then the review and the closing questions.
      input: formatInput('', 'Acme', '', '', ...seller.map(() => '2'), '1', '', ''),
    });
    expect(exitCode).toBe(0);
    expect(findAsks(stderr, model)).toEqual(seller.map(({ ask }) => ask.seller));
    expect(seller.length).toBeLessThan(fullCount);
    const document = await readAnswersIn(cwd);
    expect(document.respondent.role).toBe('seller');
    expect(Object.keys(document.answers)).toEqual(seller.map(({ id }) => id));
    const report = await readReportIn(cwd);
    expect(report.summary).toMatchObject({ asked: seller.length, outOf: fullCount, coverage: 1 });
  });

  it('shows them in a terminal too', async () => {
    const cwd = await makeEmptyFolder();
    const quick = makeQuestionnaire(model, 'seller', 'quick');
    const terminal = Terminal.start(['--quick', '--role', 'seller', '--organization', 'Acme', ...asOf], {
      cwd,
      rows: 40,
    });
    await enterLine(terminal, 'How complete is your sales system?', '');
    await enterLine(terminal, 'What is your name?', '');
    await enterLine(terminal, 'Add a few facts about the business', '');
    for (const [index, question] of quick.entries()) {
      const screen = await terminal.see(`Question ${index + 1} of ${quick.length}`);
      expect(findAsks(screen, model)).toEqual([question.ask.seller]);
      await answerQuestion(terminal, index + 1, 3, quick.length);
    }
    await terminal.see('Choose one to change it');
    terminal.type(keys.ctrlC);
    expect((await terminal.end()).exitCode).toBe(130);
  });
});
