import { roles } from '#domain/model.ts';
import { type CommandDefinition, modelOption } from './definition.ts';

/** `run`: the interview. */
export const run: CommandDefinition = {
  name: 'run',
  description: 'the interview: start or resume; writes answers.yaml and report.yaml (the default)',
  options: [
    modelOption,
    { flags: '--quick', description: 'ask the short set of questions' },
    { flags: '--organization <name>', description: 'name of the audited organization', kind: 'text' },
    { flags: '--role <role>', description: 'seat of the respondent', choices: roles },
    { flags: '--respondent <name>', description: 'name of the respondent', kind: 'text' },
    {
      flags: '--unit <name>',
      description: 'region or team that the respondent speaks for',
      kind: 'text',
    },
    {
      flags: '--answers <file>',
      description: 'where answers are saved after every question',
      kind: 'file',
      default: 'answers.yaml',
    },
    {
      flags: '--report <file>',
      description: 'where the report is written',
      kind: 'file',
      default: 'report.yaml',
    },
    {
      flags: '--system <file>',
      description: 'the declared system: shown beside each question, and scored',
      kind: 'file',
    },
    {
      flags: '--plain',
      description: 'ask by lines without redrawing: screen readers, pipes, simple terminals',
    },
    {
      flags: '--no-input',
      description: 'ask nothing: score a complete answers file or say what is missing',
    },
  ],
  note: 'Every answer is saved at once. Running it again on the same file resumes at the first open question.',
  examples: [
    'sales-audit run --quick --organization "Harbor Instruments"',
    'sales-audit run --answers clients/harbor/answers.yaml --report clients/harbor/report.yaml',
    'sales-audit run --plain < lines.txt',
    'sales-audit run --no-input --answers answers.yaml',
  ],
  load: async () => (await import('#app/interview/run.ts')).run,
};
