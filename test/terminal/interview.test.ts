/** Longer than 200 lines: whole sessions, step by step. */
import { readdir } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { formatMessage } from '#domain/messages.ts';
import validateAnswers from '#document/schema/validators/answers.js';
import validateReport from '#document/schema/validators/report.js';
import { makeEmptyFolder } from '../support/folder.ts';
import {
  answerQuestion,
  caseHint,
  fullCount,
  messages,
  enterLine,
  quickCount,
  readAnswersIn,
  readReportIn,
  waitForQuestion,
  setUp,
  showsCursor,
  wrapUp,
} from '../support/terminal/interview.ts';
import { Terminal, keys } from '../support/terminal/terminal.ts';

const quick = ['--quick', '--as-of', '2026-11-23'];

describe('the interview in a terminal', () => {
  it('goes from an empty folder to a scored report by keys alone', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(quick, { cwd });
    await setUp(terminal, { name: 'Marisa Trevino' });
    for (let place = 1; place <= quickCount; place += 1) await answerQuestion(terminal, place, place % 5);
    await wrapUp(terminal);
    expect((await terminal.end()).exitCode).toBe(0);

    const document = await readAnswersIn(cwd);
    expect(validateAnswers(document)).toBe(true);
    expect(document.organization.name).toBe('Harbor Instruments');
    expect(document.respondent).toEqual({ role: 'leader', name: 'Marisa Trevino' });
    expect(document.opening).toEqual({ first: 'Nearly complete', again: 'Less than I thought' });
    expect(document.closing).toBe('Compensation');
    expect(Object.values(document.answers).map(({ level }) => level)).toEqual(
      Array.from({ length: quickCount }, (_, index) => (index + 1) % 5),
    );

    const report = await readReportIn(cwd);
    expect(validateReport(report)).toBe(true);
    expect(report.summary).toMatchObject({
      scope: 'quick',
      asked: quickCount,
      coverage: 1,
      provisional: false,
    });
    const shown = terminal.history();
    expect(shown).toMatch(/\d of 4 elements[^;]*; no evidence is\s+attached\s+yet/);
    expect(shown).toContain('Saved: answers answers.yaml, report report.yaml, page report.html');
    expect(shown).toMatch(/To open the page:\n {2}\S+ report\.html$/);
    expect(await readdir(cwd)).toEqual(['answers.yaml', 'report.html', 'report.yaml']);
    expect(showsCursor(terminal)).toBe(true);
  });

  it('preselects no level: Enter alone shows a hint', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start([...quick, '--organization', 'Acme', '--role', 'leader'], { cwd });
    await enterLine(terminal, 'How complete is your sales system?', '');
    await enterLine(terminal, 'What is your name?', '');
    await enterLine(terminal, 'Add a few facts', '');
    await waitForQuestion(terminal, 1);
    expect(terminal.text()).not.toContain('❯');
    terminal.type(keys.enter);
    await terminal.see('Choose a level from 0 to 4 first');
    expect((await readAnswersIn(cwd)).answers).toEqual({});
  });

  it('moves with arrows, goes back, and changes one answer only', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(quick, { cwd });
    await setUp(terminal);
    await answerQuestion(terminal, 1, 2);
    await terminal.see(`Question 2 of ${quickCount}`);
    terminal.type('b');
    await terminal.see('Saved: level 2');
    await terminal.see('❯ 2  ');
    terminal.type(keys.up);
    await terminal.see('❯ 1  ');
    terminal.type(keys.down);
    await terminal.see('❯ 2  ');
    terminal.type(keys.down);
    await terminal.see('❯ 3  ');
    terminal.type(keys.enter);
    await enterLine(terminal, caseHint, '');
    await terminal.see(`Question 2 of ${quickCount}`);
    const { answers } = await readAnswersIn(cwd);
    expect(Object.values(answers)).toEqual([{ level: 3, answeredOn: '2026-11-23' }]);
    terminal.type('b');
    await waitForQuestion(terminal, 1);
    terminal.type('b');
    await terminal.see('This is the first question.');
  });

  it('accepts notes and evidence, shows what the evidence supports, and preserves both if the level changes', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(quick, { cwd });
    await setUp(terminal);
    await waitForQuestion(terminal, 1);
    terminal.type('e');
    await terminal.see('Choose a level from 0 to 4 first');
    terminal.type('3');
    await terminal.see('❯ 3  ');
    terminal.type('e');
    await terminal.see('What kind of evidence is it?');
    terminal.type(keys.enter);
    await enterLine(terminal, 'What is it?', 'Five sellers asked 五人 🙂');
    await enterLine(terminal, 'What date is it from?', '2026-02-30');
    await terminal.see('Type a real date');
    terminal.type(`${'\u007f'.repeat(10)}2026-10-01${keys.enter}`);
    await enterLine(terminal, 'Where is it?', 'docs/verbatims.md');
    await enterLine(terminal, 'Who has seen it?', '');
    await terminal.see('evidence: 1');
    await terminal.see('❯ 3  ');
    terminal.type('n');
    await enterLine(terminal, 'Note', 'Asked in the canteen: "quota", mostly');
    await terminal.see('note: Asked in the canteen');
    terminal.type('2');
    await terminal.see('❯ 2  ');
    terminal.type(keys.enter);
    await terminal.see(`Question 2 of ${quickCount}`);
    expect(Object.values((await readAnswersIn(cwd)).answers)).toEqual([
      {
        level: 2,
        evidence: [
          {
            kind: 'artifact',
            date: '2026-10-01',
            what: 'Five sellers asked 五人 🙂',
            ref: 'docs/verbatims.md',
          },
        ],
        note: 'Asked in the canteen: "quota", mostly',
        answeredOn: '2026-11-23',
      },
    ]);
  });

  it('supports "don\'t know", "does not apply" and skip, and lists open questions at the end', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(quick, { cwd });
    await setUp(terminal);
    await waitForQuestion(terminal, 1);
    terminal.type('x');
    await terminal.see('This question applies to every company.');
    terminal.type('d');
    await waitForQuestion(terminal, 2);
    terminal.type('s');
    for (let place = 3; place <= quickCount; place += 1) {
      const screen = await terminal.see(new RegExp(`Question ${place} of ${quickCount}[\\s\\S]*choose`));
      if (!screen.slice(screen.lastIndexOf(`Question ${place} of`)).includes('x does not apply')) {
        await answerQuestion(terminal, place, 3);
        continue;
      }
      terminal.type('x');
      await terminal.see(/^\? Why does this question not apply/m);
      terminal.type(keys.enter);
      await terminal.see(/^\? Explain in one sentence/m);
      terminal.type(`Only one region${keys.enter}`);
    }
    await terminal.see(`You answered ${quickCount - 1} of ${quickCount} questions; 1 still open`);
    await terminal.see('Finish with 1 still open');
    terminal.type(keys.enter);
    await enterLine(terminal, 'Now that you have heard', '');
    await enterLine(terminal, 'What would you add', '');
    expect((await terminal.end()).exitCode).toBe(0);
    const states = (await readReportIn(cwd)).elements
      .flatMap(({ practices }) => practices)
      .flatMap(({ questions }) => questions)
      .map(({ state }) => state);
    expect(states.filter((state) => state === 'unknown')).toHaveLength(1);
    expect(states.filter((state) => state === 'unanswered')).toHaveLength(1);
    expect(states.filter((state) => state === 'not-applicable').length).toBeGreaterThan(0);
    expect(terminal.history()).toMatch(/Too little is known about\s+Philosophy/);
  });

  it('explains a question with ?, and edits answers in the review', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(quick, { cwd, rows: 80 });
    await setUp(terminal);
    await waitForQuestion(terminal, 1);
    terminal.type('?');
    await terminal.see('a few. Counts: One person');
    await terminal.see('Signs you are being too generous');
    await terminal.see('How to choose');
    for (let place = 1; place <= quickCount; place += 1) await answerQuestion(terminal, place, 1);
    await terminal.see('Choose one to change it');
    terminal.type(keys.down);
    await terminal.see(/❯ Stated purpose: level 1/);
    terminal.type(keys.enter);
    await terminal.see('Saved: level 1');
    terminal.type('4');
    await terminal.see('❯ 4  ');
    terminal.type(keys.enter);
    await enterLine(terminal, caseHint, '');
    await terminal.see(/Stated purpose: level 4/);
    await wrapUp(terminal);
    expect((await terminal.end()).exitCode).toBe(0);
    expect(Object.values((await readAnswersIn(cwd)).answers)[0]?.level).toBe(4);
  });

  it('saves and exits with 0 on q, and the printed command resumes at the first open question', async () => {
    const cwd = await makeEmptyFolder();
    const first = Terminal.start([...quick, '--answers', 'my answers.yaml'], { cwd });
    await setUp(first);
    await answerQuestion(first, 1, 2);
    await waitForQuestion(first, 2);
    first.type('q');
    expect((await first.end()).exitCode).toBe(0);
    const command = /To continue: (.+)/.exec(first.history())?.[1] ?? '';
    expect(command).toMatch(/ run --answers 'my answers.yaml'$/);

    const second = Terminal.command('bash', ['-c', command], { cwd });
    onTestFinished(() => second.dispose());
    await second.see(`Welcome back. You have answered 1 of ${quickCount}`);
    await second.see('Review my earlier answers first');
    second.type(keys.enter);
    await second.see(`Question 2 of ${quickCount}`);
  });

  it('offers the remaining questions after a quick audit', async () => {
    const cwd = await makeEmptyFolder();
    const first = Terminal.start(quick, { cwd });
    await setUp(first);
    for (let place = 1; place <= quickCount; place += 1) await answerQuestion(first, place, 2);
    await wrapUp(first);
    await first.end();
    expect(first.history()).toMatch(
      new RegExp(`${fullCount - quickCount}\\D*:\n {2}.*bin/sales-audit\\.js run`),
    );
    const second = Terminal.start(['--as-of', '2026-11-23'], { cwd });
    await second.see(formatMessage(messages, 'resume.full', { count: fullCount - quickCount }));
    second.type(keys.enter);
    await second.see(`of ${fullCount}`);
    expect((await readAnswersIn(cwd)).scope).toBe('full');
  });
});
