import { shells } from '#cli/completion/shells.ts';
import type { CommandDefinition } from '#cli/definition.ts';

/** `completion`: prints the completion script for a shell. */
export const completion: CommandDefinition = {
  name: 'completion',
  description: 'print a shell script that completes commands, options, files and ids',
  arguments: [{ name: '<shell>', description: 'your shell', choices: shells }],
  note: `The script calls the tool, so it also completes the ids of your own model. To load it in every shell:
  bash        eval "$(sales-audit completion bash)" at the end of ~/.bashrc
  zsh         eval "$(sales-audit completion zsh)" at the end of ~/.zshrc
  fish        sales-audit completion fish > ~/.config/fish/completions/sales-audit.fish
  powershell  sales-audit completion powershell | Out-String | Invoke-Expression in $PROFILE`,
  examples: ['eval "$(sales-audit completion bash)"'],
  load: async () => (await import('#cli/completion/script.ts')).printScript,
};
