/** Description of the tool in its help and on its man page. */
export const about = {
  summary:
    'How complete is your sales system? An audit of four elements in sequence: philosophy (why do we), process (what to do), method (how to), execution.',
  withoutCommand: 'Without a command it starts or resumes the interview.',
} as const;

/** A command line and its purpose. */
interface Example {
  readonly line: string;
  readonly says?: string;
}

/** Examples for the help of the tool. */
export const examples: readonly Example[] = [
  { line: 'sales-audit --quick', says: 'the short interview, saved in answers.yaml' },
  { line: 'sales-audit score answers.yaml -o report.yaml' },
  { line: 'sales-audit report report.yaml -o report.html -o report.pdf' },
  { line: 'sales-audit explain philosophy --answers answers.yaml' },
  { line: 'sales-audit check', says: 'the committed sales system, as a gate' },
];

/** Exit codes and their meaning. */
export const exitCodes: readonly (readonly [codes: string, means: string])[] = [
  ['0', 'fine'],
  ['1', 'findings, a floor missed or an audited document that is invalid'],
  ['2', 'wrong usage or a file that cannot be read'],
  ['3', 'a bug in the tool'],
  ['129 and 143', 'ended by a signal'],
  ['130', 'Ctrl-C'],
];

/** Files that the tool reads and writes, by their usual names. */
export const files: readonly (readonly [name: string, is: string])[] = [
  [
    'answers.yaml',
    'what one person answered: the draft of the interview and its result, safe to edit by hand',
  ],
  ['report.yaml', 'the scored report; it stands alone'],
  ['sales-system.yaml', 'what the company declares'],
  [
    '.sales-audit.yaml',
    'settings of the gate and the brand of reports; the nearest one, from the folder upwards',
  ],
  ['.sales-audit-baseline.json', 'findings that are shown and do not fail; its name is in the settings'],
];

/** Environment variables that the tool reads. */
export const environment: readonly (readonly [name: string, does: string])[] = [
  ['NO_COLOR', 'where it is set, no color is used; `--color` comes first'],
  ['FORCE_COLOR', 'where it is set and not `0`, color is used without a terminal too'],
  ['TERM', 'where it is `dumb`, the interview asks by lines and nothing is colored'],
  ['COLUMNS', 'width to lay out in where there is no terminal'],
  ['LC_ALL, LC_CTYPE, LANG', 'whether the terminal can show more than ASCII; the first that is set'],
  ['CHROME_PATH', 'the browser that prints a PDF; `--browser` comes first'],
  ['GITHUB_STEP_SUMMARY', 'on GitHub Actions, the file that `check --format github` adds its summary to'],
];
