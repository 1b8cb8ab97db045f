/** Longer than 200 lines: browsers that print and browsers that fail, simulated by the same scripts. */
import { execFile } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InterruptedError, UsageError } from '../../../src/domain/errors.ts';
import { type PrintOptions, printPdf } from '../../../src/io/browser/print-pdf.ts';
import { settlePdf } from '../../../src/render/report/pdf.ts';
import { writeFakeBrowser, smallPdf } from '../../support/fake-browser.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { getProgramPath } from '../../support/programs.ts';

let folder: string;
let temporary: string;
let home: string;

beforeEach(async () => {
  folder = await makeEmptyFolder();
  temporary = await makeEmptyFolder();
  home = await makeEmptyFolder();
  vi.stubEnv('TMPDIR', temporary);
  vi.stubEnv('HOME', home);
});

// No browser may leave anything behind.
afterEach(async () => {
  vi.unstubAllEnvs();
  const left = [...(await readdir(temporary)), ...(await readdir(home))];
  if (left.length > 0) throw new Error(`The browser left behind: ${left.join(', ')}`);
});

function print(
  browser: string,
  html = '<p>Hello</p>',
  more: Partial<PrintOptions> = {},
): Promise<Uint8Array> {
  const { signal } = new AbortController();
  return printPdf(html, { browser, signal, ...more });
}

async function failure(script: string, more: Partial<PrintOptions> = {}): Promise<string> {
  const browser = await writeFakeBrowser(folder, script);
  const error = await print(browser, undefined, more).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw error;
  return `${error.message}\n${error.hint}`.replaceAll(folder, '~');
}

/** Whether a process exists and is not a zombie. */
async function runs(pid: string): Promise<boolean> {
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return state !== '' && !/\) [ZX] /.test(state);
}

async function untilGone(pid: string): Promise<void> {
  for (let times = 0; times < 600 && (await runs(pid)); times += 1) await wait(50);
  expect(await runs(pid)).toBe(false);
}

describe('a browser that does not print', () => {
  const otherWay =
    'Name another one with --browser PATH. Or write the page with -o report.html and print it from any browser ("Save as PDF").';

  it.each([
    ['exit 0', 'it wrote no file', 'It was ~/fake-browser.'],
    ['exit 3', 'it exited with code 3', 'It was ~/fake-browser.'],
    ['kill -9 $$', 'it was stopped by SIGKILL', 'It was ~/fake-browser.'],
    ['echo no room >&2; exit 1', 'it exited with code 1', '~/fake-browser said:\nno room'],
    ['echo "<p>" > "$pdf"', 'it wrote an incomplete PDF', 'It was ~/fake-browser.'],
    ['printf "%%PDF-1.4\\nand then" > "$pdf"', 'it wrote an incomplete PDF', 'It was ~/fake-browser.'],
    ['mkdir "$pdf"', 'it wrote no file', 'It was ~/fake-browser.'],
  ])('%s', async (script, why, said) => {
    expect(await failure(script)).toBe(`The browser did not print the PDF: ${why}.\n${said}\n${otherWay}`);
  });

  it('is reported with its last lines, without the D-Bus errors of a machine without a desktop', async () => {
    const words = await failure(
      'echo one >&2; echo two >&2; echo "[1:2:ERROR:dbus/bus.cc:405] Failed to connect to the bus" >&2; echo three >&2; echo >&2; echo four >&2; exit 1',
    );
    expect(words).toContain('said:\ntwo\nthree\nfour\nName another one');
    expect(words).not.toContain('bus');
  });

  it('may print any amount of output', async () => {
    const words = await failure('yes "a long complaint" | head -n 200000 >&2; echo the reason >&2; exit 1');
    expect(words).toContain('a long complaint\nthe reason\nName another one');
    expect(words.length).toBeLessThan(1000);
  });

  it('is reported if it cannot be started', async () => {
    await expect(print(join(folder, 'nowhere'))).rejects.toThrow(
      'it could not be started: there is no such file.',
    );
  });

  it('is not started without a temporary folder', async () => {
    vi.stubEnv('TMPDIR', join(temporary, 'gone'));
    const browser = await writeFakeBrowser(folder, 'exit 0');
    await expect(print(browser)).rejects.toThrow(
      'Cannot write the page for the browser: there is no such file.',
    );
  });

  it('is killed after its time limit, with everything that it started', async () => {
    const pids = join(folder, 'pids');
    const words = await failure(`sleep 1000 & echo $! $$ > ${pids}; mkdir "$work/cache"; wait`, {
      timeLimit: 1500,
    });
    expect(words).toContain('did not print the PDF: it took longer than 1.5 seconds.');
    for (const pid of (await readFile(pids, 'utf8')).trim().split(' ')) await untilGone(pid);
  });

  it('is killed if the run is aborted, and rejects with the reason', async () => {
    const pids = join(folder, 'pids');
    const browser = await writeFakeBrowser(folder, `sleep 1000 & echo $! $$ > ${pids}; wait`);
    const controller = new AbortController();
    const printed = print(browser, undefined, { signal: controller.signal });
    const ended = printed.catch((error: unknown) => error);
    while ((await readFile(pids, 'utf8').catch(() => '')) === '') await wait(20);
    controller.abort(new InterruptedError('SIGINT'));
    expect(await ended).toBeInstanceOf(InterruptedError);
    for (const pid of (await readFile(pids, 'utf8')).trim().split(' ')) await untilGone(pid);
  });

  it('is not started if the run is already aborted', async () => {
    const browser = await writeFakeBrowser(folder, `touch ${join(folder, 'started')}`);
    const signal = AbortSignal.abort(new InterruptedError('SIGTERM'));
    await expect(print(browser, undefined, { signal })).rejects.toThrow(InterruptedError);
    expect(await readdir(folder)).toEqual(['fake-browser']);
  });
});

describe('a browser that prints', () => {
  const write = `printf '${smallPdf.replaceAll('\n', '\\n').replaceAll('%', '%%')}' > "$pdf"`;

  it('returns its PDF, even if a child process keeps running', async () => {
    const pids = join(folder, 'pids');
    const browser = await writeFakeBrowser(folder, `${write}; sleep 1000 & echo $! > ${pids}`);
    expect(Buffer.from(await print(browser)).toString()).toBe(smallPdf);
    await untilGone((await readFile(pids, 'utf8')).trim());
  });

  it('gets the page as a file, a profile of its own, and no network', async () => {
    const said = join(folder, 'said');
    const browser = await writeFakeBrowser(
      folder,
      `${write}; { printf '%s\\n' "$@"; echo "$XDG_CONFIG_HOME"; echo "$PWD"; stat -c %a "$work"; cat "$work/report.html"; } > ${said}`,
    );
    await print(browser, '<title>Überblick</title>');
    const lines = (await readFile(said, 'utf8')).split('\n');
    const work = /^--print-to-pdf=(.*)\/report\.pdf$/.exec(
      lines.find((line) => /pdf=/.test(line)) ?? '',
    )?.[1];
    expect(work).toMatch(`${temporary}/sales-audit-`);
    expect(lines).toEqual(
      expect.arrayContaining([
        '--headless=new',
        '--generate-pdf-document-outline',
        '--no-pdf-header-footer',
        '--host-resolver-rules=MAP * ~NOTFOUND',
        `--user-data-dir=${work}/profile`,
        `file://${work}/report.html`,
        `${work}/config`,
        `${work}`,
        // No other user of the machine can read the report meanwhile.
        '700',
        '<title>Überblick</title>',
      ]),
    );
    expect(lines.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
  });

  it('gets a folder that it can access if it is a snap', async () => {
    const browser = await writeFakeBrowser(
      folder,
      `${write}; echo "$work" > ${folder}/said; exit 0; exec /snap/bin/chromium`,
    );
    await print(browser);
    expect(await readFile(join(folder, 'said'), 'utf8')).toMatch(`${home}/sales-audit-`);
  });
});

const page = (paper: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Überblick</title><style>
@page { size: ${paper}; margin: 20mm; @bottom-right { content: counter(page) ' / ' counter(pages) } }
section { break-before: page }
</style></head><body><h1>The audit</h1><p>First</p>
<svg viewBox="0 0 10 10" role="img" aria-label="A picture"><rect width="9" height="9" /></svg>
<section><h2>Zweite Überschrift</h2><p>Second</p></section>
<section><h2>Third heading</h2><table><tr><th>Head</th></tr><tr><td>Cell</td></tr></table></section>
</body></html>`;

/** Prints a page in Chromium, and sets the metadata as `report` does. */
async function printSettled(html: string): Promise<Uint8Array> {
  const pdf = await print(getProgramPath('browser'), html);
  const creator = 'sales-audit 0.1.0';
  return Buffer.from(
    settlePdf(Buffer.from(pdf).toString('latin1'), { asOf: '2026-11-23', creator }),
    'latin1',
  );
}

async function lookAt(pdf: Uint8Array): Promise<{ info: Map<string, string>; text: string; raw: string }> {
  const path = join(folder, 'printed.pdf');
  await writeFile(path, pdf);
  const run = promisify(execFile);
  const { stdout: info } = await run('pdfinfo', [path], { env: { ...process.env, TZ: 'UTC' } });
  const { stdout: text } = await run('pdftotext', ['-layout', path, '-']);
  const pairs = info.split('\n').map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return { info: new Map(pairs), text, raw: Buffer.from(pdf).toString('latin1') };
}

describe('Chromium', { tags: ['browser', 'pdfinfo'] }, () => {
  const chromium = (): string => getProgramPath('browser');

  it.each([
    ['a4', '594.96 x 841.92 pts (A4)'],
    ['letter', '612 x 792 pts (letter)'],
  ])('prints %s', async (paper, size) => {
    const pdf = await printSettled(page(paper));
    const { info, text, raw } = await lookAt(pdf);
    expect(info.get('Page size')).toBe(size);
    expect(info.get('Pages')).toBe('3');
    expect(info.get('Title')).toBe('Überblick');
    expect(info.get('Tagged')).toBe('yes');
    expect(info.get('Creator')).toBe('sales-audit 0.1.0');
    expect(info.get('CreationDate')).toBe('Mon Nov 23 00:00:00 2026 UTC');
    expect(info.get('ModDate')).toBe(info.get('CreationDate'));
    // Page numbers from the style sheet, but no header or footer of the browser.
    for (const number of [/1 ?\/ ?3/, /2 ?\/ ?3/, /3 ?\/ ?3/]) expect(text).toMatch(number);
    expect(text).not.toMatch(/file:|sales-audit-|2026/);
    // Outline, language, and text of the picture.
    expect(raw).toContain('/Type /Outlines');
    expect(raw).toContain('/Title (Third heading)');
    expect(raw).toContain('/Lang (en)');
    expect(raw).toContain('/Alt (A picture)');
    expect(raw).not.toContain(temporary);
  });

  it('requests nothing from the network, and runs no script of the page', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    const { port } = server.address() as AddressInfo;
    const from = (host: string): string =>
      `<img src="http://${host}:${port}/picture"><link rel="stylesheet" href="http://${host}:${port}/style"><script src="http://${host}:${port}/script"></script>`;
    const html = page('a4')
      .replace('</head>', '<script>document.title = "changed"</script></head>')
      .replace('</body>', `<p id="x">Unchanged</p><img src="x" onerror="x.textContent = 1"></body>`)
      .replace('</body>', `${from('127.0.0.1')}${from('localhost')}</body>`);
    const { info, text } = await lookAt(await print(chromium(), html));
    expect(info.get('Title')).toBe('Überblick');
    expect(text).toContain('Unchanged');
    await new Promise((done) => {
      server.close(done);
    });
    expect(asked).toEqual([]);
  });

  it('can be aborted while it prints, and leaves nothing behind', async () => {
    const controller = new AbortController();
    const printed = print(chromium(), page('a4'), { signal: controller.signal });
    const ended = printed.catch((error: unknown) => error);
    await wait(150);
    controller.abort(new InterruptedError('SIGINT'));
    expect(await ended).toBeInstanceOf(InterruptedError);
  });
});
