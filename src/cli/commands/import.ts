import { type CommandDefinition, modelOption } from '#cli/definition.ts';

/** `import`: forms that came back. */
export const importCommand: CommandDefinition = {
  name: 'import',
  description: 'turn filled-in forms (Markdown, xlsx) into answers files',
  arguments: [{ name: '<file...>', description: 'forms that came back', kind: 'file' }],
  options: [
    modelOption,
    {
      flags: '-o, --output <path>',
      description: 'answers file, or the folder for the answers files of several forms',
      kind: 'file',
    },
  ],
  note: 'What cannot be read is named with its line or cell, the rest is kept, and the exit code is 1. What the page of `form` saves already is an answers file, and stays as it is.',
  examples: [
    'sales-audit import seller-3.md -o seller-3.answers.yaml',
    'sales-audit import returned/*.xlsx -o answers',
  ],
  load: async () => (await import('#app/form/import.ts')).importForms,
};
