import { basename, relative } from 'node:path';

/** The world that a run of the tool sees. Tests give another one. */
export interface Host {
  /** Arguments after the name of the command. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Words that call the tool again, for commands to paste. */
  readonly invocation: readonly string[];
  /** Today in the local time zone, as YYYY-MM-DD. */
  readonly today: () => string;
}

/** Today of a clock in the local time zone, as YYYY-MM-DD. */
function localDate(now: Date): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/** Finds how to call the tool again: by its name if it is installed, else by its script. */
function findInvocation(script: string, cwd: string, env: Host['env']): readonly string[] {
  const name = 'sales-audit';
  if (basename(script) === name) return env['npm_command'] === 'exec' ? ['npx', name] : [name];
  return ['node', relative(cwd, script)];
}

/** A pipe that nobody reads any more ends the output, not the run. */
function tolerant(stream: NodeJS.WriteStream): NodeJS.WriteStream {
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
    // Opened only by a command that reads it.
    get stdin() {
      return process.stdin;
    },
    stdout: tolerant(process.stdout),
    stderr: tolerant(process.stderr),
    invocation: findInvocation(process.argv[1] ?? '', process.cwd(), process.env),
    today: () => localDate(new Date()),
  };
}

/** Columns of a stream, 80 where it is no terminal. */
export function getColumns(stream: Pick<NodeJS.WriteStream, 'columns'>): number {
  return stream.columns > 0 ? stream.columns : 80;
}

/** Whether the locale of an environment can show more than ASCII. */
export function hasUnicode(env: Host['env'], platform: string = process.platform): boolean {
  if (env['TERM'] === 'linux') return false;
  if (platform === 'win32') return env['WT_SESSION'] !== undefined || env['TERM_PROGRAM'] !== undefined;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  // No locale at all is common in containers, whose terminals are UTF-8 all the same.
  return (
    locale === undefined ||
    locale === '' ||
    ['utf-8', 'utf8'].some((name) => locale.toLowerCase().includes(name))
  );
}

/** Whether and how colour is used: what `--color` says, else the usual variables, else the stream. */
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

/** How much colour is used: 0 none, 1 the sixteen basic ones. */
export type ColorLevel = 0 | 1;

/** Value of `--color`. */
export type ColorChoice = 'auto' | 'always' | 'never';

/**
 * Tells the libraries that look at the environment themselves what was decided, once. Both variables set
 * at the same time would make Node print a warning of its own.
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
