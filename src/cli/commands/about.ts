/** Description of the tool in its help and on its man page. */
export const about = {
  summary:
    'How complete is your sales system? An audit of four elements in sequence: philosophy (why do we), process (what to do), method (how to), execution (how it becomes habit).',
  withoutCommand: 'Without a command, it starts or resumes the interview.',
} as const;

/** A command line and its purpose. */
interface Example {
  readonly line: string;
  readonly description?: string;
}

/** Examples for the help of the tool. */
export const examples: readonly Example[] = [
  { line: 'sales-audit --quick', description: 'the short interview, saved in answers.yaml' },
  { line: 'sales-audit score answers.yaml -o report.yaml' },
  { line: 'sales-audit report report.yaml -o report.html -o report.pdf' },
  { line: 'sales-audit explain philosophy --answers answers.yaml' },
  { line: 'sales-audit check', description: 'the CI gate for a committed sales-system.yaml' },
];

/** Exit codes and their meaning. */
export const exitCodes: readonly (readonly [codes: string, means: string])[] = [
  ['0', 'success'],
  ['1', 'findings, a missed floor or an invalid audited document'],
  ['2', 'usage error, or a file that cannot be read'],
  ['3', 'a bug in the tool'],
  ['129 and 143', 'stopped by a signal'],
  ['130', 'interrupted with Ctrl-C'],
];

/** Files that the tool reads and writes, by their usual names. */
export const files: readonly (readonly [name: string, is: string])[] = [
  ['answers.yaml', 'the answers of one respondent, saved during the interview; safe to edit by hand'],
  ['report.yaml', 'the scored report; self-contained'],
  ['sales-system.yaml', 'what the company declares'],
  [
    '.sales-audit.yaml',
    'settings of the gate and brand of reports; the nearest one in this folder or a folder above',
  ],
  ['.sales-audit-baseline.json', 'findings that are shown but do not fail; the settings name this file'],
];

/** Environment variables that the tool reads. */
export const environment: readonly (readonly [name: string, does: string])[] = [
  ['NO_COLOR', 'if set, disables color; `--color` takes precedence'],
  ['FORCE_COLOR', 'if set and not `0`, enables color even without a terminal'],
  ['TERM', 'if `dumb`, the interview prompts line by line, and color is disabled'],
  ['COLUMNS', 'width of the output if there is no terminal'],
  ['LC_ALL, LC_CTYPE, LANG', 'whether the terminal can show more than ASCII; the first one set counts'],
  ['CHROME_PATH', 'browser for PDFs; `--browser` takes precedence'],
  ['GITHUB_STEP_SUMMARY', 'on GitHub Actions, the file to which `check --format github` appends a summary'],
];
