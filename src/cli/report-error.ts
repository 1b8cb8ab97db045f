import { InterruptedError, InvalidDocumentError, UsageError } from '#domain/errors.ts';
import type { Outcome } from '#domain/verdict.ts';
import type { ColorChoice, Host } from '#io/host.ts';
import { escapeText } from '#render/escape.ts';
import { renderFindings } from '#render/terminal/findings.ts';
import { makeContext } from '#app/context.ts';

/** Finds the value of `--color` without the parser, which may have failed. */
function findColor({ argv }: Host): ColorChoice {
  if (argv.includes('--no-color')) return 'never';
  const given = argv.includes('--color') ? argv[argv.indexOf('--color') + 1] : undefined;
  return given === 'never' || given === 'always' ? given : 'auto';
}

async function reportFindings(host: Host, error: InvalidDocumentError): Promise<Outcome> {
  const context = await makeContext(host, { color: findColor(host) });
  const { width, theme } = context.getCanvas('stderr');
  await context.show(`${renderFindings(error.findings, error.texts, width, theme)}\n\n`);
  return { end: 'invalid', faults: error.findings.length, subject: error.subject };
}

/** Prints an error to stderr: findings with positions, usage errors with a hint, a bug with its stack trace. */
export async function reportError(host: Host, error: unknown): Promise<Outcome> {
  if (error instanceof InvalidDocumentError) return reportFindings(host, error);
  if (error instanceof UsageError) {
    const { message, hint } = error;
    const lines = [`error: ${message}`, ...(hint === undefined ? [] : [hint])];
    host.stderr.write(`${escapeText(lines.join('\n'))}\n`);
    return { end: 'unusable' };
  }
  if (error instanceof InterruptedError) {
    host.stderr.write('Interrupted. No file was left half written.\n');
    return { end: 'interrupted', by: error.by };
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  host.stderr.write(`${escapeText(trace)}\n`);
  return { end: 'bug' };
}
