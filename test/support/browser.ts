import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { inject } from 'vitest';

let browser: Promise<Browser> | undefined;

/** Connects to the browser that `browser-server.ts` started. Throws where there is none. */
function connect(): Promise<Browser> {
  const address = inject('browser');
  if (address === '') throw new Error('There is no browser on this machine.');
  browser ??= chromium.connect(address);
  return browser;
}

/** A page that is used again and again: opening one takes ten times as long as filling it. */
interface Reused {
  readonly page: Page;
  /** What happened since it was last filled. */
  happened: string[];
}

const pages = new Map<string, Promise<Reused>>();

async function newPage(options: BrowserContextOptions): Promise<Reused> {
  const context = await (await connect()).newContext({ offline: true, ...options });
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

/** What a page did that a report may never do. */
export interface Watched {
  readonly page: Page;
  /** Dialogs, errors, refused scripts and requests, a line each. */
  readonly happened: readonly string[];
}

/**
 * Fills a page with HTML, offline, and watches it: requests, dialogs, errors, messages to the console. There is one
 * page for each set of options, in a new window each time it is filled.
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

/** Address of a page that `serveToTabs` serves. */
const served = 'http://page.test/';

/**
 * Serves a page to tabs that share a storage, as a browser gives it to a page on a disk, and watches them. Nothing else
 * answers a request.
 */
export async function serveToTabs(
  html: string,
  options: BrowserContextOptions = {},
): Promise<{ openTab(): Promise<Page>; happened: string[]; close(): Promise<void> }> {
  const context = await (await connect()).newContext({ acceptDownloads: true, ...options });
  const happened: string[] = [];
  await context.route('**/*', async (route) => {
    if (route.request().url() === served) return route.fulfill({ body: html, contentType: 'text/html' });
    happened.push(`request: ${route.request().url()}`);
    return route.abort();
  });
  return {
    happened,
    openTab: async () => {
      const page = await context.newPage();
      page.on('pageerror', (error) => happened.push(`error: ${error.message}`));
      page.on('console', (message) => happened.push(`console: ${message.text()}`));
      await page.goto(served);
      return page;
    },
    close: () => context.close(),
  };
}
