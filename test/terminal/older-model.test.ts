import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import { formatMessage } from '#domain/messages.ts';
import { messages, unwrap, readAnswersIn, formatInput } from '../support/terminal/interview.ts';
import { Terminal, keys } from '../support/terminal/terminal.ts';

const asOf = ['--as-of', '2026-11-23'];

describe('answers to an older version of a model', () => {
  const overlay = (version: string, changes: string): string =>
    `kind: model\nschemaVersion: 1\nmodel: {id: mine, version: ${version}, title: Mine, language: en, extends: sales-system@1}\n${changes}`;
  const changed = `changes:
  questions:
    philosophy.purpose-in-use.deal-review: {changedIn: 1.1.0, ask: {leader: 'Who asked the hard one?'}}
    execution.owned-goal.checker: {changedIn: 1.1.0, ask: {leader: 'Who checks it?'}}
    process.buyer-proof.customer-act: {ask: {leader: 'What did the buyer do?'}}
`;
  const run = ['run', '--plain', '--quick', '--model', 'mine', ...asOf];

  /** Makes a folder with a model, and answers to its first version, `count` of them at level 2. */
  async function answered(count: number): Promise<string> {
    const cwd = await makeEmptyFolder();
    await mkdir(join(cwd, 'mine'));
    await writeFile(join(cwd, 'mine/model.yaml'), overlay('1.0.0', ''));
    const answers = Array.from({ length: count }, () => '2');
    const end = count === 12 ? ['1', '', ''] : ['q'];
    const { exitCode } = await runCommand(run, {
      cwd,
      input: formatInput('', 'Acme', '1', '', '', ...answers, ...end),
    });
    expect(exitCode).toBe(0);
    await writeFile(join(cwd, 'mine/model.yaml'), overlay('1.1.0', changed));
    return cwd;
  }

  it('carry over, except for changed questions, which are listed and asked again; a copy is saved', async () => {
    const cwd = await answered(5);
    const before = await readFile(join(cwd, 'answers.yaml'), 'utf8');
    const { stderr, exitCode } = await runCommand(run, { cwd, input: formatInput('1', '4', '', 'q') });
    expect(exitCode).toBe(0);
    expect(unwrap(stderr)).toContain(
      `${formatMessage(messages, 'resume.changed', { count: 1, copy: 'answers.model-1.0.0.yaml' })} philosophy.purpose-in-use.deal-review`,
    );
    expect(stderr).toContain('You have answered 4 of 12 questions');
    expect(stderr).toContain('Who asked the hard one?');
    expect(await readFile(join(cwd, 'answers.model-1.0.0.yaml'), 'utf8')).toBe(before);
    const { model: reference, answers } = await readAnswersIn(cwd);
    expect(reference).toMatchObject({ id: 'mine', version: '1.1.0' });
    expect(Object.entries(answers).map(([id, { level }]) => [id, level])).toEqual(
      expect.arrayContaining([
        ['philosophy.stated-purpose.heard', 2],
        ['philosophy.purpose-in-use.deal-review', 4],
        ['process.buyer-proof.customer-act', 2],
      ]),
    );
    expect(Object.keys(answers)).toHaveLength(5);

    const again = await runCommand(run, { cwd, input: formatInput('1', 'q') });
    expect(again.stderr).not.toContain('have changed since');
    expect(Object.keys((await readAnswersIn(cwd)).answers)).toHaveLength(5);
  });

  it('are listed and asked again in a terminal', async () => {
    const cwd = await answered(12);
    const terminal = Terminal.start(['--quick', '--model', 'mine', ...asOf], { cwd });
    await terminal.see('The questions have changed since you answered.');
    await terminal.see('execution.owned-goal.checker');
    await terminal.see('You have answered 10 of 12 questions');
    await terminal.see(messages['resume.choose']);
    terminal.type(keys.enter);
    await terminal.see('Who asked the hard one?');
    terminal.type('q');
    expect((await terminal.end()).exitCode).toBe(0);
    expect((await readdir(cwd)).toSorted()).toEqual([
      'answers.model-1.0.0.yaml',
      'answers.yaml',
      'mine',
      'report.html',
      'report.yaml',
    ]);
  });

  it('leave changed questions open without a terminal', async () => {
    const cwd = await answered(12);
    const before = await readFile(join(cwd, 'answers.yaml'), 'utf8');
    const silent = await runCommand(['run', '--no-input', '--model', 'mine', ...asOf], { cwd });
    expect(silent.exitCode).toBe(2);
    expect(unwrap(silent.stderr)).toContain('leaves 2 of 12 questions open');
    expect(silent.stderr).toContain('Who checks it?');
    const scored = await runCommand(
      ['score', 'answers.yaml', '--model', 'mine', '--format', 'json', ...asOf],
      { cwd },
    );
    expect(scored.exitCode).toBe(0);
    expect(unwrap(scored.stderr)).toContain('execution.owned-goal.checker');
    expect(JSON.parse(scored.stdout).summary.coverage).toBeCloseTo(5 / 6);
    expect(await readFile(join(cwd, 'answers.yaml'), 'utf8')).toBe(before);
  });

  it('are used as they are if no answered question changed', async () => {
    const cwd = await answered(1);
    const { stderr } = await runCommand(run, { cwd, input: formatInput('1', 'q') });
    expect(stderr).not.toContain('have changed since');
    expect((await readAnswersIn(cwd)).model.version).toBe('1.1.0');
    expect(await readdir(cwd)).not.toContain('answers.model-1.0.0.yaml');
  });
});
