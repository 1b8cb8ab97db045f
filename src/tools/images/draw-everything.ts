/**
 * Draws every picture that a reader of a report can see, of every example and of a quick audit, to look at after a visible
 * change: the page at three widths, dark, the pages of the PDF in both lengths, the slides and the pages for Word.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions } from 'playwright-core';

const run = promisify(execFile);

/** The day of the examples. */
const asOf = '2026-11-23';

const screens: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['320', { viewport: { width: 320, height: 640 } }],
  ['390', { viewport: { width: 390, height: 844 } }],
  ['1280', { viewport: { width: 1280, height: 800 } }],
  ['1280-dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
];

/** Runs the built command, and throws what it says if it fails. */
async function runCommand(args: readonly string[]): Promise<void> {
  await run(process.execPath, ['bin/sales-audit.js', ...args]);
}

/** Runs a program of the system. Throws an error that names it if it is missing. */
async function runProgram(program: string, args: readonly string[]): Promise<void> {
  await run(program, args).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw isMissing ? new Error(`${program} is not installed. Install it, and run this again.`) : error;
  });
}

/** Returns the arguments of `score` for an example; undefined for a folder that is none. */
async function listSources(folder: string): Promise<string[] | undefined> {
  const files = await readdir(folder);
  if (files.includes('answers')) {
    const names = await readdir(join(folder, 'answers'));
    return names.toSorted().map((name) => join(folder, 'answers', name));
  }
  if (!files.includes('answers.yaml')) return undefined;
  const system = join(folder, 'sales-system.yaml');
  return [join(folder, 'answers.yaml'), ...(files.includes('sales-system.yaml') ? ['--system', system] : [])];
}

/** Writes the report of each example, and of the quick audit that one of them would have been, into a folder. */
async function writeReports(folder: string): Promise<readonly string[]> {
  const entries = await readdir('examples', { withFileTypes: true });
  const made: string[] = [];
  const score = async (name: string, sources: readonly string[]): Promise<void> => {
    const report = join(folder, `${name}.yaml`);
    await runCommand(['score', ...sources, '--as-of', asOf, '-o', report]);
    made.push(report);
  };
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    const sources = await listSources(join('examples', name));
    if (sources !== undefined) await score(name, sources);
  }
  const quick = join(folder, 'quick.answers.yaml');
  const answers = await readFile('examples/harbor-instruments/answers.yaml', 'utf8');
  await writeFile(quick, answers.replace(/^scope: full$/m, 'scope: quick'));
  await score('quick', [quick]);
  return made;
}

/** Draws the pages of a PDF as pictures. */
async function drawPages(pdf: string, out: string): Promise<void> {
  await runProgram('pdftoppm', ['-r', '80', '-png', pdf, out]);
}

/** Draws one report in every form into a folder. */
async function drawReport(report: string, folder: string, work: string, browser: Browser): Promise<void> {
  const name = basename(report, '.yaml');
  const getWorkPath = (what: string): string => join(work, `${name}-${what}`);
  const getPicturePath = (what: string): string => join(folder, `${name}-${what}`);
  const outputs = ['full.html', 'full.pdf', 'slides.pptx', 'pages.docx'];
  await runCommand([
    'report',
    report,
    '--length',
    'full',
    ...outputs.flatMap((each) => ['-o', getWorkPath(each)]),
  ]);
  await runCommand(['report', report, '--length', 'summary', '-o', getWorkPath('summary.pdf')]);
  for (const [screen, options] of screens) {
    const context = await browser.newContext({ offline: true, ...options });
    const page = await context.newPage();
    await page.goto(pathToFileURL(resolve(getWorkPath('full.html'))).href);
    await page.screenshot({ path: `${getPicturePath(screen)}.png` });
    await page.screenshot({ path: `${getPicturePath(screen)}-whole.png`, fullPage: true });
    await context.close();
  }
  await drawPages(getWorkPath('full.pdf'), getPicturePath('full'));
  await drawPages(getWorkPath('summary.pdf'), getPicturePath('summary'));
  for (const office of ['slides.pptx', 'pages.docx']) {
    await runProgram('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', work, getWorkPath(office)]);
    const [kind = ''] = office.split('.');
    await drawPages(getWorkPath(`${kind}.pdf`), getPicturePath(kind));
  }
}

/** Draws everything into a folder, and returns the number of pictures. Throws if a program is missing. */
export async function drawEverything(folder: string, browser: Browser): Promise<number> {
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(tmpdir(), 'sales-audit-'));
  try {
    for (const report of await writeReports(work)) await drawReport(report, folder, work, browser);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return (await readdir(folder)).filter((name) => name.endsWith('.png')).length;
}
