import { spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { main } from '#cli/main.ts';
import { clearGitCache } from '#io/git/git.ts';
import type { Host } from '#io/host.ts';
import { bin } from './package/built.ts';

/** Output and exit code of a command. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  /** null if a signal killed it. */
  readonly exitCode: number | null;
}

/** Options for running a command. */
export interface RunOptions {
  readonly cwd: string;
  /** Standard input. */
  readonly input?: string;
  /** Additional environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** Date of its clock, YYYY-MM-DD. Default: today. Only for commands in this process. */
  readonly today?: string | undefined;
}

function makeEnvironment({ cwd, env = {} }: RunOptions): Record<string, string | undefined> {
  return { PATH: process.env['PATH'], HOME: cwd, LANG: 'C.UTF-8', TZ: 'UTC', ...env };
}

/** Makes a stream that is no terminal and passes each write to a function. */
function makeStream(take: (text: string) => void): NodeJS.WriteStream {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string | Uint8Array, _encoding, done) {
      take(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
      done();
    },
  });
  return stream as NodeJS.WriteStream;
}

/** Variables that the tool sets for its libraries, depending on `--color`. */
const colorVariables = ['NO_COLOR', 'FORCE_COLOR'] as const;

/**
 * Runs the command in this process, without a terminal, which is as fast as a function call. Runs the source, not the
 * build. Nothing is cached for the next command, as in a new process.
 *
 * @param take called with each write, in order, to either stream
 */
export async function runCommand(
  args: readonly string[],
  options: RunOptions,
  take: (text: string) => void = () => undefined,
): Promise<Printed> {
  let stdout = '';
  let stderr = '';
  const host: Host = {
    argv: args,
    cwd: options.cwd,
    env: makeEnvironment(options),
    stdin: Readable.from([Buffer.from(options.input ?? '')]) as NodeJS.ReadStream,
    stdout: makeStream((text) => {
      stdout += text;
      take(text);
    }),
    stderr: makeStream((text) => {
      stderr += text;
      take(text);
    }),
    invocation: ['sales-audit'],
    today: () => options.today ?? new Date().toISOString().slice(0, 10),
  };
  const before = colorVariables.map((name) => [name, process.env[name]] as const);
  try {
    return { exitCode: await main(host), stdout, stderr };
  } finally {
    clearGitCache();
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Runs the built command in a new process, without a terminal. */
export function spawnCommand(args: readonly string[], options: RunOptions): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: options.cwd,
      env: makeEnvironment(options),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ stdout, stderr, exitCode }));
    child.stdin.end(options.input ?? '');
  });
}
