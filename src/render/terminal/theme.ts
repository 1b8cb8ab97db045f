import type { ChalkInstance } from 'chalk';
import type { Severity } from '#domain/gate/check-report.ts';

type Paint = (text: string) => string;

/** How text is emphasized and which signs are drawn. Meaning never rests on colour alone. */
export interface Theme {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly accent: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly signs: Signs;
}

/** Signs that a terminal without Unicode replaces. */
interface Signs {
  readonly pointer: string;
  readonly chosen: string;
  readonly done: string;
  readonly rule: string;
  readonly dot: string;
  readonly dash: string;
  readonly ellipsis: string;
  readonly updown: string;
  /** Of a bar: what can be shown, what is only said, what is open. */
  readonly bar: { readonly shown: string; readonly said: string; readonly rest: string };
}

const unicode: Signs = {
  pointer: '❯',
  chosen: '●',
  done: '✔',
  rule: '─',
  dot: '·',
  dash: '–',
  ellipsis: '…',
  updown: '↑↓',
  bar: { shown: '█', said: '▒', rest: '·' },
};

const ascii: Signs = {
  pointer: '>',
  chosen: '*',
  done: '*',
  rule: '-',
  dot: '|',
  dash: '-',
  ellipsis: '...',
  updown: 'up/down',
  bar: { shown: '#', said: '=', rest: '.' },
};

const asItIs: Paint = (text) => text;

/** A theme over a chalk instance, whose `level` decides whether there is any colour; without one there is none. */
export function makeTheme(chalk: ChalkInstance | undefined, hasUnicode: boolean): Theme {
  const signs = hasUnicode ? unicode : ascii;
  if (chalk === undefined) {
    return { strong: asItIs, faint: asItIs, accent: asItIs, good: asItIs, bad: asItIs, signs };
  }
  return {
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    accent: (text) => chalk.cyan(text),
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red(text),
    signs,
  };
}

/** How the severity of a finding is painted. */
export function getPaint(severity: Severity, { bad, accent, faint }: Theme): Paint {
  return { error: bad, warning: accent, info: faint }[severity];
}
