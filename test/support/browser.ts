import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { afterAll } from 'vitest';

/** Where Debian, Fedora, macOS and a path of one's own have a Chromium. */
const places = [
  process.env['CHROME_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** An installed Chromium; undefined where there is none. In CI there has to be one. */
export const chromiumPath: string | undefined = places.find((path) => path !== undefined && existsSync(path));

if (chromiumPath === undefined && process.env['CI']) {
  throw new Error('No Chromium is installed, and in CI the browser tests may not be left out.');
}

let browser: Promise<Browser> | undefined;

/** The browser of a test file, started with its first page and closed behind its last test. */
function launched(): Promise<Browser> {
  if (browser === undefined) {
    browser = chromium.launch({
      executablePath: chromiumPath ?? '',
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // A container has no user namespaces, and its root no sandbox.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
  }
  return browser;
}

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** What a page did that a report may never do. */
export interface Watched {
  readonly page: Page;
  /** Dialogs, errors, refused scripts and requests, a line each. */
  readonly happened: readonly string[];
  close(): Promise<void>;
}

/** Opens a page with HTML in it, offline, and watches it: requests, dialogs, errors, messages to the console. */
export async function openPage(html: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await (await launched()).newContext({ offline: true, ...options });
  const page = await context.newPage();
  const happened: string[] = [];
  page.on('dialog', (dialog) => {
    happened.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => happened.push(`error: ${error.message}`));
  page.on('console', (message) => happened.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    if (!/^(?:about|data):/.test(request.url())) happened.push(`request: ${request.url()}`);
  });
  await page.setContent(html, { waitUntil: 'load' });
  return { page, happened, close: () => context.close() };
}
