import { mkdtemp, open, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '#domain/errors.ts';
import { runBrowser } from './browser-process.ts';
import { otherWay } from './find-browser.ts';
import { type Settled, settlePdf } from './pdf-bytes.ts';
import { getReason } from '#io/system-errors.ts';

/** How a page is printed. */
export interface PrintOptions extends Settled {
  /** Path of the browser. */
  readonly browser: string;
  /** Ends the printing; what it was aborted with is thrown. */
  readonly signal: AbortSignal;
  /** Milliseconds that the browser has. */
  readonly timeLimit?: number;
}

/** Milliseconds that a browser has where nothing else is said. */
const usualTimeLimit = 60_000;

/** A profile of its own, nothing of the network, nothing that waits for a person. */
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
  // No name and no address leads anywhere, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Letters stand where the font wants them, not where the pixels of a screen would be.
  '--font-render-hinting=none',
  '--no-pdf-header-footer',
  '--generate-pdf-document-outline',
];

/** Whether a browser is a snap, which sees neither the folder for temporary files nor hidden folders. */
async function isSnap(browser: string): Promise<boolean> {
  const real = await realpath(browser).catch(() => browser);
  if (/(?:^|\/)snap(?:\/|$)/.test(real)) return true;
  const file = await open(real, 'r').catch(() => undefined);
  const start = await file?.read(Buffer.alloc(4096), 0, 4096, 0).catch(() => undefined);
  await file?.close();
  const text = start?.buffer.toString('latin1', 0, start.bytesRead) ?? '';
  return text.startsWith('#!') && text.includes('/snap/bin/');
}

/** The last lines of what the browser said, without what it says on every machine that has no desktop. */
function lastWords(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !/[:/]dbus\//.test(line));
  return lines.slice(-3).join('\n');
}

function failure(browser: string, fault: string, said: string): UsageError {
  const words = lastWords(said);
  return new UsageError(
    `The browser did not print the PDF: ${fault}.`,
    `${words === '' ? `It was ${browser}.` : `${browser} said:\n${words}`}\nName another one with --browser PATH. ${otherWay}`,
  );
}

/** A page in which no script runs: the policy stands beside its own, and the narrower of the two holds. */
function withoutScripts(html: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">`;
  return html.replace(/<head(?:\s[^>]*)?>/i, (head) => head + policy);
}

function cannotPrepare(error: unknown): never {
  throw new UsageError(`Cannot put the page where a browser prints it: ${getReason(error)}.`, otherWay);
}

function isWhole(pdf: Buffer): boolean {
  return pdf.subarray(0, 5).toString('latin1') === '%PDF-' && pdf.subarray(-16).includes('%%EOF');
}

/**
 * Prints a page that stands alone as a PDF: tagged, with the headings as its outline, in a browser without
 * network, without scripts and with a profile of its own, of which nothing is left behind. Throws a UsageError
 * that says why it did not print.
 *
 * @param html the whole page; its style says the paper
 */
export async function printPdf(html: string, options: PrintOptions): Promise<Uint8Array> {
  const { browser, signal, timeLimit = usualTimeLimit } = options;
  signal.throwIfAborted();
  const base = (await isSnap(browser)) ? homedir() : tmpdir();
  const folder = await mkdtemp(join(base, 'sales-audit-')).catch(cannotPrepare);
  try {
    const page = join(folder, 'report.html');
    const printed = join(folder, 'report.pdf');
    await writeFile(page, withoutScripts(html)).catch(cannotPrepare);
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
    if (fault !== undefined) throw failure(browser, fault, said);
    const pdf = await readFile(printed).catch(() => undefined);
    if (pdf === undefined) throw failure(browser, 'it wrote no file', said);
    if (!isWhole(pdf)) throw failure(browser, 'what it wrote is no whole PDF', said);
    return settlePdf(pdf, options);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}
