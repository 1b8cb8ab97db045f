import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { isAbsolute, posix, win32 } from 'node:path';
import { UsageError } from '#domain/errors.ts';
import type { Host } from '#io/host.ts';

/** Names of programs that print like Chromium. */
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

/** Environment variable that names a browser. Other tools use the same one. */
const variable = 'CHROME_PATH';

/** Suggested if no browser prints. */
export const otherWay =
  'Or write the page with -o report.html and print it from any browser ("Save as PDF").';

/** Lists where browsers are installed if they are not on the PATH: on macOS and Windows. */
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

/** Lists where a program can be on the PATH. Skips relative folders, which could run a program of a repository. */
function listPlacesOnPath(name: string, platform: string, env: Host['env']): string[] {
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

async function findFirstProgram(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) if (await isProgram(path)) return path;
  return undefined;
}

/** Finds a browser that the user named: by its path, or by its name on the PATH. */
async function findNamed(
  given: string,
  by: string,
  { path, env, platform = process.platform }: Search,
): Promise<string> {
  const onPath = /[/\\]/.test(given) ? [] : listPlacesOnPath(given, platform, env);
  const found = await findFirstProgram([...onPath, path(given)]);
  if (found !== undefined) return found;
  throw new UsageError(
    `${by} does not name an executable program: ${given}.`,
    `Give the path of Chromium, Chrome, Edge or Brave. ${otherWay}`,
  );
}

/** Where to look for a browser. */
export interface Search {
  readonly env: Host['env'];
  /** Resolves a path that the user gave. */
  readonly path: (given: string) => string;
  /** Value of `process.platform`, which is the default. */
  readonly platform?: string;
}

/**
 * Finds an installed browser that prints like Chromium, and returns its path. Throws a UsageError that says where it
 * looked.
 *
 * @param given value of `--browser`
 */
export async function findBrowser(given: string | undefined, search: Search): Promise<string> {
  const { env, platform = process.platform } = search;
  if (given !== undefined) return findNamed(given, '--browser', search);
  const fromVariable = env[variable];
  if (fromVariable) return findNamed(fromVariable, variable, search);
  const found = await findFirstProgram([
    ...names.flatMap((name) => listPlacesOnPath(name, platform, env)),
    ...listUsualPlaces(platform, env),
  ]);
  if (found !== undefined) return found;
  const usual = listUsualPlaces(platform, env).length > 0 ? ', and in the usual folders' : '';
  throw new UsageError(
    'No browser was found to print the PDF.',
    `Looked for ${names.join(', ')} on the PATH${usual}.\nName one with --browser PATH or in ${variable}. ${otherWay}`,
  );
}
