import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.ts';
import { findBrowser, listUsualPlaces } from '../../../src/io/browser/find-browser.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await makeEmptyFolder();
});

async function program(name: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, '#!/bin/sh\n');
  await chmod(path, 0o755);
  return path;
}

function find(given: string | undefined, env: Readonly<Record<string, string>>): Promise<string> {
  return findBrowser(given, { env, platform: 'linux', path: (path) => resolve(folder, path) });
}

async function refusal(given: string | undefined, env: Readonly<Record<string, string>>): Promise<string> {
  const error = await find(given, env).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw error;
  return `${error.message}\n${error.hint}`;
}

describe('findBrowser', () => {
  it.each([
    [['google-chrome', 'chromium'], 'chromium'],
    [['google-chrome', 'brave-browser'], 'google-chrome'],
    [['msedge'], 'msedge'],
  ])('of %j on the PATH returns %s', async (names, first) => {
    for (const name of names) await program(name);
    expect(await find(undefined, { PATH: `/nowhere:${folder}` })).toBe(join(folder, first));
  });

  it('searches all folders of the PATH', async () => {
    const path = await program('second/chromium');
    expect(await find(undefined, { PATH: `${folder}/first:${folder}/second` })).toBe(path);
  });

  it('skips relative folders of the PATH, which could contain a program of a repository', async () => {
    await program('chromium');
    const here = process.cwd();
    process.chdir(folder);
    try {
      expect(await refusal(undefined, { PATH: '.:' })).toMatch(/^No browser was found/);
    } finally {
      process.chdir(here);
    }
  });

  it('requires an executable file', async () => {
    await mkdir(join(folder, 'chromium'));
    await writeFile(join(folder, 'google-chrome'), '', { mode: 0o644 });
    expect(await refusal(undefined, { PATH: folder })).toMatch(/^No browser was found/);
  });

  it('says what it looked for, and what else to do, if there is no browser', async () => {
    expect(await refusal(undefined, { PATH: folder })).toBe(
      'No browser was found to print the PDF.\n' +
        'Looked for chromium, chromium-browser, google-chrome, google-chrome-stable, chrome, microsoft-edge, msedge, brave-browser on the PATH.\n' +
        'Name one with --browser PATH or in CHROME_PATH. ' +
        'Or write the page with -o report.html and print it from any browser ("Save as PDF").',
    );
  });

  it('prefers a browser that is named by path or by name', async () => {
    await program('chromium');
    const own = await program('own/my-chrome');
    const env = { PATH: `${folder}:${folder}/own`, CHROME_PATH: '/nowhere' };
    expect(await find('own/my-chrome', env)).toBe(own);
    expect(await find('my-chrome', env)).toBe(own);
    expect(await find(own, env)).toBe(own);
  });

  it('prefers a browser that the environment names', async () => {
    await program('chromium');
    const own = await program('own/my-chrome');
    expect(await find(undefined, { PATH: folder, CHROME_PATH: own })).toBe(own);
    // Empty counts as unset.
    expect(await find(undefined, { PATH: folder, CHROME_PATH: '' })).toBe(join(folder, 'chromium'));
  });

  it.each([
    ['--browser', 'nothing', {}],
    ['--browser', './nothing', { CHROME_PATH: '/nowhere' }],
    ['CHROME_PATH', '/nowhere/chrome', { CHROME_PATH: '/nowhere/chrome' }],
  ] as const)('does not fall back if %s names no program', async (by, name, env) => {
    await program('chromium');
    const words = await refusal(by === '--browser' ? name : undefined, { PATH: folder, ...env });
    expect(words).toMatch(`${by} does not name an executable program: ${name}.\n`);
  });
});

describe('listUsualPlaces', () => {
  it('lists applications on macOS, including those of the user', () => {
    const places = listUsualPlaces('darwin', { HOME: '/Users/mt' });
    expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(places).toContain('/Users/mt/Applications/Brave Browser.app/Contents/MacOS/Brave Browser');
  });

  it('lists the three program folders on Windows', () => {
    const places = listUsualPlaces('win32', {
      ProgramFiles: 'C:\\Program Files',
      'ProgramFiles(x86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\mt\\AppData\\Local',
    });
    expect(places).toHaveLength(12);
    expect(places).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(places).toContain('C:\\Users\\mt\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe');
  });

  it('lists nothing elsewhere, and nothing below a variable that is not set', () => {
    expect(listUsualPlaces('linux', { HOME: '/home/mt' })).toEqual([]);
    expect(listUsualPlaces('win32', {})).toEqual([]);
  });
});
