import { version } from './schemas.ts';

/** Runs the tool on this process and resolves with its exit code. What needs nothing else is answered first. */
export async function start(): Promise<number> {
  const [, , first, ...others] = process.argv;
  if (others.length === 0 && (first === '--version' || first === '-V')) {
    // Nobody has to be there to read it.
    process.stdout.on('error', () => undefined);
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const { main } = await import('./main.ts');
  return main();
}
