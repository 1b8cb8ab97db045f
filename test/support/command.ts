import { spawn } from 'node:child_process';
import { bin } from './terminal.ts';

/** What a command printed and how it ended. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  /** null where a signal killed it. */
  readonly exitCode: number | null;
}

/** Runs the built command without a terminal. */
export function runCommand(
  args: readonly string[],
  { cwd, input = '', env = {} }: { cwd: string; input?: string; env?: Readonly<Record<string, string>> },
): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], HOME: cwd, LANG: 'C.UTF-8', TZ: 'UTC', ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ stdout, stderr, exitCode }));
    child.stdin.end(input);
  });
}
