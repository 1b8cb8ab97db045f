import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeManPage } from '#tools/docs/man-page.ts';
import { type ManPage, renderMan } from '#render/man/man.ts';
import { renderRoffBlock, escapeRoffProse } from '#render/man/roff.ts';
import { parseDay } from '../../../src/tools/docs/derive-man-page.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

/** Overstriking for bold or underlined characters. */
const overstruck = new RegExp(`.${String.fromCodePoint(8)}`, 'g');

const page = describeManPage(process, '2026-11-23');

/** Returns a page with one text in every place. */
function pageWith(text: string): ManPage {
  return {
    ...page,
    about: [text],
    options: [],
    commonOptions: [],
    commands: [],
    environment: [],
    files: [{ terms: [{ name: text }], description: text }],
    exitCodes: [],
    examples: [{ line: text }],
  };
}

async function mandoc(text: string, ...args: string[]): Promise<string> {
  const path = join(await makeEmptyFolder(), 'page.1');
  await writeFile(path, text);
  const run = await promisify(execFile)('mandoc', [...args, path], { encoding: 'utf8' }).catch(
    (error: { stdout: string }) => error,
  );
  return run.stdout;
}

/** Renders a page without overstriking. */
async function read(text: string): Promise<string> {
  return (await mandoc(text, '-Tutf8', '-Owidth=400')).replaceAll(overstruck, '');
}

describe('renderMan', () => {
  it('passes mandoc lint', { tags: ['mandoc'] }, async () => {
    const said = await mandoc(renderMan(page), '-Tlint');
    const complaints = said
      .split('\n')
      .filter((line) => line !== '' && !line.includes('operating system explicitly'));
    expect(complaints).toEqual([]);
  });

  it('lacks only its date before a release', { tags: ['mandoc'] }, async () => {
    const said = await mandoc(await readFile('docs/sales-audit.1', 'utf8'), '-Tlint', '-W', 'warning');
    expect(said.split('\n').filter((line) => line !== '' && !line.includes('missing date'))).toEqual([]);
  });

  it('renders in groff without warnings', { tags: ['groff'] }, async () => {
    const path = join(await makeEmptyFolder(), 'page.1');
    await writeFile(path, renderMan(page));
    const { stdout, stderr } = await promisify(execFile)('groff', ['-mdoc', '-Tutf8', '-ww', path]);
    expect(stderr).toBe('');
    expect(stdout).toContain('November 23, 2026');
  });

  it('contains every command, argument, option, choice and example', { tags: ['mandoc'] }, async () => {
    const seen = await read(renderMan(page));
    for (const command of page.commands) {
      expect(seen).toContain(`sales-audit ${command.name} [options]`);
      for (const line of command.examples) expect(seen).toContain(line);
      for (const { terms } of command.options) {
        for (const { name, takes } of terms)
          expect(seen).toContain(takes === undefined ? name : `${name} ${takes}`);
      }
    }
    for (const { terms } of [...page.exitCodes, ...page.environment, ...page.files]) {
      expect(seen).toContain(terms[0]?.name);
    }
    expect(seen).toMatch(/Output format on stdout: one of .text., .json., .sarif., .junit./);
  });

  it.each([
    '.Sh NAME',
    "'br",
    '\\fBbold\\fP \\n(.z \\*(lq',
    'Fl Ar El',
    '"quoted" `ticks` ^hat ~tilde',
    "it's - a -- dash",
    'a .b .c',
    '$(touch x) <b> &amp; %PATH%',
    'ends with a backslash \\',
    '.\\" a comment',
    'é ü 漢字 →',
  ])('prints %j literally', { tags: ['mandoc'] }, async (text) => {
    const seen = await read(renderMan(pageWith(text)));
    const plain = text.replaceAll(/`([^`]*)`/g, '‘$1’');
    const found = (seen.match(/^.*$/gm) ?? []).map((line) => line.trim());
    expect(found.some((line) => line === text)).toBe(true);
    expect(found.some((line) => line.startsWith(plain))).toBe(true);
  });

  it('starts no line with a macro', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('.', "'", '\\', ' ', 'a', 'B', '`', '-', '\n'), maxLength: 300 }),
        (text) => {
          for (const line of [
            ...escapeRoffProse(text),
            ...renderRoffBlock([text.replaceAll('\n', ' ')]).slice(1, -1),
          ]) {
            expect(line).not.toMatch(/^[.']/);
          }
        },
      ),
    );
  });

  it.each([
    ['## [Unreleased]\n', undefined],
    ['## [Unreleased]\n\n## [0.1.0] - 2026-12-01\n\n## [0.0.9] - 2026-11-01\n', '2026-12-01'],
    ['## [0.1.01] - 2026-12-01\n', undefined],
  ])('takes its date from the changelog %j', (changelog, day) => {
    expect(parseDay(changelog, '0.1.0')).toBe(day);
  });

  it('is listed in package.json, as npm requires', async () => {
    const { man } = JSON.parse(await readFile('package.json', 'utf8')) as { man: unknown };
    expect(man).toEqual(['docs/sales-audit.1']);
  });

  it('has no date without a release', () => {
    expect(renderMan({ ...page, date: undefined })).toContain('\n.Dd\n');
    expect(renderMan(page)).toContain('\n.Dd November 23, 2026\n');
  });
});
