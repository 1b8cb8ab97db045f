import { type Outcome, decide } from '#domain/verdict.ts';
import { type Host, makeProcessHost } from '#io/host.ts';
import { writeOutput } from '#io/write/write-output.ts';
import { version } from '#app/version.ts';

async function run(host: Host): Promise<Outcome> {
  const [first, ...others] = host.argv;
  try {
    // Avoid loading the program.
    if (others.length === 0 && (first === '--version' || first === '-V')) {
      await writeOutput(host.stdout, `${version}\n`);
      return { end: 'done' };
    }
    const { runProgram } = await import('./program.ts');
    return await runProgram(host);
  } catch (error) {
    const { reportError } = await import('./report-error.ts');
    return reportError(host, error);
  }
}

/** Runs the tool. Resolves with its exit code and never rejects. */
export async function main(host: Host = makeProcessHost()): Promise<number> {
  const { exitCode, text } = decide(await run(host));
  if (text !== '') host.stderr.write(`${text}\n`);
  return exitCode;
}
