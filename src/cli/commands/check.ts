import { checkFormats } from '#app/formats.ts';
import { type CommandDefinition, modelOption } from './definition.ts';

/** `check`: the CI gate. */
export const check: CommandDefinition = {
  name: 'check',
  description: 'validate and check declared systems, answers and reports: the gate for CI',
  arguments: [
    {
      name: '[path...]',
      description: 'files, folders or globs; - for standard input; nothing for all below this folder',
      kind: 'file',
    },
  ],
  options: [
    modelOption,
    { flags: '--format <format>', description: 'format on stdout', choices: checkFormats, default: 'text' },
    {
      flags: '-o, --output <format=file>',
      description: 'another format into a file; repeatable',
      kind: 'check-output',
      isRepeatable: true,
      default: [],
    },
    { flags: '--stdin-filename <file>', description: 'what to call standard input', kind: 'file' },
    {
      flags: '--config <file>',
      description: 'settings (default: the nearest .sales-audit.yaml)',
      kind: 'file',
    },
    { flags: '--no-config', description: 'use no settings file' },
    { flags: '--print-config', description: 'print the settings that would be used, and stop' },
    {
      flags: '--preset <preset>',
      description: 'where settings start from',
      choices: ['relaxed', 'recommended', 'strict'],
    },
    {
      flags: '--fail-severity <severity>',
      description: 'findings of this severity or worse fail',
      choices: ['error', 'warning', 'info', 'never'],
    },
    { flags: '--max-warnings <n>', description: 'the most warnings that are let pass', kind: 'text' },
    { flags: '--min-score <score>', description: 'the lowest overall score, 0 to 100', kind: 'text' },
    {
      flags: '--min-element <id=score>',
      description: 'the lowest score of an element; repeatable',
      kind: 'element=',
      isRepeatable: true,
      default: [],
    },
    { flags: '--min-in-place <n>', description: 'the fewest elements in place, of answers', kind: 'text' },
    {
      flags: '--min-coverage <share>',
      description: 'the lowest coverage, 0 to 1, of answers',
      kind: 'text',
    },
    {
      flags: '--max-evidence-age <duration>',
      description: 'the oldest evidence of answers, such as P12M',
      kind: 'text',
    },
    {
      flags: '--against <file|revision>',
      description: 'compare scores with an earlier state',
      kind: 'file',
    },
    {
      flags: '--max-drop <points>',
      description: 'the most points that a score may lose against it',
      kind: 'text',
    },
    {
      flags: '--baseline <file>',
      description: 'findings listed there are shown, but do not fail',
      kind: 'file',
    },
    { flags: '--no-baseline', description: 'ignore the baseline of the settings' },
    { flags: '--update-baseline', description: 'write what is found now into the baseline' },
  ],
  note: 'Exits 1 where a finding is severe enough, a floor is missed or a document is invalid.',
  examples: [
    'sales-audit check',
    'sales-audit check sales-system.yaml --fail-severity warning',
    'sales-audit check --format github --output sarif=out.sarif --output junit=out.xml',
    'sales-audit check --min-score 50 --min-element philosophy=50',
    'sales-audit check --against origin/main --max-drop 2',
    'sales-audit check --baseline .sales-audit-baseline.json --update-baseline',
  ],
  load: async () => (await import('#app/gate/check.ts')).runCheck,
};
