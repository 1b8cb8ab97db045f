import type { CommandDefinition } from './definition.ts';

const lint: CommandDefinition = {
  name: 'lint',
  description: 'check a model: schema, references, ids, patterns, words',
  define: (command) => command.argument('<dir>', 'folder of the model'),
  values: { dir: 'folder' },
  examples: ['sales-audit model lint my-model'],
  load: async () => (await import('../model.ts')).lint,
};

const create: CommandDefinition = {
  name: 'new',
  description: 'start a model of your own',
  defaults: { id: 'my-sales-system' },
  define: (command) =>
    command
      .argument('<dir>', 'folder to write to, new or empty')
      .option('--id <id>', 'id of the model')
      .option('--complete', 'copy the whole model instead of extending it'),
  values: { dir: 'folder', id: 'text' },
  examples: ['sales-audit model new my-model --id harbor-sales-system', 'sales-audit run --model my-model'],
  load: async () => (await import('../model.ts')).create,
};

/** `model`: other questions than ours. */
export const model: CommandDefinition = {
  name: 'model',
  description: 'check or start a model of your own',
  commands: [lint, create],
};
