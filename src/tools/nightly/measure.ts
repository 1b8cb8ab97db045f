/** Measures a run of the built command. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** What a run took. */
export interface Usage {
  /** Seconds of processor time. */
  readonly seconds: number;
  /** Most memory in use, in megabytes. */
  readonly megabytes: number;
  readonly exitCode: number | null;
  /** What was written to both outputs. */
  readonly printed: string;
}

const preload =
  'data:text/javascript,' +
  encodeURIComponent(
    "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));",
  );

/** Runs the built command, and measures what it takes beyond nothing. */
export function measure(args: readonly string[], cwd: string): Promise<Usage> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--import', preload, resolve('bin/sales-audit.js'), ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    let printed = '';
    let usage = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (data: string) => (printed += data));
    child.stdio[3]?.on('data', (data: Buffer) => (usage += data.toString()));
    child.on('error', fail);
    child.on('close', (exitCode) => {
      const {
        userCPUTime = Infinity,
        systemCPUTime = 0,
        maxRSS = Infinity,
      } = usage === '' ? {} : (JSON.parse(usage) as Partial<NodeJS.ResourceUsage>);
      done({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024, exitCode, printed });
    });
  });
}
