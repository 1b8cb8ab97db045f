/** Longer than 200 lines: whole sessions, line by line. */
import { spawn } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import validateAnswers from '#document/schema/validators/answers.js';
import validateReport from '#document/schema/validators/report.js';
import { bin } from '../support/package/built.ts';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import {
  caseHint,
  enterLine,
  middleId,
  quickCount,
  readAnswersIn,
  readReportIn,
  formatInput,
  listLevelLines,
} from '../support/terminal/interview.ts';
import { Terminal, keys } from '../support/terminal/terminal.ts';

const args = ['run', '--plain', '--quick', '--as-of', '2026-11-23'];

/** Opening question, organization, role 1, no name, no facts. */
const setUpLines = ['Nearly', 'Acme', '1', '', ''];

/** Finishes the review and answers the two closing questions. */
const wrapUpLines = ['1', 'Less', ''];

describe('--plain', () => {
  it('runs a whole audit from a pipe and writes the same files, without escape sequences', async () => {
    const cwd = await makeEmptyFolder();
    const levels = Array.from({ length: quickCount }, (_, place) => place % 5);
    const { stdout, stderr, exitCode } = await runCommand(args, {
      cwd,
      input: formatInput(...setUpLines, ...listLevelLines(levels), ...wrapUpLines),
    });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('of 4 elements');
    expect(stdout + stderr).not.toContain('\u001b');
    expect(stderr).toContain(`Question ${quickCount} of ${quickCount}`);
    // A score before the closing question would color its answer.
    expect(stderr).not.toMatch(
      /\d+ said|no evidence|of 4 elements|overall score|neglected|partly in place|[█▓░]/i,
    );
    const document = await readAnswersIn(cwd);
    expect(validateAnswers(document)).toBe(true);
    expect(validateReport(await readReportIn(cwd))).toBe(true);
    expect(Object.values(document.answers).map(({ level }) => level)).toEqual(levels);
    expect(await readdir(cwd)).toEqual(['answers.yaml', 'report.html', 'report.yaml']);
  });

  it('accepts notes, evidence, help, back and unknown, and rejects nonsense', async () => {
    const cwd = await makeEmptyFolder();
    const talk = [
      '?', // help
      'hello', // not understood
      '7', // no such level
      '3e',
      '1',
      'Verbatims',
      'soon',
      '2026-10-01',
      'docs/v.md',
      '', // evidence at level 3, a wrong date first
      '3n',
      'A note', // note at level 3
      '2', // the answer; evidence and note stay
      'b', // back to question 1
      '3', // changed
      '', // no case
      'd', // question 2: unknown
      'q',
    ];
    const { stderr, exitCode } = await runCommand(args, { cwd, input: formatInput(...setUpLines, ...talk) });
    expect(exitCode).toBe(0);
    expect(stderr).toContain('Why it matters');
    expect(stderr).toContain('"hello" is not an answer.');
    expect(stderr).toContain('"7" is not an answer.');
    expect(stderr).toContain('Type a real date');
    expect(stderr).toMatch(/To continue: .* run --plain/);
    const [first, second] = Object.values((await readAnswersIn(cwd)).answers);
    expect(first).toEqual({
      level: 3,
      evidence: [{ kind: 'artifact', date: '2026-10-01', what: 'Verbatims', ref: 'docs/v.md' }],
      note: 'A note',
      answeredOn: '2026-11-23',
    });
    expect(second).toEqual({ unknown: true, answeredOn: '2026-11-23' });
  });

  it('saves and exits 2 when the input ends, and resumes from there', async () => {
    const cwd = await makeEmptyFolder();
    const cut = await runCommand(args, {
      cwd,
      input: formatInput(...setUpLines, ...listLevelLines([2, 3, 4])),
    });
    expect(cut.exitCode).toBe(2);
    expect(cut.stderr).toContain('The input ended before the last question.');
    expect(Object.values((await readAnswersIn(cwd)).answers).map(({ level }) => level)).toEqual([2, 3, 4]);
    const rest = await runCommand(args, {
      cwd,
      input: formatInput(...Array<string>(10).fill('1'), ...wrapUpLines),
    });
    expect(rest.exitCode).toBe(0);
    expect(rest.stderr).toContain(`Welcome back. You have answered 3 of ${quickCount}`);
    expect((await readReportIn(cwd)).summary.coverage).toBe(1);
  });

  it('can be driven line by line, as with expect', async () => {
    const cwd = await makeEmptyFolder();
    const child = spawn(process.execPath, [bin, ...args], { cwd, env: { PATH: process.env['PATH'] } });
    let seen = '';
    const ended = new Promise<number | null>((done) => child.on('close', done));
    const until = async (text: string): Promise<void> => {
      while (!seen.includes(text)) await new Promise<void>((done) => child.stderr.once('data', () => done()));
      seen = seen.slice(seen.indexOf(text) + text.length);
    };
    child.stderr.setEncoding('utf8').on('data', (text: string) => (seen += text));
    for (const [prompt, reply] of [
      ['How complete is your sales system?', ''],
      ['Which organization is this about?', 'Acme'],
      ['Number: ', '1'],
      ['What is your name?', 'Marisa Trevino'],
      ['(y/N) ', 'n'],
      ['Your answer: ', '2'],
      ['Your answer: ', 'q'],
    ] as const) {
      await until(prompt);
      child.stdin.write(`${reply}\n`);
    }
    expect(await ended).toBe(0);
    expect(Object.keys((await readAnswersIn(cwd)).answers)).toHaveLength(1);
  });

  it('is the default on a dumb terminal, where Ctrl-C saves and exits with 130', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(['--quick'], { cwd, env: { TERM: 'dumb' } });
    await enterLine(terminal, 'How complete is your sales system?', 'Nearly');
    await enterLine(terminal, 'Which organization', 'Acme');
    await enterLine(terminal, 'Number:', '1');
    await enterLine(terminal, 'What is your name?', '');
    await enterLine(terminal, '(y/N)', '');
    await enterLine(terminal, 'Your answer:', '3');
    await enterLine(terminal, caseHint, '');
    await terminal.see(`Question 2 of ${quickCount}`);
    terminal.type(keys.ctrlC);
    expect((await terminal.end()).exitCode).toBe(130);
    expect(terminal.raw).not.toContain('\u001b[');
    expect(Object.values((await readAnswersIn(cwd)).answers)[0]?.level).toBe(3);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('exits on %s with %i', async (signal, code) => {
    const cwd = await makeEmptyFolder();
    const child = spawn(process.execPath, [bin, ...args], { cwd, env: { PATH: process.env['PATH'] } });
    const ended = new Promise<number | null>((done) => child.on('close', done));
    child.stdin.write(formatInput(...setUpLines, '2'));
    await new Promise<void>((done) => {
      let seen = '';
      child.stderr.on('data', (data) => {
        seen += String(data);
        if (seen.includes(`Question 2 of ${quickCount}`)) done();
      });
    });
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(Object.keys((await readAnswersIn(cwd)).answers)).toHaveLength(1);
  });
});

describe('without a terminal', () => {
  it('explains what to do if there is nothing to score', async () => {
    const cwd = await makeEmptyFolder();
    const { stdout, stderr, exitCode } = await runCommand([], { cwd });
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toBe(
      'error: There is no terminal for questions, and no answers.yaml to score.\n' +
        'Run it in a terminal, pass --plain to answer line by line, or provide a complete file with --answers FILE.\n',
    );
    expect(await readdir(cwd)).toEqual([]);
  });

  it('scores a complete file, and lists the open questions of an incomplete one', async () => {
    const cwd = await makeEmptyFolder();
    const levels = listLevelLines(Array<number>(quickCount).fill(3));
    await runCommand(args, { cwd, input: formatInput(...setUpLines, ...levels, ...wrapUpLines) });
    const complete = await runCommand(
      ['run', '--no-input', '--report', 'again.yaml', '--as-of', '2026-11-23'],
      { cwd },
    );
    expect(complete.exitCode).toBe(0);
    expect(await readFile(join(cwd, 'again.yaml'), 'utf8')).toBe(
      await readFile(join(cwd, 'report.yaml'), 'utf8'),
    );
    const path = join(cwd, 'answers.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(new RegExp(` {2}${middleId}:\\n( {4}.*\\n)+`), ''));
    const incomplete = await runCommand(['run', '--no-input'], { cwd });
    expect(incomplete.exitCode).toBe(2);
    expect(incomplete.stderr).toContain(
      `answers.yaml leaves 1 of ${quickCount} questions open:\n  ${middleId}`,
    );
  });

  it('never resumes client A for client B', async () => {
    const cwd = await makeEmptyFolder();
    await runCommand(args, { cwd, input: formatInput(...setUpLines, '3') });
    const before = await readFile(join(cwd, 'answers.yaml'), 'utf8');
    const other = await runCommand([...args, '--organization', 'Bolt'], { cwd, input: '1\n' });
    expect(other.exitCode).toBe(2);
    expect(other.stderr).toContain(
      'answers.yaml contains the answers of the organization "Acme", not "Bolt".',
    );
    expect(await readFile(join(cwd, 'answers.yaml'), 'utf8')).toBe(before);
  });
});
