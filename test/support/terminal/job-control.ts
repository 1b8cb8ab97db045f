import { onTestFinished } from 'vitest';
import { bin } from '../package/built.ts';
import { Terminal, type TerminalOptions, keys } from './terminal.ts';

/** Ctrl-Z, as a terminal sends it. */
export const ctrlZ = '\u001a';

/** Starts the tool in a shell with job control, in a terminal that is closed after the test. */
export async function startInShell(args: readonly string[], options: TerminalOptions): Promise<Terminal> {
  const env = { ...options.env, PS1: '> ' };
  const terminal = Terminal.command('bash', ['--norc', '-i'], { ...options, env });
  onTestFinished(() => terminal.dispose());
  await terminal.see(/>\s*$/);
  terminal.type(`'${process.execPath}' '${bin}' ${args.join(' ')}${keys.enter}`);
  return terminal;
}
