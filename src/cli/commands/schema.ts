import { schemaKinds } from '#app/version.ts';
import type { CommandDefinition } from '#cli/definition.ts';

/** `schema`: prints a JSON Schema. */
export const schema: CommandDefinition = {
  name: 'schema',
  description: 'print the JSON Schema of a kind of document',
  arguments: [{ name: '<kind>', description: 'kind of document', choices: schemaKinds }],
  examples: ['sales-audit schema answers > answers.schema.json'],
  load: async () => (await import('#app/lookup/schema.ts')).printSchema,
};
