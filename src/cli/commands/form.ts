import { roles } from '#domain/model.ts';
import { formFormats } from '#app/formats.ts';
import { type CommandDefinition, modelOption } from '#cli/definition.ts';

/** `form`: questions for people without a terminal. */
export const form: CommandDefinition = {
  name: 'form',
  description: 'write the questions of a role to fill in: as an offline page, as Markdown or as xlsx',
  options: [
    modelOption,
    { flags: '--role <role>', description: 'role of the respondent', choices: roles },
    { flags: '--unit <name>', description: 'region or team of the respondents', kind: 'text' },
    {
      flags: '--organization <name>',
      description: 'name of the audited organization (default: the form asks for it)',
      kind: 'text',
    },
    { flags: '--quick', description: 'ask only the short set of questions' },
    { flags: '--answers <file>', description: 'answers to prefill', kind: 'file' },
    {
      flags: '--format <format>',
      description: 'format (default: from the file extension, or html)',
      choices: formFormats,
    },
    { flags: '-o, --output <file>', description: 'write the form to a file', kind: 'file' },
  ],
  note: 'The page works offline and sends nothing anywhere. It saves an answers file for `score`, `run` and `check`; `import` creates one from the other formats. Respondents are anonymous unless they give a name.',
  examples: [
    'sales-audit form --role seller --unit South --organization "Harbor Instruments" -o seller-south.html',
    'sales-audit form --role manager --model de -o manager.html',
    'sales-audit form --answers answers.yaml -o leader.html',
    'sales-audit form --role seller -o seller.xlsx',
  ],
  load: async () => (await import('#app/form/form.ts')).writeForm,
};
