/** The key `l`: the lowest level of an answer, and where it is. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import {
  caseHint,
  enterLine,
  formatInput,
  readFirstAnswer,
  setUp,
  startAtQuestion,
  waitForQuestion,
} from '../support/terminal/interview.ts';
import { Terminal, keys } from '../support/terminal/terminal.ts';

const asOf = ['--as-of', '2026-11-23'];
const answeredOn = '2026-11-23';

/** Makes a folder with a declared system of two regions and a role. */
async function makeFolderWithSystem(): Promise<string> {
  const cwd = await makeEmptyFolder();
  const system =
    'kind: sales-system\nschemaVersion: 1\norganization: {name: Acme}\n' +
    'units: [{id: north, region: North}, {id: south, region: South}]\nroles: [{id: hunter}]\n';
  await writeFile(join(cwd, 'system.yaml'), system);
  return cwd;
}

async function mark(terminal: Terminal, level: number): Promise<void> {
  terminal.type(String(level));
  await terminal.see(`❯ ${level}  `);
}

async function startAtSmallestQuestion(): Promise<{ cwd: string; terminal: Terminal }> {
  const cwd = await makeEmptyFolder();
  const terminal = Terminal.start(['--quick', ...asOf], { cwd, cols: 40, rows: 8 });
  await setUp(terminal);
  return { cwd, terminal };
}

describe('the lowest place in a terminal', () => {
  it('is a place of the declared system, stays with a higher level, and goes with one that is not above it', async () => {
    const cwd = await makeFolderWithSystem();
    const terminal = Terminal.start(['--quick', '--system', 'system.yaml', ...asOf], { cwd, rows: 40 });
    await setUp(terminal, { organization: 'Acme' });
    await waitForQuestion(terminal, 1);
    await mark(terminal, 3);
    terminal.type('l');
    await terminal.see('What is the lowest level anywhere?');
    await terminal.see('  3  It is level 3 everywhere');
    await mark(terminal, 1);
    terminal.type(keys.enter);
    const places = await terminal.see('Somewhere else');
    expect(places.slice(places.lastIndexOf('Where is that?'))).toMatch(/ {2}South\n {2}hunter\n/);
    terminal.type('2');
    await terminal.see('❯ South');
    terminal.type(keys.enter);
    await terminal.see('Saved: level 3, lowest: level 1 in South');
    await terminal.see('❯ 3  ');
    const lowest = { level: 1, where: 'South' };
    expect(await readFirstAnswer(cwd)).toEqual({ level: 3, lowest, answeredOn });
    await mark(terminal, 4);
    terminal.type(keys.enter);
    await enterLine(terminal, caseHint, '');
    await waitForQuestion(terminal, 2);
    expect(await readFirstAnswer(cwd)).toEqual({ level: 4, lowest, answeredOn });
    terminal.type('b');
    await terminal.see('Saved: level 4, lowest: level 1 in South');
    await mark(terminal, 1);
    terminal.type(keys.enter);
    await waitForQuestion(terminal, 2);
    expect(await readFirstAnswer(cwd)).toEqual({ level: 1, answeredOn });
  });

  it('is typed without a declared system, is removed again, and needs a level above 0', async () => {
    const { cwd, terminal } = await startAtQuestion();
    terminal.type('l');
    await terminal.see('Choose a level from 0 to 4 first');
    await mark(terminal, 0);
    terminal.type('l');
    await terminal.see('Level 0 is the lowest there is.');
    await mark(terminal, 2);
    terminal.type('l');
    await enterLine(terminal, 'What is the lowest level anywhere?', '');
    await enterLine(terminal, 'Where is that?', '');
    await terminal.see('Name the place.');
    terminal.type(`The new team${keys.enter}`);
    await terminal.see('Saved: level 2, lowest: level 0 in The new team');
    expect((await readFirstAnswer(cwd))?.lowest).toEqual({ level: 0, where: 'The new team' });
    terminal.type('l');
    await terminal.see('What is the lowest level anywhere?');
    terminal.type('2');
    await terminal.see('❯ 2  It is level 2 everywhere');
    terminal.type(keys.enter);
    await waitForQuestion(terminal, 1);
    expect(await readFirstAnswer(cwd)).toEqual({ level: 2, answeredOn });
  });

  it('can be chosen on the smallest screen, where every prompt shows its keys', async () => {
    const { cwd, terminal } = await startAtSmallestQuestion();
    await terminal.see('0-4 Enter ? e n l d s b q');
    await mark(terminal, 3);
    terminal.type('l');
    await terminal.see('↑↓ navigate · Enter select');
    await mark(terminal, 2);
    expect(terminal.text()).toContain('↑↓ navigate · Enter select');
    terminal.type(keys.enter);
    await enterLine(terminal, 'Where is that?', 'South');
    await terminal.see('0-4 Enter ? e n l d s b q');
    await terminal.see('❯ 3  ');
    terminal.type(keys.enter);
    await terminal.see('Press Enter to skip');
    expect(terminal.text()).toContain('? Which seller');
    terminal.type(`Ana, Gulf Metals, October${keys.enter}`);
    await terminal.see('0-4 Enter ?');
    expect(await readFirstAnswer(cwd)).toMatchObject({ level: 3, lowest: { level: 2, where: 'South' } });
  });
});

describe('the lowest place with --plain', () => {
  const run = ['run', '--plain', '--quick', '--organization', 'Acme', '--role', 'leader', ...asOf];
  const system = ['--system', 'system.yaml'];

  it.each([
    [
      'from the declared system',
      system,
      ['3l', '1', '2'],
      { level: 3, lowest: { level: 1, where: 'South' } },
    ],
    [
      'elsewhere',
      system,
      ['3l', '9', '0', '4', 'A partner'],
      { level: 3, lowest: { level: 0, where: 'A partner' } },
    ],
    ['in own words', [], ['3l', '2', '', 'South'], { level: 3, lowest: { level: 2, where: 'South' } }],
    ['removed again', [], ['3l', '2', 'South', '3l', '3'], { level: 3 }],
    [
      'kept with a higher level',
      [],
      ['2l', '1', 'South', '4', ''],
      { level: 4, lowest: { level: 1, where: 'South' } },
    ],
    ['not at level 0', [], ['0l', 'l', '0'], { level: 0 }],
  ])('is %s', async (_name, args, talk, answer) => {
    const cwd = await makeFolderWithSystem();
    const input = formatInput('', '', '', ...talk, 'q');
    const { exitCode, stderr } = await runCommand([...run, ...args], { cwd, input });
    expect(exitCode).toBe(0);
    expect(stderr.includes('Level 0 is the lowest there is.')).toBe(talk[0] === '0l');
    expect(stderr.includes('Type a number from 0 to 3.')).toBe(talk.includes('9'));
    expect(stderr.includes('Name the place.')).toBe(talk[2] === '');
    expect(await readFirstAnswer(cwd)).toEqual({ ...answer, answeredOn });
  });
});
