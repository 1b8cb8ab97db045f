import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { runCommand } from '../support/command.ts';
import { type ShellName, type ShellTerminal, openShellTerminal } from '../support/terminal/shell-terminal.ts';

/**
 * Lines, and the lines after TAB with a hash at the cursor: what each shell does in its own way. test/cli/completion tests
 * what can come next.
 */
const completed: readonly (readonly [line: string, becomes: string])[] = [
  ['sales-audit ex', 'sales-audit explain #'],
  ['sales-audit check --format=js', 'sales-audit check --format=json #'],
  ['sales-audit check --min-element ph', 'sales-audit check --min-element philosophy=#'],
  ['sales-audit check --output sarif=ga', 'sales-audit check --output sarif=gaps.csv #'],
  ['sales-audit report a -o csv:g', 'sales-audit report a -o csv:gaps=#'],
  ['sales-audit report a -o csv:gaps=ga', 'sales-audit report a -o csv:gaps=gaps.csv #'],
  ['sales-audit report a --output=csv:gaps=ga', 'sales-audit report a --output=csv:gaps=gaps.csv #'],
  ['sales-audit explain execution.coachi', 'sales-audit explain execution.coaching#'],
  ['sales-audit explain measurement/too-m', 'sales-audit explain measurement/too-many-leads #'],
  ['sales-audit score an', 'sales-audit score answers.yaml #'],
  ['sales-audit score two', 'sales-audit score two\\ words.yaml #'],
  ['sales-audit score ~/an', 'sales-audit score ~/answers.yaml #'],
  ['sales-audit model lint su', 'sales-audit model lint sub/#'],
  ['sales-audit model lint an', 'sales-audit model lint an#'],
  ['sales-audit run --model my', 'sales-audit run --model my\\ folder/#'],
  ['sales-audit run --organization an', 'sales-audit run --organization an#'],
  ['X=1 sales-audit sche', 'X=1 sales-audit schema #'],
  ['true | sales-audit sche', 'true | sales-audit schema #'],
];

/** Completes each line in an open shell. */
async function completeAll(shell: ShellTerminal): Promise<(readonly [string, string])[]> {
  const seen: (readonly [string, string])[] = [];
  for (const [line] of completed) seen.push([line, await shell.complete(line)]);
  return seen;
}

const hostile = ['$(touch pwned)', '`touch pwned`', 'x; touch pwned', "';touch pwned;'", 'x\ntouch pwned\n'];

/** Output of a tool that fails to escape hostile text. */
const fakes: Readonly<Record<ShellName, string>> = {
  bash: `#!/bin/sh\nprintf '%s\\n' none '$(touch pwned) ' '\`touch pwned\`'\n`,
  zsh: `#!/bin/sh\nprintf '%s\\n' 'none $(touch pwned)' ' $(touch pwned):$(touch pwned)' '=\`touch pwned\`'\n`,
  fish: `#!/bin/sh\nprintf '%s\\n' 'files (touch pwned)' '(touch pwned)' '$(touch pwned)'\n`,
};

describe.each(['bash', 'zsh', 'fish'] as const)('completion in %s', (name) => {
  const needed = { tags: [name] };

  it('completes lines', needed, async () => {
    expect(await completeAll(await openShellTerminal(name))).toEqual(completed);
  });

  it('lists candidates', needed, async () => {
    const { terminal } = await openShellTerminal(name);
    terminal.type('sales-audit explain philosophy.stated-purpose.heard@\t\t');
    await terminal.see(name === 'bash' ? /^0 +1 +2 +3$/m : /heard@0.*recommendation at level 0/);
    terminal.type('\u0015');
    terminal.type('sales-audit \t\t');
    expect(await terminal.see('questions')).toContain('completion');
  });

  it('never runs text from a line or a model', needed, async () => {
    const shell = await openShellTerminal(name);
    const elements = [...hostile, 'fine'].map((id) => ({ id, name: id }));
    await writeFile(
      join(shell.cwd, 'own/model.yaml'),
      stringify({ kind: 'model', model: { id: 'own' }, elements }),
    );
    const line = 'sales-audit questions --model own --element ';
    expect(await shell.complete(line)).toBe(`${line}fine #`);
    const substitution = name === 'fish' ? '(touch pwned)' : '$(touch pwned)';
    await shell.complete(`sales-audit explain --model ${substitution} stated-p`);
    // zsh itself expands paths that it completes, for any command, such as `ls $(...)/`.
    if (name !== 'zsh') await shell.complete(`sales-audit score ${substitution}/an`);
    await shell.run('true');
    expect(await readdir(shell.cwd)).not.toContain('pwned');
  });

  it('never runs text from an answer', needed, async () => {
    const shell = await openShellTerminal(name, { fake: fakes[name] });
    for (const line of ['sales-audit x', 'sales-audit explain ', 'sales-audit $']) {
      shell.terminal.type(`${line}\t\t\u0015`);
    }
    await shell.run('true');
    expect(await readdir(shell.cwd)).not.toContain('pwned');
  });
});

describe('other ways to load a script', () => {
  it('a file in fpath of zsh', { tags: ['zsh'] }, async () => {
    const load =
      'mkdir f; sales-audit completion zsh > f/_sales-audit; fpath=($PWD/f $fpath); autoload -Uz compinit; compinit -u -D';
    const shell = await openShellTerminal('zsh', { load });
    expect(await shell.complete('sales-audit sche')).toBe('sales-audit schema #');
    expect(await shell.complete('sales-audit score an')).toBe('sales-audit score answers.yaml #');
  });

  it('a file in the completions of fish', { tags: ['fish'] }, async () => {
    const load =
      'mkdir f; sales-audit completion fish > f/sales-audit.fish; set -p fish_complete_path $PWD/f';
    const shell = await openShellTerminal('fish', { load });
    expect(await shell.complete('sales-audit sche')).toBe('sales-audit schema #');
  });

  it('bash without its newer builtins', { tags: ['bash'] }, async () => {
    const load = 'enable -n compopt; eval "$(sales-audit completion bash)"';
    const shell = await openShellTerminal('bash', { load });
    expect(await shell.complete('sales-audit sche')).toBe('sales-audit schema #');
    expect(await shell.complete('sales-audit score an')).toBe('sales-audit score answers.yaml#');
  });
});

describe('every script', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('for %s is printed by the tool', async (name) => {
    const { stdout, stderr, exitCode } = await runCommand(['completion', name], { cwd: '/' });
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toContain(`sales-audit complete --shell ${name} `);
    expect(stdout).not.toContain('undefined');
  });
});
