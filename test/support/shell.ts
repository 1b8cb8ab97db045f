import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bin } from './package/built.ts';
import { type Printed, runCommand } from './command.ts';
import { makeEmptyFolder } from './folder.ts';
import { type PlainLine, parsePlainLine } from './docs/plain-line.ts';

/** Output of a command, both streams combined, and its exit code. */
interface Ran {
  readonly output: string;
  readonly code: number;
}

/** Runs commands in a temporary folder, as a reader would. */
export interface Shell {
  /** The temporary folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Working directory of the next command. */
  here(): string;
  /**
   * Runs a command without input: `sales-audit` with plain arguments in this process, which saves two thirds of the
   * time, and everything else in bash, where `sales-audit` is the built command. What comes before it, or after a pipe,
   * runs in bash too.
   */
  run(command: string): Promise<Ran>;
}

/** Options for a shell. */
export interface ShellOptions {
  /** Fills the folder. Default: copies the examples. */
  readonly fill?: (folder: string) => Promise<void>;
  /** Whether a `cd` applies to the commands after it. */
  readonly stays?: boolean;
  /** Returns additional variables for a folder. */
  readonly env?: (folder: string) => Readonly<Record<string, string>>;
  /** Date of the clock of every command, YYYY-MM-DD. Default: today. */
  readonly today?: string;
  /** Whether every command runs in bash because the folder has its own build. */
  readonly isBuilt?: boolean;
}

/** Commands that read a file next to the bundle, which is elsewhere in the source. */
const onlyBuilt: ReadonlySet<string> = new Set(['schema']);

async function withExamples(folder: string): Promise<void> {
  await cp('examples', join(folder, 'examples'), { recursive: true });
}

/** Opens a shell with `sales-audit` on the PATH. Its folder is removed after the test. */
export async function openShell(options: ShellOptions = {}): Promise<Shell> {
  const { fill = withExamples, stays = false, env: more = () => ({}), today, isBuilt = false } = options;
  const cwd = await makeEmptyFolder();
  const own = join(cwd, '.bin');
  await mkdir(own);
  await symlink(bin, join(own, 'sales-audit'));
  await fill(cwd);
  const path = `${own}:${process.env['PATH']}`;
  const clock = pathToFileURL(resolve('test/support/terminal/shift-clock.js')).href;
  const env = {
    PATH: path,
    HOME: cwd,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    ...(today !== undefined && { NODE_OPTIONS: `--import=${clock}?today=${today}` }),
    ...more(cwd),
  };
  const place = join(own, 'place');
  let here = cwd;
  const inBash = async (command: string, folder = here): Promise<Ran> => {
    const ran = await new Promise<Ran>((done) => {
      const note = stays ? `trap 'pwd > "${place}"' EXIT` : ':';
      const args = ['-c', `exec 2>&1 </dev/null; ${note}\n${command}`];
      execFile('bash', args, { cwd: folder, env, maxBuffer: 2 ** 26 }, (error, stdout) =>
        done({ output: stdout, code: error === null ? 0 : Number(error.code) }),
      );
    });
    if (stays) here = (await readFile(place, 'utf8')).trim();
    return ran;
  };
  /** Passes the output of a command that ended to a command of bash, as a pipe does. */
  const pipe = async (
    { stdout, stderr, exitCode }: Printed,
    filter: string,
    folder: string,
  ): Promise<Ran> => {
    const file = join(own, 'piped');
    await writeFile(file, stdout);
    const { output, code } = await inBash(
      `piped() { cat '${file}'; return ${exitCode}; }; piped | ${filter}`,
      folder,
    );
    return { output: stderr + output, code };
  };
  /** Runs a line whose `sales-audit` needs no shell. */
  const runPlain = async (line: PlainLine, folder: string): Promise<Ran> => {
    if (stays) here = folder;
    const first = line.before === undefined ? { output: '', code: 0 } : await inBash(line.before, folder);
    if (first.code !== 0 && line.joint === '&&') return first;
    const [before, input] = line.joint === '|' ? ['', first.output] : [first.output, ''];
    let all = '';
    const where = { cwd: folder, env, today, input };
    const printed = await runCommand(line.args, where, (text) => (all += text));
    if (line.filter === undefined) return { output: before + all, code: printed.exitCode ?? -1 };
    const piped = line.isMerged ? { ...printed, stdout: all, stderr: '' } : printed;
    const { output, code } = await pipe(piped, line.filter, folder);
    return { output: before + output, code };
  };
  const run = async (command: string): Promise<Ran> => {
    const line = isBuilt ? undefined : parsePlainLine(command);
    const folder = resolve(here, line?.folder ?? '.');
    const isPlain = line !== undefined && !onlyBuilt.has(line.args[0] ?? '') && existsSync(folder);
    const { output, code } = isPlain ? await runPlain(line, folder) : await inBash(command);
    return { output: output.replaceAll(cwd, '~'), code };
  };
  return { cwd, env, here: () => here, run };
}

/** A command of a session, line by line, and its output. */
export interface Step {
  readonly command: readonly string[];
  readonly output: readonly string[];
}

/** Splits a session at its `$` lines. Lines that start with `> ` continue a command. */
export function parseSteps(session: string): Step[] {
  const steps: { readonly command: string[]; readonly output: string[] }[] = [];
  for (const line of session.split('\n')) {
    const last = steps.at(-1);
    if (line.startsWith('$ ')) steps.push({ command: [line.slice(2)], output: [] });
    else if (line.startsWith('> ') && last?.output.length === 0) last.command.push(line.slice(2));
    else last?.output.push(line);
  }
  return steps;
}

/** Runs a session. Returns every command with its current output, and its exit code if it is not 0. */
export async function playSession(shell: Shell, session: string): Promise<string> {
  const played: string[] = [];
  for (const { command } of parseSteps(session)) {
    const { output, code } = await shell.run(command.join('\n'));
    played.push(command.map((line, place) => `${place === 0 ? '$' : '>'} ${line}`).join('\n'));
    const said = `${output.trimEnd()}${code === 0 ? '' : `\n[exit ${code}]`}`.trim();
    if (said !== '') played.push(said);
  }
  return played.join('\n');
}
