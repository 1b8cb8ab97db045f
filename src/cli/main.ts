import { InvalidDocumentError, UsageError } from '#domain/errors.ts';
import { type Outcome, decide } from '#domain/verdict.ts';
import { type Host, processHost } from '#io/host.ts';

async function tellFindings(host: Host, error: InvalidDocumentError): Promise<Outcome> {
  const [{ makeContext }, { renderFindings }] = await Promise.all([
    import('./context.ts'),
    import('#render/findings.ts'),
  ]);
  // What colour was asked for is not known any more where the arguments were never parsed.
  const given = host.argv[host.argv.indexOf('--color') + 1];
  const color = host.argv.includes('--color') && (given === 'never' || given === 'always') ? given : 'auto';
  const context = await makeContext(host, { color });
  const { width, theme } = context.canvas('stderr');
  await context.tell(`${renderFindings(error.findings, error.texts, width, theme)}\n\n`);
  return { end: 'invalid', faults: error.findings.length, subject: error.subject };
}

async function outcomeOf(host: Host): Promise<Outcome> {
  try {
    const { runProgram } = await import('./program.ts');
    return await runProgram(host);
  } catch (error) {
    if (error instanceof InvalidDocumentError) return tellFindings(host, error);
    if (error instanceof UsageError) {
      const { safeLines } = await import('#render/escape.ts');
      const lines = [
        ...safeLines(`error: ${error.message}`),
        ...(error.hint === undefined ? [] : safeLines(error.hint)),
      ];
      host.stderr.write(`${lines.join('\n')}\n`);
      return { end: 'unusable' };
    }
    host.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return { end: 'bug' };
  }
}

/** Runs the tool. Resolves with its exit code, where the process is still there, and never throws. */
export async function main(host: Host = processHost()): Promise<number> {
  const { exitCode, text } = decide(await outcomeOf(host));
  if (text !== '') host.stderr.write(`${text}\n`);
  host.leave?.(exitCode);
  return exitCode;
}
