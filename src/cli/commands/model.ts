import type { CommandDefinition } from './definition.ts';

const lint: CommandDefinition = {
  name: 'lint',
  description: 'check a model: schema, references, ids, patterns, messages',
  arguments: [{ name: '<dir>', description: 'folder of the model', kind: 'folder' }],
  examples: ['sales-audit model lint my-model'],
  load: async () => (await import('#app/lookup/model.ts')).lint,
};

const create: CommandDefinition = {
  name: 'new',
  description: 'create a custom model',
  arguments: [{ name: '<dir>', description: 'new or empty folder to write to', kind: 'folder' }],
  options: [
    { flags: '--id <id>', description: 'id of the model', kind: 'text', default: 'my-sales-system' },
    { flags: '--complete', description: 'copy the whole model instead of extending it' },
  ],
  examples: ['sales-audit model new my-model --id harbor-sales-system', 'sales-audit run --model my-model'],
  load: async () => (await import('#app/lookup/model.ts')).create,
};

/** `model`: creates and checks custom models. */
export const model: CommandDefinition = {
  name: 'model',
  description: 'check or create a custom model',
  commands: [lint, create],
};
