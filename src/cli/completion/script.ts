import type { Outcome } from '#domain/verdict.ts';
import type { Context } from '#app/context.ts';
import { bash } from './scripts/bash.ts';
import { fish } from './scripts/fish.ts';
import { powershell } from './scripts/powershell.ts';
import { zsh } from './scripts/zsh.ts';
import type { Shell } from './shells.ts';

const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish, powershell };

/** Prints the completion script of a shell. */
export async function printScript(context: Context, shell: Shell): Promise<Outcome> {
  await context.print(scripts[shell]);
  return { end: 'done' };
}
