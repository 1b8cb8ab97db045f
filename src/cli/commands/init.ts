import { type CommandDefinition, modelOption } from '#cli/definition.ts';

/** `init`: writes a declared system to start from, with a CI gate. */
export const init: CommandDefinition = {
  name: 'init',
  description: 'create a sales-system.yaml, settings of the gate and a CI workflow',
  options: [
    {
      flags: '--organization <name>',
      description: 'name of the organization (default: ask, or the name of the folder)',
      kind: 'text',
    },
    {
      flags: '--ci <system>',
      description: 'CI system to write a workflow for (default: ask, or detect)',
      choices: ['github', 'gitlab', 'none'],
    },
    { flags: '--from <answers>', description: 'prefill from the answers of an interview', kind: 'file' },
    modelOption,
    { flags: '--dir <dir>', description: 'folder to write to', kind: 'folder', default: '.' },
    { flags: '--yes', description: 'do not ask: use the options, and defaults from the folder' },
    {
      flags: '--plain',
      description: 'prompt line by line without redrawing: for screen readers, pipes, simple terminals',
    },
    { flags: '--force', description: 'replace existing files' },
  ],
  note: `Writes sales-system.yaml, .sales-audit.yaml, the workflow, and a baseline of what is missing today, so that
the gate passes on the first push and fails on a new error or warning. Existing files are replaced only if you agree.`,
  examples: [
    'sales-audit init',
    'sales-audit init --yes --organization "Harbor Instruments" --ci gitlab',
    'sales-audit init --from answers.yaml --dir sales',
  ],
  load: async () => (await import('#app/init/init.ts')).init,
};
