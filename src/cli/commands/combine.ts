import { scoreFormats } from '#app/formats.ts';
import { type CommandDefinition, modelOption } from '#cli/definition.ts';

/** `combine`: makes one report of the answers of several respondents. */
export const combine: CommandDefinition = {
  name: 'combine',
  description: 'combine the answers of several respondents into one report, or agree on answers in a session',
  arguments: [
    {
      name: '<answers...>',
      description: 'answers files, one for each respondent; or folders or patterns with them',
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
      flags: '--min-group <number>',
      description: 'smallest number of sellers shown together, at least 3 (default: 5)',
      kind: 'text',
    },
    { flags: '--with-names', description: 'include the names and notes of sellers' },
    {
      flags: '--session',
      description: 'first agree on the questions that people answered differently, largest gap first',
    },
    {
      flags: '--agreed <file>',
      description: 'file for what the team agrees on (default: agreed.answers.yaml beside the answers)',
      kind: 'file',
    },
    {
      flags: '--take-over',
      description: 'continue with a session that another machine left locked',
    },
    {
      flags: '--plain',
      description: 'ask line by line without redrawing: for screen readers, pipes, simple terminals',
    },
    {
      flags: '--format <format>',
      description: 'output format of the report',
      choices: scoreFormats,
      default: 'yaml',
    },
  ],
  note: 'Sellers appear only in groups: nobody can work out from the report or a session what a single seller answered. What a team agrees on takes precedence over individual answers.',
  examples: [
    'sales-audit combine answers -o report.yaml',
    'sales-audit combine answers/*.answers.yaml --system sales-system.yaml -o report.yaml',
    "sales-audit combine --session 'answers/*.answers.yaml'",
    'sales-audit combine leader.answers.yaml seller-*.answers.yaml --min-group 7 --format json',
  ],
  load: async () => (await import('#app/session/run-combine.ts')).combine,
};
