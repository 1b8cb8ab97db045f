/** Longer than 200 lines: all uses of one command. */
import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import type { Pattern, ReportDocument } from '#domain/types/report.ts';
import { openPage } from '../../support/browser.ts';
import { bin } from '../../support/package/built.ts';
import { type Printed, runCommand, spawnCommand } from '../../support/command.ts';
import { writeFakeBrowser, smallPdf } from '../../support/fake-browser.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { makePdfWithLetters } from '../../support/report/pdf-letters.ts';
import { getProgramPath } from '../../support/programs.ts';
import { slowDisk } from '../../support/terminal/slow-disk.ts';
import { Terminal, keys } from '../../support/terminal/terminal.ts';

let cwd: string;

beforeEach(async () => {
  cwd = await makeEmptyFolder();
  await cp('examples/harbor-instruments', join(cwd, 'harbor'), { recursive: true });
  await mkdir(join(cwd, 'tmp'));
});

/** Runs the command in this process. */
function run(args: readonly string[]): Promise<Printed> {
  return runCommand(['report', ...args], { cwd });
}

/** Runs the built command in a new process, which starts and stops a browser. */
function runBuilt(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Printed> {
  return spawnCommand(['report', ...args], { cwd, env: { TMPDIR: join(cwd, 'tmp'), ...env } });
}

/** Runs the built command. Returns the bytes of its standard output. */
function readStdout(args: readonly string[]): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [bin, 'report', ...args], {
      cwd,
      env: { PATH: process.env['PATH'], HOME: cwd, TZ: 'UTC', TMPDIR: join(cwd, 'tmp') },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', fail);
    child.on('close', () => done(Buffer.concat(chunks)));
  });
}

const printing = `printf '${smallPdf.replaceAll('\n', '\\n').replaceAll('%', '%%')}' > "$pdf"`;

describe('report', () => {
  const answers = ['harbor/answers.yaml', '--system', 'harbor/sales-system.yaml', '--as-of', '2026-11-23'];

  it.each(['html', 'markdown', 'text', 'json', 'yaml', 'csv', 'svg'])(
    'writes the same %s for the same input, from a report and from its answers',
    async (format) => {
      const outputs = ['first', 'second'].flatMap((name) => ['-o', `${format}=harbor/${name}`]);
      expect(await run([...answers, '-o', 'yaml=harbor/made.yaml'])).toMatchObject({ exitCode: 0 });
      expect(await run(['harbor/made.yaml', ...outputs])).toMatchObject({ exitCode: 0, stdout: '' });
      expect(await run([...answers, '-o', `${format}=harbor/scored`])).toMatchObject({ exitCode: 0 });
      const [first, second, scored] = await Promise.all(
        ['first', 'second', 'scored'].map((name) => readFile(join(cwd, 'harbor', name), 'utf8')),
      );
      expect(first).not.toBe('');
      expect(second).toBe(first);
      expect(scored).toBe(first);
    },
  );

  it('writes paths of sources relative to each file', async () => {
    await run([...answers, '-o', 'harbor/a.json', '-o', 'b.json', '-o', 'new/deep/c.json']);
    const paths = async (file: string): Promise<string[]> =>
      JSON.parse(await readFile(join(cwd, file), 'utf8')).sources.map(({ path }: { path: string }) => path);
    expect(await paths('harbor/a.json')).toEqual(['answers.yaml', 'sales-system.yaml']);
    expect(await paths('b.json')).toEqual(['harbor/answers.yaml', 'harbor/sales-system.yaml']);
    expect(await paths('new/deep/c.json')).toEqual([
      '../../harbor/answers.yaml',
      '../../harbor/sales-system.yaml',
    ]);
  });

  it('uses the language of the model of the report', async () => {
    await run([...answers, '--model', 'de', '-o', 'de.yaml']);
    const { stdout } = await run(['de.yaml', '--format', 'html']);
    expect(stdout).toContain('<html lang="de"');
    expect((await run(['harbor/report.yaml', '--format', 'html'])).stdout).toContain('<html lang="en"');
  });

  it('marks text that is still English on a German page', async () => {
    // A German overlay that takes back a translation.
    const { patterns } = parse(await readFile(join(cwd, 'harbor/report.yaml'), 'utf8')) as ReportDocument;
    const { id, means } = patterns[0] as Pattern;
    await mkdir(join(cwd, 'half'));
    await writeFile(
      join(cwd, 'half/model.yaml'),
      'kind: model\nschemaVersion: 1\nmodel: {id: half, version: 1.0.0, title: Halb, extends: sales-system@1}\n',
    );
    await writeFile(
      join(cwd, 'half/changes.yaml'),
      `kind: model\nschemaVersion: 1\nchanges: {patterns: {${id}: {means: ${JSON.stringify(means)}}}}\n`,
    );
    await run([...answers, '--model', 'de', '--model', 'half', '-o', 'de.yaml', '-o', 'scored.html']);
    await run(['de.yaml', '--model', 'de', '--model', 'half', '-o', 'read.html']);
    const [scored, read] = await Promise.all(
      ['scored.html', 'read.html'].map((name) => readFile(join(cwd, name), 'utf8')),
    );
    for (const page of [scored, read]) {
      expect(page).toContain('<html lang="de">');
      expect(page).toContain(` lang="en">${means.slice(0, 40)}`);
    }
  });

  it('embeds the brand without running anything', async () => {
    const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" onload="alert(1)"><script>alert(2)</script><image href="https://example.com/x.png"/><rect width="90" height="30" fill="#0b5cad"/></svg>`;
    await writeFile(join(cwd, 'logo.png'), logo);
    const brand = ['--brand', '<b>North & "Light"</b>', '--logo', 'logo.png', '--accent', '#0B5CAD'];
    const { stdout, exitCode } = await run(['harbor/report.yaml', '--format', 'html', ...brand]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`data:image/svg+xml;base64,${Buffer.from(logo).toString('base64')}`);
    expect(stdout).toContain('#0b5cad');
    expect(stdout).not.toContain('<b>North');
  });

  it('shows the brand in a browser', { tags: ['browser'] }, async () => {
    await writeFile(
      join(cwd, 'logo.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30" onload="alert(1)"><script>alert(2)</script></svg>',
    );
    const { stdout } = await run([
      'harbor/report.yaml',
      '--format',
      'html',
      '--logo',
      'logo.svg',
      '--brand',
      'Northlight',
    ]);
    const { page, happened } = await openPage(stdout);
    const width = await page
      .locator('img')
      .first()
      .evaluate((image) => (image as HTMLImageElement).naturalWidth);
    const text = await page.locator('body').innerText();
    expect(width).toBe(90);
    expect(text).toContain('Northlight');
    expect(happened).toEqual([]);
  });

  it('writes nothing if one of several files cannot be written', async () => {
    await mkdir(join(cwd, 'b.html'));
    const { exitCode, stderr } = await run([
      'harbor/report.yaml',
      '-o',
      'a.html',
      '-o',
      'b.html',
      '-o',
      'new/c.md',
    ]);
    expect(exitCode).toBe(2);
    expect(stderr).toBe('error: Cannot write b.html: it is a folder.\nNothing was changed.\n');
    expect((await readdir(cwd)).toSorted()).toEqual(['b.html', 'harbor', 'tmp']);
  });
});

describe('report as a PDF', () => {
  it('explains what to do without a browser', async () => {
    const { exitCode, stderr } = await runBuilt(['harbor/report.yaml', '-o', 'a.pdf', '-o', 'a.html'], {
      PATH: cwd,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^error: No browser was found to print the PDF\.\nLooked for chromium, /);
    expect(stderr).toContain('--browser PATH');
    expect(stderr).toContain('print it from any browser ("Save as PDF")');
    expect(await readdir(cwd)).not.toContain('a.html');
  });

  it('warns of letters that no font has, by the name of their script', async () => {
    const page = await readFile(join(cwd, 'harbor/answers.yaml'), 'utf8');
    await writeFile(join(cwd, 'harbor/answers.yaml'), page.replaceAll('Harbor Instruments', 'Harbor 北海'));
    const maps = ['1 beginbfrange\n<0024> <005D> <0041>\nendbfrange'];
    await writeFile(join(cwd, 'printed.pdf'), makePdfWithLetters(maps));
    const browser = await writeFakeBrowser(cwd, `cp "${cwd}/printed.pdf" "$pdf"`);
    const args = ['harbor/answers.yaml', '-o', 'out.pdf', '--browser', browser];
    const { exitCode, stderr } = await runBuilt(args);
    expect([exitCode, stderr]).toEqual([0, expect.stringMatching(/^Warning: .* letters of Han, so/)]);
  });

  it('writes the bytes that the browser printed to files and to a pipe, without progress', async () => {
    const browser = await writeFakeBrowser(cwd, `printf '%%PDF-1.4\\n\\200\\377\\n%%%%EOF\\n' > "$pdf"`);
    const { stderr, exitCode } = await runBuilt([
      'harbor/report.yaml',
      '-o',
      'a.pdf',
      '-o',
      'pdf=b',
      '--browser',
      browser,
    ]);
    expect({ stderr, exitCode }).toEqual({ stderr: 'Wrote a.pdf\nWrote b\n', exitCode: 0 });
    const printed = Buffer.from('%PDF-1.4\n\u0080\u00ff\n%%EOF\n', 'latin1');
    expect(await readFile(join(cwd, 'a.pdf'))).toEqual(printed);
    expect(await readFile(join(cwd, 'b'))).toEqual(printed);
    expect(await readStdout(['harbor/report.yaml', '--format', 'pdf', '--browser', browser])).toEqual(
      printed,
    );
  });

  it('is laid out for A4 by default', async () => {
    const browser = await writeFakeBrowser(cwd, `${printing}; cp "$work/report.html" "${cwd}/page.html"`);
    const page = async (...more: string[]): Promise<string> => {
      await runBuilt(['harbor/report.yaml', '-o', 'a.pdf', '--browser', browser, ...more]);
      const given = await readFile(join(cwd, 'page.html'), 'utf8');
      return given.replace(/(?<=<head>)<meta [^>]*script-src 'none'">/, '');
    };
    const html = async (...more: string[]): Promise<string> =>
      (await run(['harbor/report.yaml', '--format', 'html', ...more])).stdout;
    expect(await page()).toBe(await html('--paper', 'a4'));
    expect(await page('--paper', 'letter')).toBe(await html('--paper', 'letter'));
    expect(await html('--paper', 'letter')).not.toBe(await html());
  });

  it('is reproducible, with two pages and an outline', { tags: ['browser'] }, async () => {
    const browser = ['--browser', getProgramPath('browser')];
    const files = ['-o', 'a.pdf', '-o', 'pdf=b.pdf'];
    const args = ['harbor/report.yaml', '--length', 'summary', ...files, ...browser];
    expect(await runBuilt(args)).toMatchObject({ exitCode: 0 });
    // The second file was printed in another second.
    const [first, second] = await Promise.all(['a.pdf', 'b.pdf'].map((name) => readFile(join(cwd, name))));
    expect(first?.equals(second ?? Buffer.of())).toBe(true);
    const text = first?.toString('latin1') ?? '';
    expect(text).toContain('/Marked true');
    expect(text).toMatch(/\/Type \/Outlines/);
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(2);
    expect(text).toContain("/CreationDate (D:20261123000000+00'00')");
    expect(text).not.toContain(cwd);
    expect(await readdir(join(cwd, 'tmp'))).toEqual([]);
  });
});

describe('report in a terminal', () => {
  const start = (args: readonly string[]): Terminal =>
    Terminal.start(['report', 'harbor/report.yaml', ...args], { cwd, env: { TMPDIR: join(cwd, 'tmp') } });

  it('does not print a PDF to it', async () => {
    const terminal = start(['--format', 'pdf']);
    expect(await terminal.end()).toMatchObject({ exitCode: 2 });
    expect(terminal.history()).toBe(
      'error: A PDF cannot be printed to a terminal.\nWrite it to a file: -o report.pdf.',
    );
  });

  it('shows progress only while it prints', async () => {
    const go = join(cwd, 'go');
    const browser = await writeFakeBrowser(cwd, `while [ ! -e "${go}" ]; do sleep 0.05; done; ${printing}`);
    const terminal = start(['-o', 'a.pdf', '--browser', browser]);
    await terminal.see('Printing the PDF');
    await writeFile(go, '');
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(terminal.history()).toBe('Wrote a.pdf');
    // The cursor was hidden in between.
    expect(terminal.raw.lastIndexOf('\u001b[?25h')).toBeGreaterThan(terminal.raw.lastIndexOf('\u001b[?25l'));
  });

  it.each([
    ['Ctrl-C', 130, (terminal: Terminal) => terminal.type(keys.ctrlC)],
    ['SIGTERM', 143, (terminal: Terminal) => terminal.kill('SIGTERM')],
  ])('leaves nothing behind after %s', async (_name, exitCode, end) => {
    const browser = await writeFakeBrowser(cwd, 'sleep 1000 & wait');
    const before = await readdir(cwd);
    const terminal = start(['-o', 'a.html', '-o', 'a.pdf', '--browser', browser]);
    await terminal.see('Printing the PDF');
    end(terminal);
    expect(await terminal.end()).toMatchObject({ exitCode });
    expect(terminal.text()).toContain('Nothing was written.');
    expect(await readdir(cwd)).toEqual(before);
    expect(await readdir(join(cwd, 'tmp'))).toEqual([]);
  });

  it.each(['SIGINT', 'SIGHUP', 'SIGTERM', 'SIGKILL'] as const)(
    'writes all or no files when %s arrives in between, and the next run leaves nothing else',
    async (signal) => {
      const names = ['a.html', 'a.md', 'a.txt', 'a.csv', 'a.svg', 'a.json'];
      const args = ['report', 'harbor/report.yaml', ...names.flatMap((name) => ['-o', name])];
      const before = await readdir(cwd);
      const env = { TMPDIR: join(cwd, 'tmp'), NODE_OPTIONS: slowDisk(400) };
      const terminal = Terminal.start(args, { cwd, env });
      const listNew = async () => (await readdir(cwd)).filter((name) => !before.includes(name));
      // A busy machine may look only after the fourth.
      await vi.waitFor(async () => expect((await listNew()).length).toBeGreaterThanOrEqual(3), {
        timeout: 60_000,
        interval: 10,
      });
      terminal.kill(signal);
      await terminal.end();
      // What cannot be caught leaves temporary files, until the next run.
      const isCaught = signal !== 'SIGKILL';
      expect((await listNew()).length === 0).toBe(isCaught);
      expect(terminal.text().includes('Nothing was written.')).toBe(isCaught);
      expect(await run(['harbor/report.yaml', '-o', 'a.html'])).toMatchObject({ exitCode: 0 });
      expect(await listNew()).toEqual(['a.html']);
    },
  );

  it('prints no escape sequences to a dumb terminal', async () => {
    const browser = await writeFakeBrowser(cwd, printing);
    const terminal = Terminal.start(
      ['report', resolve(cwd, 'harbor/report.yaml'), '-o', 'a.pdf', '--browser', browser],
      { cwd, env: { TMPDIR: join(cwd, 'tmp'), TERM: 'dumb' } },
    );
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(terminal.raw).not.toContain('\u001b');
  });
});
