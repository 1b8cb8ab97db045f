import { scoreFormats } from '#app/formats.ts';
import { type CommandDefinition, modelOption } from '#cli/definition.ts';

/** `score`: scores answers and writes a report. */
export const score: CommandDefinition = {
  name: 'score',
  description: 'score answers and write the report; several files are combined',
  arguments: [
    {
      name: '<answers...>',
      description: 'answers file, or - for standard input; several, a folder or a pattern are combined',
      kind: 'file',
    },
  ],
  options: [
    modelOption,
    {
      flags: '-o, --output <file>',
      description: 'write the report to a file and print the summary',
      kind: 'file',
    },
    { flags: '--system <file>', description: 'declared system, for the declared score', kind: 'file' },
    {
      flags: '--format <format>',
      description: 'output format of the report',
      choices: scoreFormats,
      default: 'yaml',
    },
  ],
  examples: [
    'sales-audit score answers.yaml -o report.yaml',
    'sales-audit score answers.yaml --format text',
    'sales-audit score answers.yaml --format json --as-of 2026-11-23 | jq .summary',
    'cat answers.yaml | sales-audit score -',
  ],
  load: async () => (await import('#app/report/score.ts')).score,
};
