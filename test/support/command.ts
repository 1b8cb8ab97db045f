import { spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { main } from '#cli/main.ts';
import type { Host } from '#io/host.ts';
import { bin } from './package/built.ts';

/** What a command printed and how it ended. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  /** null where a signal killed it. */
  readonly exitCode: number | null;
}

/** What a command is run with. */
export interface RunOptions {
  readonly cwd: string;
  /** What comes from standard input. */
  readonly input?: string;
  /** Variables besides those of a plain environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The day of its clock, YYYY-MM-DD; today where it is absent. Only for a command in this process. */
  readonly today?: string | undefined;
}

function environment({ cwd, env = {} }: RunOptions): Record<string, string | undefined> {
  return { PATH: process.env['PATH'], HOME: cwd, LANG: 'C.UTF-8', TZ: 'UTC', ...env };
}

/** A stream that is no terminal and hands on what is written to it. */
function streamTo(take: (text: string) => void): NodeJS.WriteStream {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string | Uint8Array, _encoding, done) {
      take(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
      done();
    },
  });
  return stream as NodeJS.WriteStream;
}

/** Variables that the tool sets for the libraries it uses, by what `--color` says. */
const colorVariables = ['NO_COLOR', 'FORCE_COLOR'] as const;

/**
 * Runs the command in this process, without a terminal: as quick as a function call. Its source runs, not what was
 * built.
 *
 * @param take is given each text in the order in which it is written, to whatever stream
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
    env: environment(options),
    stdin: Readable.from([Buffer.from(options.input ?? '')]) as NodeJS.ReadStream,
    stdout: streamTo((text) => {
      stdout += text;
      take(text);
    }),
    stderr: streamTo((text) => {
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
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Runs the built command as a process of its own, without a terminal. */
export function spawnCommand(args: readonly string[], options: RunOptions): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: options.cwd, env: environment(options) });
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
