import { scoreFormats } from '../formats.ts';
import { type CommandDefinition, choice, withModel } from './definition.ts';

/** `score`: answers in, report out. */
export const score: CommandDefinition = {
  name: 'score',
  description: 'score a file of answers and write the report',
  operands: 'some',
  defaults: { format: 'yaml' },
  define: (command) =>
    withModel(command)
      .argument('<answers...>', 'file of answers, or - for standard input')
      .option('-o, --output <file>', 'write the report to a file and print the summary')
      .option('--system <file>', 'the declared system, for the written score')
      .addOption(choice(command, '--format <format>', 'format of the report', scoreFormats)),
  values: { answers: 'file', model: 'model', output: 'file', system: 'file' },
  examples: [
    'sales-audit score answers.yaml -o report.yaml',
    'sales-audit score answers.yaml --format text',
    'sales-audit score answers.yaml --format json --as-of 2026-11-23 | jq .summary',
    'cat answers.yaml | sales-audit score -',
  ],
  load: async () => (await import('../score.ts')).score,
};
