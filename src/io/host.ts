import { basename, relative } from 'node:path';
import { isNoTerminal } from './whole.ts';

/** An output of a process. */
export type OutputName = 'stdout' | 'stderr';

/** The world that a run of the tool sees. Tests give another one. */
export interface Host {
  /** Arguments after the name of the command. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Descriptor of an output that is no terminal and was not opened as a stream yet; undefined for any other. */
  readonly unopened?: (name: OutputName) => number | undefined;
  /** Path of the script that runs, where another process can run it too. */
  readonly script?: string;
  /** Whether another process of this program started this one, to answer its messages. */
  readonly isHelper?: boolean;
  /**
   * Ends the process at once where no output was opened as a stream: everything is written then, and clearing up what
   * the system clears up anyway takes longer than many a command. For what has come to its end by itself.
   */
  readonly leave?: (exitCode: number) => void;
  /** How the tool was called, for commands that a person is to type. */
  readonly invocation: string;
  /** Today in the local time zone, as YYYY-MM-DD. */
  readonly today: () => string;
}

/** Today of a clock in the local time zone, as YYYY-MM-DD. */
function localDate(now: Date): string {
  const part = (value: number): string => String(value).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

/** What a person types to call the tool again: its name where it is installed, else the script. */
function invocationOf(script: string, cwd: string, env: Host['env']): string {
  const name = 'sales-audit';
  if (basename(script) === name) return env['npm_command'] === 'exec' ? `npx ${name}` : name;
  return `node ${relative(cwd, script)}`;
}

/** A pipe that nobody reads any more ends the output, not the run. */
function tolerant(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
}

/** The process as a host. Its streams are opened when they are first used: that takes milliseconds. */
export function processHost(): Host {
  const opened: { [name in OutputName]?: NodeJS.WriteStream } = {};
  const script = process.argv[1] ?? '';
  const descriptors = { stdout: 1, stderr: 2 } as const;
  return {
    argv: process.argv.slice(2),
    cwd: process.cwd(),
    env: process.env,
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return (opened.stdout ??= tolerant(process.stdout));
    },
    get stderr() {
      return (opened.stderr ??= tolerant(process.stderr));
    },
    // Elsewhere a pipe cannot be written to at once.
    unopened: (name) =>
      process.platform !== 'win32' && opened[name] === undefined && isNoTerminal(descriptors[name])
        ? descriptors[name]
        : undefined,
    leave: (exitCode) => {
      // oxlint-disable-next-line unicorn/no-process-exit -- nothing is left to be done, by what the host knows
      if (opened.stdout === undefined && opened.stderr === undefined) process.exit(exitCode);
    },
    script,
    isHelper: process.connected,
    get invocation() {
      return invocationOf(script, process.cwd(), process.env);
    },
    today: () => localDate(new Date()),
  };
}

/** Columns of a stream, 80 where it is no terminal. */
export function columnsOf(stream: Pick<NodeJS.WriteStream, 'columns'>): number {
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
export function colorLevel(
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
