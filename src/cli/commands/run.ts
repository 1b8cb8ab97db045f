import { roles } from '#domain/model.ts';
import { type CommandDefinition, choice, withModel } from './definition.ts';

/** `run`: the interview. */
export const run: CommandDefinition = {
  name: 'run',
  description: 'the interview: start or resume; writes answers.yaml and report.yaml (the default)',
  operands: 'none',
  defaults: { answers: 'answers.yaml', report: 'report.yaml', input: true },
  define: (command) =>
    withModel(command)
      .option('--quick', 'ask the short set of questions')
      .option('--organization <name>', 'name of the audited organization')
      .addOption(choice(command, '--role <role>', 'seat of the respondent', roles))
      .option('--respondent <name>', 'name of the respondent')
      .option('--unit <name>', 'region or team that the respondent speaks for')
      .option('--answers <file>', 'where answers are saved after every question')
      .option('--report <file>', 'where the report is written')
      .option('--system <file>', 'the declared system: shown beside each question, and scored as written')
      .option('--plain', 'ask by lines without redrawing: screen readers, pipes, simple terminals')
      .option('--no-input', 'ask nothing: score a complete answers file or say what is missing'),
  values: {
    model: 'model',
    organization: 'text',
    respondent: 'text',
    unit: 'text',
    answers: 'file',
    report: 'file',
    system: 'file',
  },
  note: 'Every answer is saved at once. Running it again on the same file resumes at the first open question.',
  examples: [
    'sales-audit run --quick --organization "Harbor Instruments"',
    'sales-audit run --answers clients/harbor/answers.yaml --report clients/harbor/report.yaml',
    'sales-audit run --plain < lines.txt',
    'sales-audit run --no-input --answers answers.yaml',
  ],
  load: async () => (await import('../run.ts')).run,
};
