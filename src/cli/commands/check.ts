import { checkFormats } from '#app/formats.ts';
import { type CommandDefinition, modelOption } from '#cli/definition.ts';

/** `check`: the CI gate. */
export const check: CommandDefinition = {
  name: 'check',
  description: 'validate and check declared systems, answers and reports: the CI gate',
  arguments: [
    {
      name: '[path...]',
      description: 'files, folders or globs; - for standard input (default: everything below this folder)',
      kind: 'file',
    },
  ],
  options: [
    modelOption,
    {
      flags: '--format <format>',
      description: 'output format on stdout',
      choices: checkFormats,
      default: 'text',
    },
    {
      flags: '-o, --output <format=file>',
      description: 'write another format to a file; repeatable',
      kind: 'check-output',
      isRepeatable: true,
      default: [],
    },
    {
      flags: '--verbose',
      description: 'show everything found, including what is suppressed, and the waiver of each finding',
    },
    { flags: '--quiet', description: 'show only what fails' },
    {
      flags: '--waive <check[=place]>',
      description: 'accept the open findings of a check: write waivers into the declared system',
      kind: 'text',
    },
    { flags: '--reason <text>', description: 'with --waive: why it is accepted', kind: 'text' },
    { flags: '--owner <name>', description: 'with --waive: who decided it', kind: 'text' },
    { flags: '--until <date>', description: 'with --waive: the last day, YYYY-MM-DD', kind: 'text' },
    {
      flags: '--path-prefix <folder>',
      description: 'path of this folder in the repository, for github, sarif, gitlab (default: from git)',
      kind: 'folder',
    },
    {
      flags: '--sarif-suppressed',
      description: 'include suppressed findings in sarif; GitHub shows them as open',
    },
    { flags: '--stdin-filename <file>', description: 'file name to report for standard input', kind: 'file' },
    {
      flags: '--config <file>',
      description: 'settings file (default: the nearest .sales-audit.yaml)',
      kind: 'file',
    },
    { flags: '--no-config', description: 'do not read a settings file' },
    { flags: '--print-config', description: 'print the effective settings and exit' },
    {
      flags: '--preset <preset>',
      description: 'base preset of the settings',
      choices: ['relaxed', 'recommended', 'strict'],
    },
    {
      flags: '--fail-severity <severity>',
      description: 'fail on findings of this severity or worse',
      choices: ['error', 'warning', 'info', 'never'],
    },
    { flags: '--max-warnings <n>', description: 'maximum number of warnings', kind: 'text' },
    { flags: '--min-score <score>', description: 'minimum overall score, 0 to 100', kind: 'text' },
    {
      flags: '--min-element <id=score>',
      description: 'minimum score of an element; repeatable',
      kind: 'element=',
      isRepeatable: true,
      default: [],
    },
    {
      flags: '--min-in-place <n>',
      description: 'minimum number of elements in place, for answers',
      kind: 'text',
    },
    {
      flags: '--min-coverage <share>',
      description: 'minimum coverage, 0 to 1, for answers',
      kind: 'text',
    },
    {
      flags: '--max-evidence-age <duration>',
      description: 'maximum age of evidence, such as P12M, for answers',
      kind: 'text',
    },
    {
      flags: '--against <revision|file>',
      description: 'compare scores with a git revision, where this branch left it, or with a file',
      kind: 'file',
    },
    { flags: '--against-tip', description: 'compare with the revision itself instead' },
    {
      flags: '--max-drop <points>',
      description: 'maximum number of points a score may lose since then',
      kind: 'text',
    },
    {
      flags: '--baseline <file>',
      description: 'file of findings that are shown but do not fail',
      kind: 'file',
    },
    { flags: '--no-baseline', description: 'ignore the baseline of the settings' },
    { flags: '--update-baseline', description: 'write the current findings to the baseline' },
    {
      flags: '--prune-baseline',
      description: 'remove baseline entries that no longer match a finding',
    },
  ],
  note: 'Exits with 1 if a finding is severe enough, a floor is missed or a document is invalid.',
  examples: [
    'sales-audit check',
    'sales-audit check sales-system.yaml --fail-severity warning',
    'sales-audit check --format github --output sarif=out.sarif --output junit=out.xml',
    'sales-audit check --min-score 50 --min-element philosophy=50',
    'sales-audit check --against origin/main --max-drop 2',
    'sales-audit check --baseline .sales-audit-baseline.json --update-baseline',
    'sales-audit check --waive coaching/narrow-focus --reason "After the launch" --owner "Ada Lund" --until 2027-01-31',
  ],
  load: async () => (await import('#app/gate/check.ts')).runCheck,
};
