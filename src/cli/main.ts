import { type Outcome, decide } from '#domain/verdict.ts';
import { type Host, processHost } from '#io/host.ts';
import { version } from './schemas.ts';

async function findOutcome(host: Host): Promise<Outcome> {
  try {
    const { runProgram } = await import('./program.ts');
    return await runProgram(host);
  } catch (error) {
    const { reportError } = await import('./report-error.ts');
    return reportError(host, error);
  }
}

/** Runs the tool. Resolves with its exit code and never rejects. */
export async function main(host: Host = processHost()): Promise<number> {
  const [first, ...others] = host.argv;
  // Answered before the rest is loaded.
  if (others.length === 0 && (first === '--version' || first === '-V')) {
    host.stdout.write(`${version}\n`);
    return 0;
  }
  const { exitCode, text } = decide(await findOutcome(host));
  if (text !== '') host.stderr.write(`${text}\n`);
  return exitCode;
}
