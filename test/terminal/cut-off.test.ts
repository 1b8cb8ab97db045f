import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import validateAnswers from '#document/schema/validators/answers.js';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import { makeRandom } from '../support/hostile/random.ts';
import { scaleRuns } from '../support/runs.ts';
import {
  messages,
  answerQuestion,
  quickCount,
  readAnswersIn,
  setUp,
  setUpRespondent,
  showsCursor,
} from '../support/terminal/interview.ts';
import { type Place, answerFirst, prompts } from '../support/terminal/prompts.ts';
import { slowDisk } from '../support/terminal/slow-disk.ts';
import { Terminal, keys } from '../support/terminal/terminal.ts';

const quick = ['--quick', '--as-of', '2026-11-23'];

describe('an interrupted interview', () => {
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
        expect(terminal.history()).toMatch(/To continue: .* run/);
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

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'by %s while it writes the page: the report is whole, and the next run leaves nothing else',
    async (signal) => {
      const cwd = await makeEmptyFolder();
      const args = ['run', '--no-input', '--answers', resolve('examples/tarnbeck-cooling/answers.yaml')];
      const before = '# An earlier report.\nkind: report\n';
      await writeFile(join(cwd, 'report.yaml'), before);
      const terminal = Terminal.start(args, { cwd, env: { NODE_OPTIONS: slowDisk(300) } });
      // The report and the page, each in a temporary file.
      await vi.waitFor(async () => expect(await readdir(cwd)).toHaveLength(3), {
        timeout: 60_000,
        interval: 10,
      });
      terminal.kill(signal);
      await terminal.end();
      expect(await readFile(join(cwd, 'report.yaml'), 'utf8')).toBe(before);
      expect((await readdir(cwd)).includes('report.html')).toBe(false);
      expect((await runCommand(args, { cwd })).exitCode).toBe(0);
      expect(await readdir(cwd)).toEqual(['report.html', 'report.yaml']);
    },
  );

  it.each(Array.from({ length: scaleRuns(1).numRuns }, (_, index) => index + 1))(
    'by kill -9 while it saves, six times: no tick without its answer (seed %i)',
    async (seed) => {
      const random = makeRandom(seed);
      const cwd = await makeEmptyFolder();
      const options = { cwd, env: { NODE_OPTIONS: slowDisk(40) } };
      let terminal = Terminal.start(['--as-of', '2026-11-23'], options);
      await setUp(terminal);
      let ticks = 0;
      for (let kill = 0; kill < 6; kill += 1) {
        await terminal.see('0-4 ↑↓ choose');
        for (let key = 0; key < 4; key += 1) terminal.type(`${Math.floor(random() * 3)}${keys.enter}`);
        // The kill comes at any moment of any of the four saves.
        await new Promise((done) => setTimeout(done, random() * 400));
        terminal.kill('SIGKILL');
        await terminal.end();
        ticks += terminal.history().match(/^✔ .* level \d/gm)?.length ?? 0;
        const { answers } = await readAnswersIn(cwd);
        const saved = Object.keys(answers).length;
        expect(saved).toBeGreaterThanOrEqual(ticks);
        ticks = saved;
        terminal = Terminal.start([], options);
        if (ticks > 0) {
          await terminal.see(messages['resume.choose']);
          terminal.type(keys.enter);
        } else {
          await setUpRespondent(terminal);
        }
      }
      expect(ticks).toBeGreaterThan(0);
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
