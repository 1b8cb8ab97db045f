import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Brand,
  type BrandOptions,
  type RenderOptions,
  makeBrand,
  readReport,
  render,
  unwrap,
} from '../../src/index.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

const model = await loadModelFrom('src/model');
const report = unwrap(await readReport(await readFile('examples/harbor-instruments/report.yaml'))).value;

/** Returns the file that the built command writes. */
async function renderByCommand(args: readonly string[]): Promise<string> {
  const cwd = await makeEmptyFolder();
  await cp('examples/harbor-instruments/report.yaml', join(cwd, 'report.yaml'));
  const { exitCode } = await runCommand(['report', 'report.yaml', '-o', 'made.txt', ...args], { cwd });
  expect(exitCode).toBe(0);
  return readFile(join(cwd, 'made.txt'), 'utf8');
}

/** An image of one white pixel. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);

describe('render', () => {
  it.each<[RenderOptions, readonly string[]]>([
    [{ format: 'html' }, ['--format', 'html']],
    [{ format: 'html', paper: 'letter' }, ['--format', 'html', '--paper', 'letter']],
    [{ format: 'html', technical: true }, ['--format', 'html', '--technical']],
    [{ format: 'markdown' }, ['--format', 'markdown']],
    [{ format: 'text' }, ['--format', 'text']],
    [{ format: 'text', length: 'summary' }, ['--format', 'text', '--length', 'summary']],
    [{ format: 'html', length: 'summary' }, ['--format', 'html', '--length', 'summary']],
    [{ format: 'json' }, ['--format', 'json']],
    [{ format: 'yaml' }, ['--format', 'yaml']],
    [{ format: 'csv' }, ['--format', 'csv']],
    [{ format: 'csv', table: 'gaps' }, ['--format', 'csv', '--table', 'gaps']],
    [{ format: 'svg' }, ['--format', 'svg']],
    [{ format: 'svg', chart: 'heat-map' }, ['--format', 'svg', '--chart', 'heat-map']],
  ])('with %j gives the output of the command with %j', async (options, args) => {
    expect(await render(report, { model, ...options })).toBe(await renderByCommand(args));
  });

  it('shows a commentary as the command does', async () => {
    const commentary =
      '---\nconfidential: For the board only\n---\nThe **order** matters.\n\n# Action 1\n\nIn January.\n';
    const cwd = await makeEmptyFolder();
    await cp('examples/harbor-instruments/report.yaml', join(cwd, 'report.yaml'));
    await writeFile(join(cwd, 'commentary.md'), commentary);
    const run = await runCommand(['report', 'report.yaml', '-o', 'made.html'], { cwd });
    expect(run).toMatchObject({ exitCode: 0, stderr: 'Wrote made.html\n' });
    const page = await render(report, { model, format: 'html', commentary });
    expect(page).toBe(await readFile(join(cwd, 'made.html'), 'utf8'));
    for (const part of ['For the board only', '<strong>order</strong>', 'In January.'])
      expect(page).toContain(part);
  });

  it.each([
    ['a\n\n<script>alert(1)</script>\n', 'Line 3 of `commentary`: HTML is not shown in a commentary.'],
    ['[x](javascript:alert(1))', 'Line 1 of `commentary`: The link "javascript:alert(1)" cannot be followed'],
    ['# Elsewhere', 'Line 1 of `commentary`: The heading "Elsewhere" is not part of this report.'],
  ])('refuses the commentary %j', async (commentary, message) => {
    await expect(render(report, { model, format: 'html', commentary })).rejects.toThrow(message);
  });

  it('fits text to the width, with colors only on request', async () => {
    const narrow = await render(report, { format: 'text', model, width: 40 });
    for (const line of narrow.split('\n')) expect(line.length).toBeLessThanOrEqual(40);
    expect(narrow).not.toContain('\u001b');
    const colored = await render(report, { format: 'text', model, width: 40, color: true });
    expect(colored).toContain('\u001b[');
    // eslint-disable-next-line no-control-regex
    expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(narrow);
  });

  it('uses the language of the given model', async () => {
    const german = await loadModelFrom('src/overlays/de', model);
    const page = await render(report, { format: 'markdown', model: german });
    expect(page).toContain(german.messages['report.next']);
    expect(page).not.toBe(await render(report, { format: 'markdown', model }));
  });

  it('throws for an unknown format, including pdf', async () => {
    await expect(render(report, { format: 'pdf' as never, model })).rejects.toThrow(
      'There is no format "pdf", but html, markdown, text, json, yaml, csv, svg.',
    );
    await expect(render(report, { format: 'constructor' as never, model })).rejects.toThrow(RangeError);
  });
});

/** Makes a brand that must be valid. */
async function requireBrand(options: BrandOptions): Promise<Brand> {
  const made = await makeBrand(options);
  if (made.ok) return made.brand;
  throw new Error(made.fault);
}

describe('makeBrand', () => {
  it('brands a page like the command', async () => {
    const brand = await requireBrand({ name: 'North & Co', accent: 'rebeccapurple', logo: dot });
    expect(brand).toEqual({
      name: 'North & Co',
      accent: { light: '#663399', dark: expect.stringMatching(/^#[\da-f]{6}$/) },
      logo: `data:image/png;base64,${dot.toString('base64')}`,
    });
    const page = await render(report, { format: 'html', model, brand });
    expect(page).toContain('North &amp; Co');
    const { logo: _logo, ...plain } = brand;
    expect(await render(report, { format: 'html', model, brand: plain })).toBe(
      await renderByCommand(['--format', 'html', '--brand', 'North & Co', '--accent', 'rebeccapurple']),
    );
  });

  it('defaults to our colors without a name', async () => {
    const brand = await requireBrand({});
    expect(brand).toEqual({ accent: { light: '#0f5f66', dark: '#63c4cc' } });
    const page = await render(report, { format: 'html', model });
    expect(await render(report, { format: 'html', model, brand })).toBe(page);
  });

  it.each([
    ['a blank name', { name: ' ' }, 'name', 'A name has 1 to 300 characters, not only blanks.'],
    [
      'a name that is too long',
      { name: 'x'.repeat(301) },
      'name',
      'A name has 1 to 300 characters, not only blanks.',
    ],
    ['an accent that is not a color', { accent: 'red;}' }, 'accent', '"red;}" is not a color.'],
    ['an unreadable accent', { accent: 'yellow' }, 'accent', 'Too little contrast'],
    ['a logo that is not an image', { logo: Uint8Array.of(1, 2, 3) }, 'logo', 'It is not an image'],
    ['a large logo', { logo: new Uint8Array(512 * 1024 + 1) }, 'logo', 'It is larger than 512 KiB.'],
  ])('reports %s, with a fix', async (_what, options, about, fault) => {
    expect(await makeBrand(options)).toEqual({
      ok: false,
      about,
      fault: expect.stringContaining(fault),
      fix: expect.stringMatching(/[.?]$/),
    });
  });
});
