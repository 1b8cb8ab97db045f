import type { ChalkInstance } from 'chalk';
import type { Severity } from '#domain/gate/check-report.ts';
import type { Side } from '#render/report/voices/perception.ts';
import type { Verdict } from '#render/report/wording/verdicts.ts';

type Paint = (text: string) => string;

/** Styles and characters of the terminal output. Color never carries meaning alone. */
export interface Theme {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly accent: Paint;
  /** Label of what is marked. */
  readonly marked: Paint;
  readonly good: Paint;
  readonly warn: Paint;
  readonly bad: Paint;
  /** The loudest style: what is missing. */
  readonly missing: Paint;
  readonly signs: Signs;
}

/** Characters with an ASCII substitute. */
interface Signs {
  readonly pointer: string;
  /** Precedes the further rows of what the pointer marks. */
  readonly edge: string;
  readonly chosen: string;
  readonly done: string;
  readonly rule: string;
  readonly dot: string;
  readonly dash: string;
  readonly ellipsis: string;
  readonly updown: string;
  /** Parts of a bar: shown, only said, open, and the mark of a threshold. */
  readonly bar: {
    readonly shown: string;
    readonly said: string;
    readonly rest: string;
    readonly mark: string;
  };
  /** Signs of the verdicts, so that color is never the only cue. */
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Signs of the sides that see a practice differently. */
  readonly sides: Readonly<Record<Side, string>>;
}

const unicode: Signs = {
  pointer: '❯',
  edge: '│',
  chosen: '●',
  done: '✔',
  rule: '─',
  dot: '·',
  dash: '–',
  ellipsis: '…',
  updown: '↑↓',
  bar: { shown: '█', said: '▒', rest: '·', mark: '│' },
  verdicts: { proven: '●', claimed: '○', partial: '◐', missing: '✖', unknown: '?', 'not-asked': '–' },
  sides: { leader: '▼', managers: '○', sellers: '▲' },
};

const ascii: Signs = {
  pointer: '>',
  edge: '|',
  chosen: '*',
  done: '*',
  rule: '-',
  dot: '|',
  dash: '-',
  ellipsis: '...',
  updown: 'up/down',
  bar: { shown: '#', said: '=', rest: '.', mark: '|' },
  verdicts: { proven: '*', claimed: 'o', partial: '~', missing: 'X', unknown: '?', 'not-asked': '-' },
  sides: { leader: 'v', managers: 'o', sellers: '^' },
};

const leaveUnstyled: Paint = (text) => text;

/**
 * Makes a theme. The `level` of the chalk instance decides about color; without an instance there is none.
 */
export function makeTheme(chalk: ChalkInstance | undefined, hasUnicode: boolean): Theme {
  const signs = hasUnicode ? unicode : ascii;
  if (chalk === undefined) {
    return {
      strong: leaveUnstyled,
      faint: leaveUnstyled,
      accent: leaveUnstyled,
      marked: leaveUnstyled,
      good: leaveUnstyled,
      warn: leaveUnstyled,
      bad: leaveUnstyled,
      missing: leaveUnstyled,
      signs,
    };
  }
  return {
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    accent: (text) => chalk.cyan(text),
    marked: (text) => chalk.bold.cyan.inverse(text),
    good: (text) => chalk.green(text),
    warn: (text) => chalk.yellow(text),
    bad: (text) => chalk.red(text),
    missing: (text) => chalk.bold.red.inverse(text),
    signs,
  };
}

/** Returns the style of a severity. */
export function getPaint(severity: Severity, { bad, accent, faint }: Theme): Paint {
  return { error: bad, warning: accent, info: faint }[severity];
}
