import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { formatInput, fullCount, quickCount, readAnswersIn } from '../../support/terminal/interview.ts';

const args = ['run', '--plain', '--quick', '--as-of', '2026-11-23'];

describe('a new interview', () => {
  it.each([
    ['before the role is known', args, `${quickCount} questions, fewer in some roles.`],
    ['of a leader', [...args, '--role', 'leader'], `${quickCount} questions.`],
    ['in full', args.filter((arg) => arg !== '--quick'), `${fullCount} questions, fewer in some roles.`],
  ])('says in four lines what it is, how long, and how to come back: %s', async (_name, line, length) => {
    const { stderr } = await runCommand(line, { cwd: await makeEmptyFolder() });
    const welcome = stderr.slice(0, stderr.indexOf('\n\n')).split('\n');
    expect(welcome).toEqual([
      expect.stringMatching(/^This interview finds out which parts/),
      expect.stringMatching(/^It takes about \d+ minutes: /),
      'Nothing leaves this machine. Each answer is saved to answers.yaml right away.',
      'Leave at any time with Ctrl-C. To come back, run the same command again.',
    ]);
    expect(welcome[1]).toContain(`minutes: ${length}`);
    expect(stderr.indexOf('How complete is your sales system?')).toBeGreaterThan(stderr.indexOf('\n\n'));
  });

  it('welcomes nobody who comes back, and asks again only what has no answer', async () => {
    const cwd = await makeEmptyFolder();
    const first = await runCommand(args, { cwd, input: formatInput('Nearly', 'Acme', '3', 'Ana') });
    expect(first.stderr).toContain('What is your name? (printed in the report; press Enter to skip)');
    expect((await readAnswersIn(cwd)).respondent).toEqual({ role: 'seller', name: 'Ana' });
    const again = await runCommand(args, { cwd, input: formatInput('3', '', '2', 'q') });
    expect(again.stderr).not.toMatch(/This interview|How complete|Which organization|What is your name/);
    const last = await runCommand(args, { cwd, input: formatInput('4') });
    expect(last.stderr).not.toContain('This interview');
  });

  it('says how to answer once, and how many questions there are in the welcome only', async () => {
    const cwd = await makeEmptyFolder();
    const { stderr } = await runCommand(args, { cwd, input: formatInput('', 'Acme', '1', '', '') });
    expect(stderr.match(/Pick the highest sentence/g)).toHaveLength(1);
    expect(stderr.match(/saved to answers\.yaml/gi)).toHaveLength(2);
  });
});

describe('the name of the respondent', () => {
  const name = 'What is your name?';

  it('can be left out, and is no longer than the schema allows', async () => {
    const cwd = await makeEmptyFolder();
    const input = formatInput('', 'Acme', '1', 'x'.repeat(301), '');
    const { stderr } = await runCommand(args, { cwd, input });
    expect(stderr).toContain('That is 301 characters; the limit is 300.');
    expect((await readAnswersIn(cwd)).respondent).toEqual({ role: 'leader' });
  });

  it('is not asked where --respondent gives it', async () => {
    const cwd = await makeEmptyFolder();
    const input = formatInput('', 'Acme', '1');
    const { stderr } = await runCommand([...args, '--respondent', 'Marisa Trevino'], { cwd, input });
    expect(stderr).not.toContain(name);
    expect((await readAnswersIn(cwd)).respondent).toEqual({ role: 'leader', name: 'Marisa Trevino' });
  });

  it('is not asked again after the first answer', async () => {
    const cwd = await makeEmptyFolder();
    await runCommand(args, { cwd, input: formatInput('', 'Acme', '1', '', '', '2', 'q') });
    const { stderr } = await runCommand(args, { cwd, input: formatInput('1', 'q') });
    expect(stderr).not.toContain(name);
  });
});
