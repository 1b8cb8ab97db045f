import { describe, expect, it } from 'vitest';
import { makeEmptyFolder } from '../support/folder.ts';
import {
  answerQuestion,
  firstAsk,
  unwrap,
  enterLine,
  quickCount,
  waitForQuestion,
  setUp,
} from '../support/terminal/interview.ts';
import { Terminal, type TerminalOptions, keys } from '../support/terminal/terminal.ts';

async function start(options: Omit<TerminalOptions, 'cwd'>): Promise<Terminal> {
  return Terminal.start(['--quick', '--as-of', '2026-11-23'], { cwd: await makeEmptyFolder(), ...options });
}

/** Counts the rows that contain a text. */
const countRows = (rows: readonly string[], text: string): number =>
  rows.filter((row) => row.includes(text)).length;

describe('the layout of a question', () => {
  it.each([
    [60, 40],
    [80, 30],
    [120, 30],
    [200, 50],
    [60, 20],
    [60, 16],
    [40, 24],
  ])('at %i columns and %i rows: whole words, no stale rows, every level', async (cols, rows) => {
    const terminal = await start({ cols, rows });
    await setUp(terminal);
    await waitForQuestion(terminal, 1);
    for (const level of [0, 4, 2]) {
      terminal.type(String(level));
      await terminal.see(`❯ ${level}  `);
    }
    const screen = terminal.rows();
    expect(countRows(screen, `Question 1 of ${quickCount}`)).toBeLessThanOrEqual(2); // the banner and the question itself
    expect(screen.filter((row) => row.startsWith('❯'))).toHaveLength(1);
    for (const level of [0, 1, 3, 4])
      expect(screen.filter((row) => row.startsWith(`  ${level}  `))).toHaveLength(1);
    expect(unwrap(terminal.text())).toContain(unwrap(firstAsk));
  });

  it.each([
    [100, 30, 60, 30],
    [60, 30, 120, 40],
    [120, 40, 60, 20],
  ])('is drawn anew when %ix%i becomes %ix%i', async (cols, rows, newCols, newRows) => {
    const terminal = await start({ cols, rows });
    await setUp(terminal);
    await waitForQuestion(terminal, 1);
    terminal.type('3');
    await terminal.see('❯ 3  ');
    terminal.resize(newCols, newRows);
    terminal.type('1');
    // The key may arrive before the new size, so compare the final screen.
    const screen = await terminal.seeRows(
      'one question, drawn once, with its five levels',
      (seen) =>
        countRows(seen, `Question 1 of ${quickCount}`) === 1 &&
        seen.filter((row) => row.startsWith('❯ 1  ')).length === 1 &&
        seen.filter((row) => /^ {2}\d {2}/.test(row)).length === 4,
    );
    expect(screen.every((row) => row.length <= newCols)).toBe(true);
    expect(countRows(screen, 'q save and quit')).toBe(1);
    terminal.type(keys.enter);
    await answerQuestion(terminal, 2, 2);
    await terminal.see(`Question 3 of ${quickCount}`);
  });

  it('uses color only if allowed', async () => {
    const plain = await start({ env: { NO_COLOR: '1' } });
    await setUp(plain);
    await plain.see(`Question 1 of ${quickCount}`);
    expect(plain.raw.split('\u001b').filter((part) => /^\[[0-9;]*m/.test(part))).toEqual([]);
    const colored = await start({});
    await setUp(colored);
    await colored.see(`Question 1 of ${quickCount}`);
    expect(colored.raw).toContain('\u001b[36m');
  });

  it('uses ASCII if the locale has no Unicode', async () => {
    const terminal = await start({ env: { LANG: 'C', NO_COLOR: '1' } });
    await enterLine(terminal, 'How complete is your sales system?', '');
    await enterLine(terminal, 'Which organization', 'Acme');
    await terminal.see('What is your role?');
    terminal.type(keys.enter);
    await enterLine(terminal, 'What is your name?', '');
    await enterLine(terminal, 'Add a few facts', '');
    await terminal.see(`Question 1 of ${quickCount}`);
    terminal.type('2');
    await terminal.see('> 2  ');
    terminal.type(keys.enter);
    await terminal.see(`Question 2 of ${quickCount}`);
    const drawn = terminal.text().slice(terminal.text().indexOf(`Question 2 of ${quickCount}`));
    expect([...drawn].filter((character) => character > '~')).toEqual([]);
  });

  it('has a stable layout with long notes, CJK and emoji', async () => {
    const terminal = await start({ cols: 60, rows: 40 });
    await setUp(terminal, { organization: '東京計器株式会社 🙂 株式会社東京計器' });
    await waitForQuestion(terminal, 1);
    terminal.type('2');
    await terminal.see('❯ 2  ');
    terminal.type('n');
    const note = `${'五人の販売員に聞いた 👩‍💼 '.repeat(20)}end`;
    await enterLine(terminal, 'Note', note);
    await terminal.see('note: 五人の販売員に聞いた');
    const screen = terminal.rows();
    expect(screen.filter((row) => row.startsWith('❯'))).toHaveLength(1);
    expect(countRows(screen, 'q save and quit')).toBe(1);
    terminal.type('3');
    await terminal.see('❯ 3  ');
    expect(terminal.rows().filter((row) => row.startsWith('❯'))).toHaveLength(1);
  });
});
