import { existsSync } from 'node:fs';
import { basename, delimiter, join, relative } from 'node:path';
import type { Shell } from '#domain/shell.ts';
import { detectShell } from './detect-shell.ts';

/** The environment of a run. Tests pass their own. */
export interface Host {
  /** Command-line arguments, without Node and the script. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** The start of a command line that calls the tool again, for commands to paste. */
  readonly invocation: readonly string[];
  /** The shell that these commands are for. */
  readonly shell: Shell;
  /** Returns today in the local time zone, as YYYY-MM-DD. */
  readonly today: () => string;
}

/** Formats a date in the local time zone, as YYYY-MM-DD. */
function formatLocalDate(now: Date): string {
  const formatPart = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${formatPart(now.getMonth() + 1)}-${formatPart(now.getDate())}`;
}

/** Returns whether a shell finds a script by its name. */
function isOnPath(script: string, env: Host['env']): boolean {
  const places = (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, basename(script)));
  return places.find((place) => existsSync(place)) === script;
}

/**
 * Returns the start of a command line that calls the tool again: its name where the shell finds it, npx in a command of
 * npm, pnpm or yarn, which have a PATH of their own, else the script.
 */
export function detectInvocation(script: string, cwd: string, env: Host['env']): readonly string[] {
  const name = 'sales-audit';
  if (basename(script) === name) {
    const isNpm = env['npm_command'] !== undefined || env['npm_config_user_agent'] !== undefined;
    if (isNpm) return ['npx', name];
    if (isOnPath(script, env)) return [name];
  }
  return ['node', relative(cwd, script)];
}

/** Ignores a closed pipe or terminal: it ends the output, not the run. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
}

/** Makes the host of this process. */
export function makeProcessHost(): Host {
  return {
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    // Node opens stdin on first access, so only commands that read it do.
    get stdin() {
      return process.stdin;
    },
    stdout: ignoreClosedPipe(process.stdout),
    stderr: ignoreClosedPipe(process.stderr),
    invocation: detectInvocation(process.argv[1] ?? '', process.cwd(), process.env),
    shell: detectShell(process.env),
    today: () => formatLocalDate(new Date()),
  };
}

/** Returns the width of a stream in columns; 80 if it is not a terminal. */
export function getColumns(stream: Pick<NodeJS.WriteStream, 'columns'>): number {
  return stream.columns > 0 ? stream.columns : 80;
}

/** Returns the words of the command that opens a file in the program of the desktop for it, without the file. */
export function getOpener(shell: Shell, platform: string = process.platform): readonly string[] {
  if (platform === 'darwin') return ['open'];
  if (platform !== 'win32') return ['xdg-open'];
  // cmd takes the first quoted word for the title of a window.
  return shell === 'cmd' ? ['start', ''] : ['start'];
}

/** The smallest terminal that prompts are redrawn on. Below it, questions are asked line by line. */
export const smallestTerminal = { columns: 40, rows: 8 } as const;

/** Returns whether a terminal is too small for prompts that redraw themselves. One of unknown size is not. */
export function isTooSmall({ columns, rows }: Pick<NodeJS.WriteStream, 'columns' | 'rows'>): boolean {
  return (columns > 0 && columns < smallestTerminal.columns) || (rows > 0 && rows < smallestTerminal.rows);
}

/** Returns whether prompts can redraw themselves: on a terminal that is large enough and moves its cursor. */
export function canRedraw({ stdin, stderr, env }: Pick<Host, 'stdin' | 'stderr' | 'env'>): boolean {
  return stdin.isTTY && stderr.isTTY && env['TERM'] !== 'dumb' && !isTooSmall(stderr);
}

/** Returns whether the locale can show more than ASCII. */
export function hasUnicode(env: Host['env'], platform: string = process.platform): boolean {
  if (env['TERM'] === 'linux') return false;
  if (platform === 'win32') return env['WT_SESSION'] !== undefined || env['TERM_PROGRAM'] !== undefined;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  // Containers often have no locale, but their terminals are UTF-8.
  return (
    locale === undefined ||
    locale === '' ||
    ['utf-8', 'utf8'].some((name) => locale.toLowerCase().includes(name))
  );
}

/** Decides whether to use color: by `--color`, else by the usual variables, else by the stream. */
export function detectColorLevel(
  choice: ColorChoice,
  env: Host['env'],
  stream: Pick<NodeJS.WriteStream, 'isTTY'>,
): ColorLevel {
  if (choice === 'never') return 0;
  if (choice === 'always') return 1;
  if (env['NO_COLOR']) return 0;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced === '0' || forced === 'false' ? 0 : 1;
  return stream.isTTY && env['TERM'] !== 'dumb' ? 1 : 0;
}

/** Color level: 0 for none, 1 for the sixteen basic colors. */
export type ColorLevel = 0 | 1;

/** Value of `--color`. */
export type ColorChoice = 'auto' | 'always' | 'never';

/**
 * Passes the color level to libraries that read the environment themselves. Sets only one of the two variables,
 * because Node prints a warning if both are set.
 */
export function announceColor(level: ColorLevel): void {
  if (level === 0) {
    delete process.env['FORCE_COLOR'];
    process.env['NO_COLOR'] = '1';
  } else {
    delete process.env['NO_COLOR'];
    process.env['FORCE_COLOR'] = String(level);
  }
}
