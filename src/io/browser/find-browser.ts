import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { isAbsolute, posix, win32 } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import type { Host } from '#io/host.ts';

/** Names of programs that print as Chromium does. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
  'brave-browser',
] as const;

const applications = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];

const programs = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

/** Variable of the environment that names a browser, as other tools have it. */
const variable = 'CHROME_PATH';

/** What can be done where no browser prints. */
export const otherWay =
  'Or write the page with -o report.html and print it from any browser ("Save as PDF").';

/** Where browsers are installed when they are not on the PATH: macOS and Windows. */
export function listUsualPlaces(platform: string, env: Host['env']): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env['HOME'] ? [posix.join(env['HOME'], 'Applications')] : [])];
    return folders.flatMap((folder) =>
      applications.map((name) => posix.join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  if (platform !== 'win32') return [];
  const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
  return folders.flatMap((folder) => (folder ? programs.map((path) => win32.join(folder, path)) : []));
}

/** Where a program of a name can be: a relative folder in PATH would run one that a repository brings along. */
function placesOnPath(name: string, platform: string, env: Host['env']): string[] {
  const { delimiter, join } = platform === 'win32' ? win32 : posix;
  return (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, platform === 'win32' ? `${name}.exe` : name));
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function firstProgram(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await isProgram(path)) return path;
  return undefined;
}

/** The browser that somebody named: a path, or a name on the PATH. */
async function named(
  given: string,
  by: string,
  { path, env, platform = process.platform }: Search,
): Promise<string> {
  const onPath = /[/\\]/.test(given) ? [] : placesOnPath(given, platform, env);
  const found = await firstProgram([...onPath, path(given)]);
  if (found !== undefined) return found;
  throw new UsageError(
    `${by} names no program that can be run: ${given}.`,
    `Give the path of Chromium, Chrome, Edge or Brave. ${otherWay}`,
  );
}

/** Where a browser is looked for. */
export interface Search {
  readonly env: Host['env'];
  /** Absolute path of a path that a person gave. */
  readonly path: (given: string) => string;
  /** As Node names it; that of this machine where it is absent. */
  readonly platform?: string;
}

/**
 * Path of an installed browser that prints as Chromium does. Throws a UsageError that says where was looked.
 *
 * @param given what `--browser` says, where it was given
 */
export async function findBrowser(given: string | undefined, search: Search): Promise<string> {
  const { env, platform = process.platform } = search;
  if (given !== undefined) return named(given, '--browser', search);
  const fromVariable = env[variable];
  if (fromVariable) return named(fromVariable, variable, search);
  const found = await firstProgram([
    ...names.flatMap((name) => placesOnPath(name, platform, env)),
    ...listUsualPlaces(platform, env),
  ]);
  if (found !== undefined) return found;
  const usual = listUsualPlaces(platform, env).length > 0 ? ', and in the usual folders' : '';
  throw new UsageError(
    'There is no browser to print the PDF with.',
    `Looked for ${names.join(', ')} on the PATH${usual}.\nName one with --browser PATH or in ${variable}. ${otherWay}`,
  );
}
