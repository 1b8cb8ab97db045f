import { mkdtemp, open, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '#domain/errors.ts';
import { runBrowser } from './browser-process.ts';
import { otherWay } from './find-browser.ts';
import { getReason } from '#io/system-errors.ts';

/** Options of `printPdf`. */
export interface PrintOptions {
  /** Path of the browser. */
  readonly browser: string;
  /** Stops the printing; its reason is thrown. */
  readonly signal: AbortSignal;
  /** In milliseconds; 60,000 by default. */
  readonly timeLimit?: number;
}

/** In milliseconds. */
const usualTimeLimit = 60_000;

/** Arguments for a browser without network access, and without anything that waits for a person. */
const quietly = [
  '--headless=new',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-breakpad',
  '--metrics-recording-only',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
  // No name or address of any request resolves.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Place letters by the font's metrics, not on the pixels of a screen.
  '--font-render-hinting=none',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
];

/** Whether a browser is a snap, which can access neither the temporary folder nor hidden folders. */
async function isSnap(browser: string): Promise<boolean> {
  const real = await realpath(browser).catch(() => browser);
  if (/(?:^|\/)snap(?:\/|$)/.test(real)) return true;
  const file = await open(real, 'r').catch(() => undefined);
  const start = await file?.read(Buffer.alloc(4096), 0, 4096, 0).catch(() => undefined);
  await file?.close();
  const text = start?.buffer.toString('latin1', 0, start.bytesRead) ?? '';
  return text.startsWith('#!') && text.includes('/snap/bin/');
}

/** Returns the last lines of the browser's output, without the D-Bus errors of every machine without a desktop. */
function getLastLines(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !/[:/]dbus\//.test(line));
  return lines.slice(-3).join('\n');
}

function makeFailure(browser: string, fault: string, said: string): UsageError {
  const output = getLastLines(said);
  return new UsageError(
    `The browser did not print the PDF: ${fault}.`,
    `${output === '' ? `It was ${browser}.` : `${browser} said:\n${output}`}\nName another one with --browser PATH. ${otherWay}`,
  );
}

/** Adds a policy against scripts to a page. If the page has its own policy, both apply. */
function forbidScripts(html: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">`;
  return html.replace(/<head(?:\s[^>]*)?>/i, (head) => head + policy);
}

function throwCannotPrepare(error: unknown): never {
  throw new UsageError(`Cannot write the page for the browser: ${getReason(error)}.`, otherWay);
}

function isWhole(pdf: Buffer): boolean {
  return pdf.subarray(0, 5).toString('latin1') === '%PDF-' && pdf.subarray(-16).includes('%%EOF');
}

/**
 * Prints a self-contained page as a tagged PDF with its headings as outline. The browser has no network, no scripts
 * and a temporary profile. Throws a UsageError that says why the browser did not print.
 *
 * @param html the whole page; its style sets the paper size
 */
export async function printPdf(html: string, options: PrintOptions): Promise<Uint8Array> {
  const { browser, signal, timeLimit = usualTimeLimit } = options;
  signal.throwIfAborted();
  const base = (await isSnap(browser)) ? homedir() : tmpdir();
  const folder = await mkdtemp(join(base, 'sales-audit-')).catch(throwCannotPrepare);
  try {
    const page = join(folder, 'report.html');
    const printed = join(folder, 'report.pdf');
    await writeFile(page, forbidScripts(html)).catch(throwCannotPrepare);
    const args = [
      ...quietly,
      // Chromium as root runs without its sandbox or not at all.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${printed}`,
      pathToFileURL(page).href,
    ];
    const { fault, said } = await runBrowser(browser, args, { folder, signal, timeLimit });
    signal.throwIfAborted();
    if (fault !== undefined) throw makeFailure(browser, fault, said);
    const pdf = await readFile(printed).catch(() => undefined);
    if (pdf === undefined) throw makeFailure(browser, 'it wrote no file', said);
    if (!isWhole(pdf)) throw makeFailure(browser, 'it wrote an incomplete PDF', said);
    return pdf;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
