/** What people read in German besides the interview: forms, sessions and reports of several respondents. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import readSheets from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { findEnglish } from '../../support/model/find-english.ts';
import { files, makeCompany, run } from '../../support/combine.ts';
import { formatInput } from '../../support/terminal/interview.ts';

const form = ['form', '--role', 'leader', '--quick', '--model', 'de'];

describe('in German', () => {
  it.each(['html', 'markdown'])('a form as %s has no English text', async (format) => {
    const { stdout } = await runCommand([...form, '--format', format], { cwd: await makeEmptyFolder() });
    // The head of a Markdown form is for the tool.
    const body = stdout.slice(stdout.indexOf('<body>') + 1).replace(/^---\n[\s\S]*?\n---\n/, '');
    const text = body.replaceAll(
      /<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--.*?-->|<[^>]+>/g,
      ' ',
    );
    expect(text).toContain('Bevor Sie anfangen');
    expect(findEnglish(text)).toEqual([]);
  });

  it('a form as xlsx has no English text', async () => {
    const cwd = await makeEmptyFolder();
    await runCommand([...form, '-o', 'form.xlsx'], { cwd });
    const sheets = await readSheets(join(cwd, 'form.xlsx'));
    const cells = sheets.flatMap(({ data }) => data.flat()).map(String);
    // The head of the answers is for the tool.
    const text = cells.filter((cell) => !cell.startsWith('{')).join('\n');
    expect(text).toContain('Ihre Antwort (0 bis 4');
    expect(findEnglish(text)).toEqual([]);
  });

  it('a session has no English text', async () => {
    const cwd = await makeCompany();
    const args = ['combine', '--session', '--plain', '--model', 'de', '--as-of', '2026-11-23', ...files];
    const input = formatInput('v', '1', 'Zwei von fünf', 'Einer sah es anders', 'q');
    const { stdout, stderr } = await runCommand(args, { cwd, input });
    expect(stdout + stderr).toContain('Was hätten wir dort gesehen?');
    expect(findEnglish(stdout + stderr)).toEqual([]);
  });

  it('a report of several respondents has no English text', async () => {
    const cwd = await makeCompany();
    const { exitCode } = await run(cwd, 'combine', '--model', 'de', ...files, '-o', 'report.yaml');
    expect(exitCode).toBe(0);
    const full = ['report', 'report.yaml', '--model', 'de', '--length', 'full'];
    // What people wrote is in English.
    const written = await Promise.all(files.map(async (file) => readFile(join(cwd, file), 'utf8')));
    const own = findEnglish(written.join('\n'));
    for (const format of ['text', 'markdown']) {
      const { stdout } = await run(cwd, ...full, '--format', format);
      expect(stdout).toContain('Wie die Rollen es sehen');
      const found = findEnglish(stdout).filter((each) => !own.includes(each));
      expect([format, found]).toEqual([format, []]);
    }
  });
});
