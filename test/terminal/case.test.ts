/** The question for a case, which follows a level of 3 or 4. `cut-off.test.ts` interrupts it. */
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import {
  caseHint,
  noCase,
  enterLine,
  firstProbe,
  formatInput,
  readAnswersIn,
  readFirstAnswer,
  startAtQuestion,
  waitForQuestion,
} from '../support/terminal/interview.ts';
import { slowDisk } from '../support/terminal/slow-disk.ts';
import { type Terminal, keys } from '../support/terminal/terminal.ts';

const told = 'Ana, about Gulf Metals, in October';
const evidence = [{ kind: 'instance', date: '2026-11-23', what: told }];

async function choose(terminal: Terminal, level: number): Promise<void> {
  terminal.type(String(level));
  await terminal.see(`❯ ${level}  `);
  terminal.type(keys.enter);
}

describe('the question for a case in a terminal', () => {
  it('follows level 3, not level 2, and is not asked again once it has an answer', async () => {
    const { cwd, terminal } = await startAtQuestion();
    await choose(terminal, 2);
    await waitForQuestion(terminal, 2);
    expect(terminal.history()).not.toContain(caseHint);
    terminal.type('b');
    await terminal.see('Saved: level 2');
    await choose(terminal, 3);
    await terminal.see(caseHint);
    expect((await readFirstAnswer(cwd))?.level).toBe(3);
    await enterLine(terminal, firstProbe.slice(0, 40), told);
    await waitForQuestion(terminal, 2);
    expect(terminal.text()).not.toContain(caseHint);
    expect(terminal.text()).toContain(`✔ ${firstProbe.slice(0, 40)}`);
    expect(await readFirstAnswer(cwd)).toEqual({ level: 3, evidence, answeredOn: '2026-11-23' });
    terminal.type('b');
    await terminal.see('Saved: level 3, evidence: 1');
    await choose(terminal, 4);
    await waitForQuestion(terminal, 2);
    expect(await readFirstAnswer(cwd)).toEqual({ level: 4, evidence, answeredOn: '2026-11-23' });
  });

  it('is skipped with Enter, without a tick, and takes no key of the next question for a case', async () => {
    const { cwd, terminal } = await startAtQuestion();
    await choose(terminal, 4);
    await terminal.see(caseHint);
    terminal.type(`2${keys.enter}`);
    await terminal.see(noCase);
    terminal.type(`\u007f${keys.enter}`);
    await waitForQuestion(terminal, 2);
    expect(terminal.text()).toContain(`· ${firstProbe.slice(0, 40)}`);
    expect((await readAnswersIn(cwd)).answers).toEqual({
      'philosophy.stated-purpose.heard': { level: 4, answeredOn: '2026-11-23' },
    });
  });

  it('has no tick before its answer is saved, and keeps what is being saved on Ctrl-C', async () => {
    const { cwd, terminal } = await startAtQuestion({ env: { NODE_OPTIONS: slowDisk(400) } });
    await choose(terminal, 3);
    await enterLine(terminal, caseHint, told);
    await terminal.see('Saving…');
    expect(terminal.text()).not.toContain(`✔ ${firstProbe.slice(0, 40)}`);
    terminal.type(keys.ctrlC);
    expect((await terminal.end()).exitCode).toBe(130);
    expect(await readFirstAnswer(cwd)).toEqual({ level: 3, evidence, answeredOn: '2026-11-23' });
  });
});

describe('the question for a case with --plain', () => {
  const run = ['run', '--plain', '--quick', '--as-of', '2026-11-23'];

  it.each([
    ['is told', ['3', '2', told, 'b', '4', 'q'], { level: 4, evidence }, 1],
    ['is skipped, and asked again', ['3', '', 'b', '4', '', 'q'], { level: 4 }, 2],
    ['does not follow level 2', ['2', 'q'], { level: 2 }, 0],
  ])('%s', async (_name, talk, answer, times) => {
    const cwd = await makeEmptyFolder();
    const input = formatInput('', 'Acme', '1', '', '', ...talk);
    const { exitCode, stderr } = await runCommand(run, { cwd, input });
    expect(exitCode).toBe(0);
    expect(stderr.split(caseHint).length - 1).toBe(times);
    expect(stderr.includes(noCase)).toBe(talk.includes(told));
    expect((await readAnswersIn(cwd)).answers).toEqual({
      'philosophy.stated-purpose.heard': { ...answer, answeredOn: '2026-11-23' },
    });
  });
});
