import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import {
  formatInput,
  listLevelLines,
  messages,
  quickCount,
  readAnswersIn,
} from '../../support/terminal/interview.ts';

const args = ['run', '--plain', '--quick', '--no-page', '--as-of', '2026-11-23'];
const again = messages['opening.again'];
const levels = Array.from({ length: quickCount }, (_, index) => index % 5);

/** The lines of a whole interview: levels, and what is said after the questions. */
const typeAll = (...end: readonly string[]): string =>
  formatInput('Nearly complete', 'Acme', '1', '', '', ...listLevelLines(levels), '1', ...end);

describe('the second answer', () => {
  it('is given before any score, bar or status is shown, and every report says so', async () => {
    const cwd = await makeEmptyFolder();
    const input = typeAll('Less than I thought', 'Compensation');
    const { stdout, stderr, exitCode } = await runCommand(args, { cwd, input });
    expect(exitCode).toBe(0);
    // The result goes to standard output, when both questions have their answers.
    expect(stderr).toContain(again);
    expect(stderr).toContain(messages['closing.question']);
    expect(stderr).not.toMatch(/[█▒]|of 100|\bscore [0-9]|in place|proven|provisional: /i);
    expect(stdout).toContain('of 100');
    expect(stdout).toContain(
      'After the questions, before you saw any score, you said:\n  Less than I thought',
    );
    for (const format of ['text', 'markdown', 'html']) {
      const report = await runCommand(['report', 'report.yaml', '--format', format, '--length', 'full'], {
        cwd,
      });
      expect(report.stdout).toContain(messages['report.after']);
    }
  });

  it('can be skipped by Enter, and is not asked for once the result is known', async () => {
    const cwd = await makeEmptyFolder();
    const first = await runCommand(args, { cwd, input: typeAll('', '') });
    expect(first.stderr).toContain('At the start you said: Nearly complete\nPress Enter to skip.\n');
    expect(first.stdout).not.toContain('After the questions');
    expect((await readAnswersIn(cwd)).opening).toEqual({ first: 'Nearly complete', again: '' });
    // Finish and see the result; the closing question is asked until it has an answer.
    const second = await runCommand(args, { cwd, input: formatInput('3', 'Nothing') });
    expect([second.exitCode, second.stderr.includes(again)]).toEqual([0, false]);
    expect((await readAnswersIn(cwd)).closing).toBe('Nothing');
  });
});
