import { relative, resolve } from 'node:path';
import type { ChalkInstance } from 'chalk';
import { describeDayFault } from '#domain/dates.ts';
import { UsageError } from '#domain/errors.ts';
import {
  type ColorChoice,
  type ColorLevel,
  type Host,
  detectColorLevel,
  getColumns,
  hasUnicode,
} from '#io/host.ts';
import { writeFiles } from '#io/write/write-files.ts';
import { writeOutput } from '#io/write/write-output.ts';
import { isStdout } from '#io/write/write-targets.ts';
import { requireReplaceable } from './require-replaceable.ts';
import { escapeText } from '#render/escape.ts';
import { limitWidth } from '#render/terminal/layout.ts';
import { type Theme, makeTheme } from '#render/terminal/theme.ts';

/** Options of every command. */
export interface CommonOptions {
  readonly color?: ColorChoice;
  readonly asOf?: string;
}

/** How wide text is laid out, in columns, and with which colors and signs. */
interface Canvas {
  readonly width: number;
  readonly theme: Theme;
}

/** An output of a command. */
export interface Output {
  /** The file as the person named it; undefined for stdout. */
  readonly file: string | undefined;
  readonly text: string | Uint8Array;
}

/** The environment of a command: streams, day, paths and themes. */
export interface Context {
  readonly host: Host;
  /** The day that the run speaks for, YYYY-MM-DD. */
  readonly asOf: string;
  /** Resolves a path that a person gave. */
  resolvePath(given: string): string;
  /** Returns the width and theme for a stream. */
  getCanvas(stream: 'stdout' | 'stderr'): Canvas;
  /** Returns the width and theme for an output: those of stdout, or of a file: no color, the same width everywhere. */
  getOutputCanvas(output: Output['file']): Canvas;
  /** Writes outputs: all files or none, then stdout. Throws a UsageError if a file cannot be written or replaced. */
  write(outputs: readonly Output[]): Promise<void>;
  /** Writes data to stdout. Resolves once it is accepted, or when the reader is gone. */
  print(data: string | Uint8Array): Promise<void>;
  /** Writes a message to stderr. Escapes it: it may contain names of files, and messages of a model. */
  notify(text: string): Promise<void>;
  /** Writes to stderr what was rendered for it, with colors. */
  show(rendered: string): Promise<void>;
}

/** Makes the context of a command from the host and the options. Throws a UsageError for a wrong date. */
export async function makeContext(host: Host, options: CommonOptions): Promise<Context> {
  const asOf = options.asOf ?? host.today();
  const fault = describeDayFault(asOf);
  if (fault !== undefined) {
    if (options.asOf !== undefined) throw new UsageError(`--as-of ${fault}.`);
    throw new UsageError(
      `This computer's clock says ${asOf}, which is out of range for a report.`,
      'Set the clock, or choose a date with --as-of.',
    );
  }
  const levels = {
    stdout: detectColorLevel(options.color ?? 'auto', host.env, host.stdout),
    stderr: detectColorLevel(options.color ?? 'auto', host.env, host.stderr),
  };
  const isColored = levels.stdout > 0 || levels.stderr > 0;
  const Chalk = isColored ? (await import('chalk')).Chalk : undefined;
  const makeChalk = (level: ColorLevel): ChalkInstance | undefined =>
    Chalk === undefined || level === 0 ? undefined : new Chalk({ level });
  const resolvePath = (given: string): string => resolve(host.cwd, given);
  const print = (data: string | Uint8Array): Promise<void> => writeOutput(host.stdout, data);
  const getCanvas: Context['getCanvas'] = (name) => {
    const screen = host[name];
    const width =
      screen.isTTY || !host.env['COLUMNS'] ? getColumns(screen) : Number(host.env['COLUMNS']) || 80;
    return { width: limitWidth(width), theme: makeTheme(makeChalk(levels[name]), hasUnicode(host.env)) };
  };
  return {
    host,
    asOf,
    resolvePath,
    getCanvas,
    getOutputCanvas: (output) =>
      output === undefined ? getCanvas('stdout') : { width: 100, theme: makeTheme(undefined, true) },
    write: async (outputs) => {
      const files = outputs.flatMap(({ file, text }) =>
        file === undefined ? [] : [{ path: resolvePath(file), name: file, text }],
      );
      await requireReplaceable(files);
      await writeFiles(files);
      for (const { file, text } of outputs) if (file === undefined) await print(text);
    },
    print,
    notify: (text) => writeOutput(host.stderr, escapeText(text)),
    show: (rendered) => writeOutput(host.stderr, rendered),
  };
}

/** Reads the value of `--output FILE`: the file, or undefined for stdout. */
export function parseOutput(output: string | undefined): string | undefined {
  return output === undefined || isStdout(output) ? undefined : output;
}

/** Formats a path for a person: relative if it is inside the working folder. */
export function formatPath(host: Host, path: string): string {
  const short = relative(host.cwd, path);
  return short === '' || short.startsWith('..') ? path : short;
}
