import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program that some tests need, besides Node, git and bash. */
export interface Program {
  /** Tag of the tests that need it. */
  readonly tag: string;
  /** Purpose of the program. */
  readonly use: string;
  /** Path of the program; undefined if it is not installed. */
  readonly path: string | undefined;
}

/** Finds the first existing file among absolute paths and names on the PATH. */
function find(...places: readonly (string | undefined)[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return places
    .flatMap((place = '') => {
      if (place === '') return [];
      return place.includes('/') ? [place] : folders.map((folder) => join(folder, place));
    })
    .find((path) => existsSync(path));
}

/** Finds a version of Node: this one, that of a variable such as `NODE_22_PATH`, or one on the PATH, such as `node22`. */
function findNode(major: string): string | undefined {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  return find(process.env[`NODE_${major}_PATH`], `node${major}`, `node-${major}`);
}

const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const libreOffice = '/Applications/LibreOffice.app/Contents/MacOS/soffice';

/** All programs that some tests need, with their paths. */
export const programs = [
  {
    tag: 'browser',
    use: 'Chromium: pages, pictures and PDFs as a reader sees them',
    path: find(process.env['CHROME_PATH'], 'chromium', 'chromium-browser', 'google-chrome', chrome),
  },
  {
    tag: 'spreadsheet',
    use: 'LibreOffice: what a spreadsheet makes of the tables',
    path: find(process.env['SOFFICE_PATH'], 'soffice', libreOffice),
  },
  {
    tag: 'office',
    use: 'LibreOffice Impress and Writer: what office programs make of slides and documents',
    path: find('loimpress') && find('lowriter') && find(process.env['SOFFICE_PATH'], 'soffice', libreOffice),
  },
  { tag: 'pdfinfo', use: 'Poppler: what is in a PDF', path: find('pdfinfo') },
  { tag: 'node-20', use: 'the package on Node 20', path: findNode('20') },
  { tag: 'node-22', use: 'the package on Node 22', path: findNode('22') },
  { tag: 'node-24', use: 'the package on Node 24', path: findNode('24') },
  { tag: 'bash', use: 'completion in bash', path: find('bash') },
  { tag: 'zsh', use: 'completion in zsh', path: find('zsh') },
  { tag: 'fish', use: 'completion in fish', path: find('fish') },
  { tag: 'mandoc', use: 'the manual page', path: find('mandoc') },
  { tag: 'groff', use: 'the manual page, typeset', path: find('groff') },
  { tag: 'pre-commit', use: 'the hook for pre-commit', path: find('pre-commit') },
  { tag: 'full-device', use: '/dev/full: a disk that is full', path: find('/dev/full') },
  { tag: 'xmllint', use: 'the official schema of JUnit', path: find('xmllint') },
] as const satisfies readonly Program[];

/**
 * Browser that opens pages: Chromium without its windows, where it is installed, which takes two thirds of the time. PDFs
 * are always printed by the browser that readers have. Undefined if there is none of them.
 */
export const pageBrowser =
  find(process.env['CHROME_PATH'], 'chromium-headless-shell') ??
  programs.find(({ tag }) => tag === 'browser')?.path;

/** Tag of the tests that need a program. */
type Tag = (typeof programs)[number]['tag'];

/** Returns the path of a program, for a test with its tag. Throws if it is not installed. */
export function getProgramPath(tag: Tag): string {
  const path = programs.find((program) => program.tag === tag)?.path;
  if (path === undefined) throw new Error(`There is no ${tag} on this machine.`);
  return path;
}
