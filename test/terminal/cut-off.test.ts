import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import validateAnswers from '#document/schema/validators/answers.js';
import { makeEmptyFolder } from '../support/folder.ts';
import {
  answerQuestion,
  enterLine,
  quickCount,
  readAnswersIn,
  waitForQuestion,
  setUp,
  showsCursor,
} from '../support/terminal/interview.ts';
import { Terminal, keys } from '../support/terminal/terminal.ts';

const quick = ['--quick', '--as-of', '2026-11-23'];

describe('an interrupted interview', () => {
  interface Place {
    /** Brings a new interview to the prompt, with question 1 answered if it comes before. */
    readonly reach: (terminal: Terminal) => Promise<void>;
    /** Text that a resumed interview shows first. */
    readonly resumes: string;
    /** Brings a resumed interview to the prompt. */
    readonly reachAgain: (terminal: Terminal) => Promise<unknown>;
  }

  /** Goes on with the first open question of a resumed interview. */
  async function goOn(terminal: Terminal): Promise<void> {
    await enterLine(terminal, 'How do you want to go on?', '');
    await waitForQuestion(terminal, 2);
  }

  async function openNote(terminal: Terminal): Promise<void> {
    terminal.type('b');
    await terminal.see('Saved: level 3');
    terminal.type('n');
    await terminal.see('Note');
  }

  async function openEvidence(terminal: Terminal): Promise<void> {
    terminal.type('b');
    await terminal.see('Saved: level 3');
    terminal.type('e');
    await enterLine(terminal, 'What kind of evidence', '');
    await terminal.see('What is it?');
  }

  async function answerFirst(terminal: Terminal): Promise<void> {
    await setUp(terminal, { opening: 'Nearly' });
    await answerQuestion(terminal, 1, 3);
    await waitForQuestion(terminal, 2);
  }

  /** Prompts by name. */
  const prompts = {
    organization: {
      reach: async (terminal) => {
        await enterLine(terminal, 'How complete is your sales system?', 'Nearly');
        await terminal.see('Which organization');
      },
      resumes: 'Which organization',
      reachAgain: (terminal) => terminal.see('Which organization'),
    },
    role: {
      reach: async (terminal) => {
        await enterLine(terminal, 'How complete is your sales system?', 'Nearly');
        await enterLine(terminal, 'Which organization', 'Acme');
        await terminal.see('Which seat');
      },
      resumes: 'Which seat',
      reachAgain: (terminal) => terminal.see('Which seat'),
    },
    question: {
      reach: answerFirst,
      resumes: 'Welcome back',
      reachAgain: goOn,
    },
    note: {
      reach: async (terminal) => {
        await answerFirst(terminal);
        await openNote(terminal);
      },
      resumes: 'Welcome back',
      reachAgain: async (terminal) => {
        await goOn(terminal);
        await openNote(terminal);
      },
    },
    evidence: {
      reach: async (terminal) => {
        await answerFirst(terminal);
        await openEvidence(terminal);
      },
      resumes: 'Welcome back',
      reachAgain: async (terminal) => {
        await goOn(terminal);
        await openEvidence(terminal);
      },
    },
    review: {
      reach: async (terminal) => {
        await answerFirst(terminal);
        for (let place = 2; place <= quickCount; place += 1) await answerQuestion(terminal, place, 1);
        await terminal.see('Choose one to change it');
      },
      resumes: 'Welcome back',
      reachAgain: async (terminal) => {
        await terminal.see('How do you want to go on?');
        terminal.type(`${keys.down}${keys.enter}`);
        await terminal.see('Choose one to change it');
      },
    },
  } satisfies Record<string, Place>;

  const ends: readonly (readonly [name: string, end: (terminal: Terminal) => void, code: number])[] = [
    ['Ctrl-C', (terminal) => terminal.type(keys.ctrlC), 130],
    ['Ctrl-D', (terminal) => terminal.type(keys.ctrlD), 2],
    ['SIGTERM', (terminal) => terminal.kill('SIGTERM'), 143],
    ['SIGHUP', (terminal) => terminal.kill('SIGHUP'), 129],
  ];

  it.each(Object.entries<Place>(prompts))(
    'at the %s prompt exits with the code of each interruption, loses nothing, and resumes there',
    async (prompt, { reach, resumes, reachAgain }) => {
      const cwd = await makeEmptyFolder();
      const answered = prompt !== 'organization' && prompt !== 'role';
      let terminal = Terminal.start(quick, { cwd });
      await reach(terminal);
      for (const [name, end, code] of ends) {
        end(terminal);
        expect([name, await terminal.end()]).toEqual([name, { exitCode: code, signal: undefined }]);
        expect(terminal.history()).toMatch(/Go on with: .* run/);
        expect(terminal.history()).not.toContain('Error');
        expect(showsCursor(terminal)).toBe(true);
        expect((await readdir(cwd)).filter((file) => file.startsWith('.'))).toEqual([]);

        const document = await readAnswersIn(cwd);
        expect(validateAnswers(document)).toBe(true);
        expect(document.opening?.first).toBe('Nearly');
        expect(Object.values(document.answers)[0]?.level).toBe(answered ? 3 : undefined);
        terminal = Terminal.start([], { cwd });
        await terminal.see(resumes);
        await reachAgain(terminal);
      }
    },
  );

  it.each(['organization', 'evidence', 'review'] as const)(
    'by kill -9 at the %s prompt: the file is valid, the stale lock is recovered',
    async (prompt) => {
      const cwd = await makeEmptyFolder();
      const terminal = Terminal.start(quick, { cwd });
      await prompts[prompt].reach(terminal);
      terminal.kill('SIGKILL');
      await terminal.end();
      expect(validateAnswers(await readAnswersIn(cwd))).toBe(true);
      expect(await readdir(cwd)).toContain('.answers.yaml.lock');
      const again = Terminal.start([], { cwd });
      await again.see(prompts[prompt].resumes);
      again.type(keys.ctrlC);
      await again.end();
      expect(await readdir(cwd)).toEqual(['answers.yaml']);
    },
  );

  it('tells a second process which one has the file, and overwrites nothing', async () => {
    const cwd = await makeEmptyFolder();
    const first = Terminal.start(quick, { cwd });
    await answerFirst(first);
    const before = await readFile(join(cwd, 'answers.yaml'), 'utf8');
    const second = Terminal.start([], { cwd });
    expect((await second.end()).exitCode).toBe(2);
    expect(second.history()).toContain(`answers.yaml is open in another interview: process ${first.pid}`);
    expect(await readFile(join(cwd, 'answers.yaml'), 'utf8')).toBe(before);
    await answerQuestion(first, 2, 4);
    await first.see(`Question 3 of ${quickCount}`);
    expect(Object.keys((await readAnswersIn(cwd)).answers)).toHaveLength(2);
  });

  it('preserves edits of the file while the interview is running', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(quick, { cwd });
    await answerFirst(terminal);
    const path = join(cwd, 'answers.yaml');
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      text.replace('startedOn:', '# by hand\nclosing: Typed in an editor   # really\nstartedOn:'),
    );
    await answerQuestion(terminal, 2, 1);
    await terminal.see(`Question 3 of ${quickCount}`);
    const after = await readFile(path, 'utf8');
    expect(after).toContain('# by hand\nclosing: Typed in an editor   # really\nstartedOn:');
    expect(Object.values((await readAnswersIn(cwd)).answers).map(({ level }) => level)).toEqual([3, 1]);
  });

  it('saves answers to another file if the file has become invalid', async () => {
    const cwd = await makeEmptyFolder();
    const terminal = Terminal.start(quick, { cwd });
    await answerFirst(terminal);
    await writeFile(join(cwd, 'answers.yaml'), 'kind: [');
    await answerQuestion(terminal, 2, 1);
    expect((await terminal.end()).exitCode).toBe(1);
    expect(await readFile(join(cwd, 'answers.yaml'), 'utf8')).toBe('kind: [');
    const rescue = (await readdir(cwd)).find((name) => name.includes('rescued')) ?? '';
    expect(terminal.history()).toContain(rescue);
    expect(Object.values((await readAnswersIn(cwd, rescue)).answers).map(({ level }) => level)).toEqual([
      3, 1,
    ]);
  });
});
