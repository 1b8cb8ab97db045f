import { writeSync } from 'node:fs';
import { loadMain } from './built-main.ts';
import { version } from './schemas.ts';

/** Writes to standard output without opening a stream over it, which takes longer than all the rest. */
function print(text: string): void {
  try {
    writeSync(1, text);
  } catch {
    // Busy, or closed: nobody has to be there to read it.
    process.stdout.on('error', () => undefined).write(text);
  }
}

/** Runs the tool on this process and resolves with its exit code. What needs nothing else is answered first. */
export async function start(): Promise<number> {
  const [, , first, ...others] = process.argv;
  if (others.length === 0 && (first === '--version' || first === '-V')) {
    print(`${version}\n`);
    return 0;
  }
  return loadMain().main();
}
