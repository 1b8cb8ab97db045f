import { suggest } from '#document/schema/suggest.ts';
import { UsageError } from '#domain/errors.ts';
import { type CheckFormat, checkFormats } from '#render/check/index.ts';
import { parseOutput } from '#app/context.ts';
import type { CheckOptions } from './settings.ts';

/** An output of `check`. */
export interface CheckOutput {
  readonly format: CheckFormat;
  /** The file as the person named it; undefined for stdout. */
  readonly file: string | undefined;
}

function parsePair(pair: string): CheckOutput {
  const [format = '', ...rest] = pair.split('=');
  const known = checkFormats.find((each) => each === format);
  const file = rest.join('=');
  if (known !== undefined && file !== '') return { format: known, file: parseOutput(file) };
  const near = suggest(format, checkFormats);
  throw new UsageError(
    `--output takes FORMAT=FILE, not ${JSON.stringify(pair)}.`,
    near === undefined ? `Formats: ${checkFormats.join(', ')}.` : `Did you mean ${near}=${file || 'FILE'}?`,
  );
}

/**
 * Reads the outputs of a run. One of them is stdout: in the format that `--output` gives it, else in that of
 * `--format`. Throws a UsageError if both name one.
 */
export function parseOutputs(options: CheckOptions): CheckOutput[] {
  const named = options.output.map(parsePair);
  const format = checkFormats.find((each) => each === options.format) ?? 'text';
  const printed = named.filter(({ file }) => file === undefined);
  if (options.sarifSuppressed && format !== 'sarif' && named.every((each) => each.format !== 'sarif')) {
    throw new UsageError(
      '--sarif-suppressed is for sarif, but none is written.',
      'Add --output sarif=FILE, or omit --sarif-suppressed.',
    );
  }
  if (printed.length === 0) return [...named, { format, file: undefined }];
  if (printed.length === 1 && format === 'text') return named;
  throw new UsageError('Standard output would be written twice.', 'Write all but one to files.');
}
