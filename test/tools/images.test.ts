import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { drawScreen, palettes } from '../../src/tools/images/draw-screen.ts';
import { recordQuestion } from '../../src/tools/images/record-question.ts';
import { recordScreen } from '../../src/tools/images/record-screen.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import { firstAsk, unwrap } from '../support/terminal/interview.ts';

describe('the picture of a question', () => {
  it('is the screen of a real session, with the marked level in reverse', async () => {
    const rows = await recordQuestion();
    expect(rows).toHaveLength(24);
    const text = rows.map((row) => row.map((run) => run.text).join(''));
    expect(unwrap(text.join(' '))).toContain(firstAsk);
    const reversed = rows.flat().filter((run) => run.isInverse);
    expect(reversed.map((run) => run.text)).toEqual([expect.stringMatching(/^❯ 2 {2}.*:$/)]);
    // Each picture in the cyan of its own palette.
    expect(drawScreen(rows, palettes.light)).toContain('background:#0b6e8a');
    expect(drawScreen(rows, palettes.dark)).toContain('background:#56d4dd');
  });

  it('is not taken of a screen that shows something else', async () => {
    const cwd = await makeEmptyFolder();
    const quit = recordScreen(
      ['-e', 'console.log("Bye"); setTimeout(() => {}, 60_000)'],
      cwd,
      [],
      'Welcome',
      300,
    );
    await expect(quit).rejects.toThrow('The terminal does not show "Welcome", but:\n');
  });

  it('and that of the report stand side by side at the top of the README, light and dark, above the first command', async () => {
    const lines = (await readFile('README.md', 'utf8')).split('\n');
    const top = lines.slice(0, lines.indexOf('npm ci && npm start'));
    const files = top.flatMap((line) =>
      [...line.matchAll(/(?:src|srcset)="([^"]+)"/g)].map((found) => found[1] ?? ''),
    );
    expect(files).toEqual([
      'docs/images/question-dark.png',
      'docs/images/question-light.png',
      'docs/images/harbor-instruments-laptop-dark.png',
      'docs/images/harbor-instruments-laptop.png',
    ]);
    // What the pictures say without being seen, and little else before the command.
    expect(top.filter((line) => /<img .* alt="[^"]{40,}"/.test(line))).toHaveLength(2);
    expect(top.length).toBeLessThan(28);
    const packed = await readFile('package.json', 'utf8');
    for (const file of files) {
      expect(packed).toContain(`"${file}"`);
      expect((await readFile(file)).length).toBeLessThan(250_000);
    }
  });
});
