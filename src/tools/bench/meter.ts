import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import type { Sample } from './case.ts';

/** A command to measure. */
export interface Command {
  /** The program, an absolute path, and its arguments. */
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  /** The exit code without which the measurement is worth nothing. */
  readonly exits: number;
}

/** Runs commands and says what they cost. */
export interface Meter {
  /** Whether it knows more than the time. */
  readonly knowsAll: boolean;
  /** null where the command was killed because it took too long. Throws for another exit code than expected. */
  readonly measure: (command: Command) => Promise<Sample | null>;
  readonly close: () => void;
}

/** How long a command may take, in seconds: far beyond what is slow, so that only a hang is ended. */
const patience = 300;
/** How much of what a command printed is shown where it failed, in characters. */
const shown = 1500;

/**
 * Starts a program and waits for it with `wait4`, which tells what it and its children cost, to the microsecond.
 * Node has no such call, and a wrapper for each command would be measured with it.
 */
const waiter = `
import json, os, signal, sys, time
unit = 1 if sys.platform == 'darwin' else 1024
needed = os.wait4, os.posix_spawn, signal.SIGALRM
print('ready', flush=True)
for line in sys.stdin:
    job = json.loads(line)
    os.chdir(job['cwd'])
    null = os.open(os.devnull, os.O_RDONLY)
    out = os.open(job['out'], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    files = [(os.POSIX_SPAWN_DUP2, null, 0), (os.POSIX_SPAWN_DUP2, out, 1), (os.POSIX_SPAWN_DUP2, out, 2)]
    start = time.perf_counter()
    pid = os.posix_spawn(job['argv'][0], job['argv'], job['env'], file_actions=files)
    late = []
    signal.signal(signal.SIGALRM, lambda *_: (late.append(pid), os.kill(pid, signal.SIGKILL)))
    signal.alarm(job['patience'])
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    signal.alarm(0)
    os.close(null)
    os.close(out)
    cpu = usage.ru_utime + usage.ru_stime
    print(json.dumps([wall * 1000, cpu * 1000, usage.ru_maxrss * unit, os.waitstatus_to_exitcode(status), len(late)]), flush=True)
`;

/** What a run gave: wall and processor in milliseconds, memory in bytes, exit code (negative: signal), 1 = late. */
type Reading = readonly [
  wall: number,
  cpu: number | null,
  memory: number | null,
  code: number | null,
  late: number,
];

interface Setting {
  readonly env: Readonly<Record<string, string>>;
  readonly out: string;
}

async function startWaiter(): Promise<
  { child: ChildProcess; ask: (job: string) => Promise<string> } | undefined
> {
  const child = spawn('python3', ['-c', waiter], { stdio: ['pipe', 'pipe', 'ignore'] });
  const { stdin, stdout } = child;
  const gone = once(child, 'close').catch(() => undefined);
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string | undefined> => {
    const line = await Promise.race([lines.next(), gone.then(() => undefined)]);
    return line?.done === false ? line.value : undefined;
  };
  if ((await next()) !== 'ready') return undefined;
  const ask = async (job: string): Promise<string> => {
    stdin.write(`${job}\n`);
    const line = await next();
    if (line === undefined) throw new Error('The program that measures has ended.');
    return line;
  };
  return { child, ask };
}

/** Measures the time alone: what there is without \`wait4\`. */
async function timeOnly({ argv, cwd }: Command, { env, out }: Setting): Promise<Reading> {
  const file = await open(out, 'w', 0o600);
  const [program, ...args] = argv;
  const start = performance.now();
  const child = spawn(program, args, {
    cwd,
    env,
    stdio: ['ignore', file.fd, file.fd],
    timeout: patience * 1000,
    killSignal: 'SIGKILL',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  const wall = performance.now() - start;
  await file.close();
  return [wall, null, null, code, wall >= patience * 1000 ? 1 : 0];
}

/** Starts a meter whose commands see only these variables; what they print goes to a file in the folder. */
export async function startMeter(folder: string, env: Readonly<Record<string, string>>): Promise<Meter> {
  const setting: Setting = { env, out: join(folder, 'printed.txt') };
  const started = await startWaiter();
  const read = async (command: Command): Promise<Reading> => {
    if (started === undefined) return timeOnly(command, setting);
    const { argv, cwd } = command;
    return JSON.parse(await started.ask(JSON.stringify({ argv, cwd, patience, ...setting }))) as Reading;
  };
  return {
    knowsAll: started !== undefined,
    measure: async (command) => {
      const [wall, cpu, memory, code, late] = await read(command);
      if (late > 0) return null;
      if (code !== command.exits) {
        const printed = (await readFile(setting.out, 'utf8')).slice(-shown);
        const { argv } = command;
        throw new Error(`${argv.join(' ')}\nended with ${code} instead of ${command.exits}.\n${printed}`);
      }
      return { wall, cpu, memory: memory === null ? null : memory / 1024 ** 2 };
    },
    close: () => started?.child.kill(),
  };
}
