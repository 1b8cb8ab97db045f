import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { pageBrowser } from './programs.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the browser that the tests share; empty where there is none. */
    browser: string;
  }
}

/** Starts one browser for all tests of a project, and closes it after the last of them. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (pageBrowser === undefined) {
    project.provide('browser', '');
    return undefined;
  }
  const server = await chromium.launchServer({
    executablePath: pageBrowser,
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
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
