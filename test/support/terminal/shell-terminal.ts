import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { bin } from '../package/built.ts';
import { makeEmptyFolder } from '../folder.ts';
import { Terminal } from './terminal.ts';

/** Commands that start an interactive shell without configuration, and that load our script. */
const shells = {
  bash: { args: ['--norc', '-i'], prepare: `PS1='> '`, load: 'eval "$(sales-audit completion bash)"' },
  zsh: { args: ['-f', '-i'], prepare: `PROMPT='> '; RPROMPT=`, load: 'eval "$(sales-audit completion zsh)"' },
  fish: {
    args: ['--no-config', '-i'],
    prepare: `function fish_prompt; echo -n '> '; end; function fish_right_prompt; end; set -g fish_autosuggestion_enabled 0`,
    load: 'sales-audit completion fish | source',
  },
} as const;

/** A shell for testing completion. */
export type ShellName = keyof typeof shells;

/** A shell in a terminal, in a temporary folder with a few files. */
export interface ShellTerminal {
  readonly cwd: string;
  readonly terminal: Terminal;
  /** Types a line and TAB, and returns the resulting line with a hash at the cursor. */
  complete(line: string): Promise<string>;
  /** Runs a command and waits for its end. */
  run(command: string): Promise<void>;
}

/** Options for a shell. */
interface ShellSetup {
  /** Commands that load the script. Default: those of the README. */
  readonly load?: string;
  /** A script that replaces the tool after completion is loaded. */
  readonly fake?: string;
}

/** Opens a shell with our completion in it, and ends it with the test. */
export async function openShellTerminal(name: ShellName, setup: ShellSetup = {}): Promise<ShellTerminal> {
  const { args, prepare, load } = shells[name];
  const cwd = await makeEmptyFolder();
  for (const folder of ['.bin', 'sub', 'my folder', 'own']) await mkdir(join(cwd, folder));
  for (const file of ['answers.yaml', 'gaps.csv', 'two words.yaml']) await writeFile(join(cwd, file), '');
  await symlink(bin, join(cwd, '.bin/sales-audit'));
  const env = { PATH: `${cwd}/.bin:${process.env['PATH']}`, SHELL: '/bin/sh', TERM: 'xterm-256color' };
  const terminal = Terminal.command(name, args, { cwd, cols: 160, rows: 60, env });
  onTestFinished(() => terminal.dispose());
  let marks = 0;
  const run = async (command: string): Promise<void> => {
    marks += 1;
    terminal.type(`${command}; echo do''ne ${marks}\r`);
    await terminal.see(`done ${marks}`);
    await terminal.seeRows('the prompt', (rows) => rows.findLast((row) => row !== '') === '>');
  };
  // Keys typed before the first prompt can get lost.
  await terminal.see(/[$#%>]\s*$/);
  await run(prepare);
  await run(setup.load ?? load);
  if (setup.fake !== undefined) {
    await mkdir(join(cwd, '.fake'));
    await writeFile(join(cwd, '.fake/sales-audit'), setup.fake);
    await chmod(join(cwd, '.fake/sales-audit'), 0o755);
    await run(name === 'fish' ? `set -gx PATH ${cwd}/.fake $PATH` : `PATH=${cwd}/.fake:$PATH`);
  }
  const complete = async (line: string): Promise<string> => {
    // Text typed after TAB appears only after the shell has completed.
    terminal.type(`${line}\t#`);
    const rows = await terminal.seeRows('the completed line', (all) =>
      all.some((row) => row.startsWith('> ') && row.endsWith('#')),
    );
    const row = rows.findLast((each) => each.startsWith('> ') && each.endsWith('#')) ?? '';
    terminal.type('\u0015');
    await terminal.seeRows('an empty line', (all) => !all.some((each) => each.endsWith('#')));
    return row.slice(2);
  };
  return { cwd, terminal, complete, run };
}
