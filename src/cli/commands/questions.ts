import { roles } from '#domain/model.ts';
import { questionFormats } from '../formats.ts';
import { type CommandDefinition, choice, withModel } from './definition.ts';

/** `questions`: what is asked. */
export const questions: CommandDefinition = {
  name: 'questions',
  description: 'list the questions of the model',
  defaults: { format: 'text' },
  define: (command) =>
    withModel(command)
      .addOption(choice(command, '--format <format>', 'format of the list', questionFormats))
      .option('--quick', 'only the short set')
      .addOption(choice(command, '--role <role>', 'only what this seat is asked, in its words', roles))
      .option('--element <id>', 'only one element')
      .option('-o, --output <file>', 'write the list to a file'),
  values: { model: 'model', element: 'element', output: 'file' },
  examples: [
    'sales-audit questions',
    'sales-audit questions --quick --role seller',
    'sales-audit questions --format markdown -o questionnaire.md',
    "sales-audit questions --format json | jq -r '.questions[].id'",
  ],
  load: async () => (await import('../questions.ts')).questions,
};
