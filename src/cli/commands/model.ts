import { type CommandDefinition, modelOption } from '#cli/definition.ts';

const lint: CommandDefinition = {
  name: 'lint',
  description: 'check a model: schema, references, ids, patterns, messages',
  arguments: [{ name: '<dir>', description: 'the model: a folder, or `de` for German', kind: 'model' }],
  options: [
    {
      ...modelOption,
      description: 'the model that this one builds on, if it is not the shipped one; repeatable',
    },
  ],
  examples: ['sales-audit model lint my-model', 'sales-audit model lint my-french --model my-model'],
  load: async () => (await import('#app/lookup/model.ts')).lint,
};

const create: CommandDefinition = {
  name: 'new',
  description: 'create a custom model',
  arguments: [{ name: '<dir>', description: 'new or empty folder to write to', kind: 'folder' }],
  options: [
    { flags: '--id <id>', description: 'id of the model (default: my-sales-system)', kind: 'text' },
    { flags: '--complete', description: 'copy the whole model instead of extending it' },
    {
      flags: '--language <tag>',
      description: 'write a translation into this language, with every text to translate',
      kind: 'text',
    },
    { ...modelOption, description: 'the model to build on, if it is not the shipped one; repeatable' },
  ],
  examples: [
    'sales-audit model new my-model --id harbor-sales-system',
    'sales-audit run --model my-model',
    'sales-audit model new my-french --language fr --model my-model',
    'sales-audit run --model my-model --model my-french',
  ],
  load: async () => (await import('#app/lookup/model.ts')).create,
};

/** `model`: creates and checks custom models. */
export const model: CommandDefinition = {
  name: 'model',
  description: 'check or create a custom model',
  commands: [lint, create],
};
