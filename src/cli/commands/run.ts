import { roles } from '#domain/model.ts';
import { type CommandDefinition, modelOption } from '#cli/definition.ts';

/** `run`: the interview. */
export const run: CommandDefinition = {
  name: 'run',
  description:
    'start or resume the interview; writes answers.yaml, report.yaml and report.html (the default command)',
  options: [
    modelOption,
    { flags: '--quick', description: 'ask only the short set of questions' },
    { flags: '--organization <name>', description: 'name of the audited organization', kind: 'text' },
    { flags: '--role <role>', description: 'role of the respondent', choices: roles },
    { flags: '--respondent <name>', description: 'name of the respondent', kind: 'text' },
    {
      flags: '--unit <name>',
      description: 'region or team of the respondent',
      kind: 'text',
    },
    {
      flags: '--answers <file>',
      description: 'file for the answers, saved after every question',
      kind: 'file',
      default: 'answers.yaml',
    },
    {
      flags: '--report <file>',
      description: 'file for the report',
      kind: 'file',
      default: 'report.yaml',
    },
    {
      flags: '--page',
      description: 'answer in the browser instead: writes a page beside the answers and opens it',
    },
    { flags: '--no-page', description: 'do not write the report as a page (.html) beside it' },
    {
      flags: '--system <file>',
      description: 'declared system: shown next to each question, and scored',
      kind: 'file',
    },
    {
      flags: '--take-over',
      description: 'continue with answers that an interview on another machine left locked',
    },
    {
      flags: '--plain',
      description: 'prompt line by line without redrawing: for screen readers, pipes, simple terminals',
    },
    {
      flags: '--no-input',
      description: 'ask nothing: score a complete answers file, or report what is missing',
    },
  ],
  note: 'Every answer is saved right away. Run it again with the same file to resume at the first open question. A terminal with fewer than 40 columns or 8 rows gets the questions line by line.',
  examples: [
    'sales-audit run --quick --organization "Harbor Instruments"',
    'sales-audit run --answers clients/harbor/answers.yaml --report clients/harbor/report.yaml',
    'sales-audit run --page --organization "Harbor Instruments"',
    'sales-audit run --plain < lines.txt',
    'sales-audit run --no-input --answers answers.yaml',
  ],
  load: async () => (await import('#app/interview/run.ts')).run,
};
