import { type CommandDefinition, choice } from './definition.ts';

const ciSystems = ['github', 'gitlab', 'none'];

/** `init`: a declared system and its gate, to start from. */
export const init: CommandDefinition = {
  name: 'init',
  description: 'start a sales-system.yaml, with the settings of the gate and a CI workflow',
  defaults: { dir: '.' },
  define: (command) =>
    command
      .option('--organization <name>', 'name of the organization (default: asked for, else the folder)')
      .addOption(
        choice(
          command,
          '--ci <system>',
          'write a workflow for it (default: asked for, else what is there)',
          ciSystems,
        ),
      )
      .option('--from <answers>', 'fill in what an interview learned')
      .option('--dir <dir>', 'folder to write to')
      .option('--yes', 'ask nothing: take the flags, and what the folder says')
      .option('--plain', 'ask by lines without redrawing: screen readers, pipes, simple terminals')
      .option('--force', 'replace files that are there'),
  values: { organization: 'text', from: 'file', dir: 'folder' },
  note: `Writes sales-system.yaml, .sales-audit.yaml, the workflow, and a baseline of what is missing today, so that
the gate passes on the first push and fails on what gets worse. Nothing is replaced without being asked for.`,
  examples: [
    'sales-audit init',
    'sales-audit init --yes --organization "Harbor Instruments" --ci gitlab',
    'sales-audit init --from answers.yaml --dir sales',
  ],
  load: async () => (await import('../init.ts')).init,
};
