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
      description: 'answers file, or the folder for the answers files of several forms',
      kind: 'file',
    },
  ],
  note: 'If something cannot be read, the line or cell is named, the rest is imported, and the exit code is 1. The page of `form` saves answers files itself, which need no import.',
  examples: [
    'sales-audit import seller-3.md -o seller-3.answers.yaml',
    'sales-audit import returned/*.xlsx -o answers',
  ],
  load: async () => (await import('#app/form/import.ts')).importForms,
};
