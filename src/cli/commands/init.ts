import { type CommandDefinition, modelOption } from './definition.ts';

/** `init`: writes a declared system to start from, with a CI gate. */
export const init: CommandDefinition = {
  name: 'init',
  description: 'start a sales-system.yaml, with the settings of the gate and a CI workflow',
  options: [
    {
      flags: '--organization <name>',
      description: 'name of the organization (default: asked for, else the folder)',
      kind: 'text',
    },
    {
      flags: '--ci <system>',
      description: 'write a workflow for it (default: asked for, else what is there)',
      choices: ['github', 'gitlab', 'none'],
    },
    { flags: '--from <answers>', description: 'fill in what an interview learned', kind: 'file' },
    modelOption,
    { flags: '--dir <dir>', description: 'folder to write to', kind: 'folder', default: '.' },
    { flags: '--yes', description: 'ask nothing: take the flags, and what the folder says' },
    {
      flags: '--plain',
      description: 'ask by lines without redrawing: screen readers, pipes, simple terminals',
    },
    { flags: '--force', description: 'replace files that are there' },
  ],
  note: `Writes sales-system.yaml, .sales-audit.yaml, the workflow, and a baseline of what is missing today, so that
the gate passes on the first push and fails on what gets worse. Nothing is replaced without being asked for.`,
  examples: [
    'sales-audit init',
    'sales-audit init --yes --organization "Harbor Instruments" --ci gitlab',
    'sales-audit init --from answers.yaml --dir sales',
  ],
  load: async () => (await import('#app/init/init.ts')).init,
};
