import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { afterAll } from 'vitest';
import { programPath } from './programs.ts';

let browser: Promise<Browser> | undefined;

/** Launches the browser of a test file with its first page, and closes it after its last test. */
function launch(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: programPath('browser'),
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // The sandbox needs user namespaces, which containers lack.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  return browser;
}

/** A reusable page: opening a page takes ten times as long as filling it. */
interface Reused {
  readonly page: Page;
  /** Events since the page was last filled. */
  happened: string[];
}

const pages = new Map<string, Promise<Reused>>();

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
  pages.clear();
});

async function newPage(options: BrowserContextOptions): Promise<Reused> {
  const context = await (await launch()).newContext({ offline: true, ...options });
  const page = await context.newPage();
  const reused: Reused = { page, happened: [] };
  page.on('dialog', (dialog) => {
    reused.happened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => reused.happened.push(`error: ${error.message}`));
  page.on('console', (message) => reused.happened.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    if (!/^(?:about|data):/.test(request.url())) reused.happened.push(`request: ${request.url()}`);
  });
  return reused;
}

/** Events on a page that a report must never cause. */
export interface Watched {
  readonly page: Page;
  /** Dialogs, errors, blocked scripts and requests, a line each. */
  readonly happened: readonly string[];
}

/**
 * Fills an offline page with HTML and records requests, dialogs, errors and console messages. A test file has one page
 * per set of options.
 */
export async function openPage(html: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const key = JSON.stringify(options);
  const opened = pages.get(key) ?? newPage(options);
  pages.set(key, opened);
  const reused = await opened;
  const { page } = reused;
  await page.goto('about:blank');
  await page.emulateMedia({ media: null });
  const happened: string[] = [];
  reused.happened = happened;
  await page.setContent(html, { waitUntil: 'load' });
  return { page, happened };
}
