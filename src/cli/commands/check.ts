import { checkFormats } from '../formats.ts';
import { type CommandDefinition, choice, collect, withModel } from './definition.ts';

const presets = ['relaxed', 'recommended', 'strict'];
const failSeverities = ['error', 'warning', 'info', 'never'];

/** `check`: the gate. */
export const check: CommandDefinition = {
  name: 'check',
  description: 'validate and check declared systems, answers and reports: the gate for CI',
  operands: 'any',
  defaults: { format: 'text', output: [], minElement: [] },
  define: (command) =>
    withModel(command)
      .argument(
        '[path...]',
        'files, folders or globs; - for standard input; nothing for all below this folder',
      )
      .addOption(choice(command, '--format <format>', 'format on stdout', checkFormats))
      .option('-o, --output <format=file>', 'another format into a file; repeatable', collect)
      .option('--stdin-filename <file>', 'what to call standard input')
      .option('--config <file>', 'settings (default: the nearest .sales-audit.yaml)')
      .option('--no-config', 'use no settings file')
      .option('--print-config', 'print the settings that would be used, and stop')
      .addOption(choice(command, '--preset <preset>', 'where settings start from', presets))
      .addOption(
        choice(
          command,
          '--fail-severity <severity>',
          'findings of this severity or worse fail',
          failSeverities,
        ),
      )
      .option('--max-warnings <n>', 'the most warnings that are let pass')
      .option('--min-score <score>', 'the lowest overall score, 0 to 100')
      .option('--min-element <id=score>', 'the lowest score of an element; repeatable', collect)
      .option('--min-in-place <n>', 'the fewest elements in place, of answers')
      .option('--min-coverage <share>', 'the lowest coverage, 0 to 1, of answers')
      .option('--max-evidence-age <duration>', 'the oldest evidence of answers, such as P12M')
      .option('--against <file|revision>', 'compare scores with an earlier state')
      .option('--max-drop <points>', 'the most points that a score may lose against it')
      .option('--baseline <file>', 'findings listed there are shown, but do not fail')
      .option('--no-baseline', 'ignore the baseline of the settings')
      .option('--update-baseline', 'write what is found now into the baseline'),
  values: {
    path: 'file',
    model: 'model',
    output: 'check-output',
    stdinFilename: 'file',
    config: 'file',
    maxWarnings: 'text',
    minScore: 'text',
    minElement: 'element=',
    minInPlace: 'text',
    minCoverage: 'text',
    maxEvidenceAge: 'text',
    against: 'file',
    maxDrop: 'text',
    baseline: 'file',
  },
  note: 'Exits 1 where a finding is severe enough, a floor is missed or a document is invalid.',
  examples: [
    'sales-audit check',
    'sales-audit check sales-system.yaml --fail-severity warning',
    'sales-audit check --format github --output sarif=out.sarif --output junit=out.xml',
    'sales-audit check --min-score 50 --min-element philosophy=50',
    'sales-audit check --against origin/main --max-drop 2',
    'sales-audit check --baseline .sales-audit-baseline.json --update-baseline',
  ],
  load: async () => (await import('../check.ts')).runCheck,
};
