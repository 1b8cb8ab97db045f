/** Questions line by line on a terminal, which edits lines by itself: what it drops is noticed. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { bin } from '../support/package/built.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import { messages, readAnswersIn } from '../support/terminal/interview.ts';
import { Terminal } from '../support/terminal/terminal.ts';

const opening = 'How complete is your sales system?';

describe('--plain on a terminal', () => {
  it('refuses what was typed early, and a line that the terminal cut off', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(['--plain'], { cwd });
    // Long before the program reads it.
    terminal.type('early\rmore');
    await terminal.see(opening);
    terminal.type(`${'a'.repeat(6000)}\r`);
    await terminal.see(messages['plain.cut'].slice(0, 40));
    terminal.type('Nearly complete\r');
    await terminal.see('Which organization');
    expect((await readAnswersIn(cwd)).opening?.first).toBe('Nearly complete');
    expect(terminal.raw).toContain('\u0007');
  });

  it('asks again after Ctrl-Z, where the terminal drops what was typed', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.command('bash', ['--norc', '-i'], { cwd, env: { PS1: '> ' } });
    onTestFinished(() => terminal.dispose());
    await terminal.see(/>\s*$/);
    terminal.type(`'${process.execPath}' '${bin}' --plain\r`);
    await terminal.see(opening);
    terminal.type('Near');
    await terminal.see(`${opening} Near`);
    terminal.type('\u001a');
    await terminal.see('Stopped');
    terminal.type('fg\r');
    await terminal.seeRows('the prompt again', (rows) => rows.findLast((row) => row !== '') === opening);
    terminal.type('Nearly complete\r');
    await terminal.see('Which organization');
    expect((await readAnswersIn(cwd)).opening?.first).toBe('Nearly complete');
  });
});
