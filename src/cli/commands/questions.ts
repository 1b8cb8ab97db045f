import { roles } from '#domain/model.ts';
import { questionFormats } from '#app/formats.ts';
import { type CommandDefinition, modelOption, separatorOption } from '#cli/definition.ts';

/** `questions`: lists the questions. */
export const questions: CommandDefinition = {
  name: 'questions',
  description: 'list the questions of the model',
  options: [
    modelOption,
    {
      flags: '--format <format>',
      description: 'output format',
      choices: questionFormats,
      default: 'text',
    },
    { flags: '--quick', description: 'only the short set' },
    { flags: '--role <role>', description: 'only questions for this role, in its wording', choices: roles },
    { flags: '--element <id>', description: 'only this element', kind: 'element' },
    separatorOption,
    { flags: '-o, --output <file>', description: 'write the list to a file', kind: 'file' },
  ],
  examples: [
    'sales-audit questions',
    'sales-audit questions --quick --role seller',
    'sales-audit questions --format markdown -o questionnaire.md',
    "sales-audit questions --format json | jq -r '.questions[].id'",
  ],
  load: async () => (await import('#app/lookup/questions.ts')).printQuestions,
};
