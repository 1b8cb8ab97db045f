import { type CommandDefinition, modelOption } from '#cli/definition.ts';

/** `import`: answers from filled-in forms. */
export const importCommand: CommandDefinition = {
  name: 'import',
  description: 'turn filled-in forms (Markdown, xlsx) into answers files',
  arguments: [{ name: '<file...>', description: 'filled-in forms', kind: 'file' }],
  options: [
    modelOption,
    {
      flags: '-o, --output <path>',
      description: 'answers file to write, or a folder for those of several forms',
      kind: 'file',
    },
  ],
  note: 'What cannot be read is reported with its line or cell, and the rest is imported; the exit code is then 1. A file that the page of `form` saved already is an answers file, and is copied unchanged.',
  examples: [
    'sales-audit import seller-3.md -o seller-3.answers.yaml',
    'sales-audit import returned/*.xlsx -o answers',
  ],
  load: async () => (await import('#app/form/import.ts')).importForms,
};
