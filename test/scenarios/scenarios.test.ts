import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../support/folder.ts';
import { bin } from '../support/terminal.ts';

/**
 * Shell sessions: every ```console block of a Markdown file in this folder is run command by command in one
 * fresh folder with the examples in it, and its output has to be what stands there. `UPDATE=1` writes the
 * output instead; read the difference before you commit it.
 */
const folder = 'test/scenarios';

interface Step {
  readonly command: string;
  readonly output: string;
}

/** Splits a block at its `$` lines; lines that start with `> ` continue a command. */
function stepsOf(block: string): Step[] {
  const steps: { command: string[]; output: string[] }[] = [];
  for (const line of block.split('\n')) {
    const last = steps.at(-1);
    if (line.startsWith('$ ')) steps.push({ command: [line.slice(2)], output: [] });
    else if (line.startsWith('> ') && last?.output.length === 0) last.command.push(line.slice(2));
    else if (last !== undefined) last.output.push(line);
  }
  return steps.map(({ command, output }) => ({ command: command.join('\n'), output: output.join('\n') }));
}

async function run(command: string, cwd: string): Promise<string> {
  const env = { PATH: `${join(cwd, '.bin')}:${process.env['PATH']}`, HOME: cwd, LANG: 'C.UTF-8', TZ: 'UTC' };
  return new Promise((done) => {
    execFile('bash', ['-c', `exec 2>&1 </dev/null\n${command}`], { cwd, env }, (error, stdout) => {
      const code = error === null ? 0 : Number(error.code);
      done(`${stdout.replaceAll(cwd, '~').trimEnd()}${code === 0 ? '' : `\n[exit ${code}]`}`.trim());
    });
  });
}

async function play(text: string): Promise<string> {
  const cwd = await emptyFolder();
  await cp('examples', join(cwd, 'examples'), { recursive: true });
  await mkdir(join(cwd, '.bin'));
  await symlink(bin, join(cwd, '.bin', 'sales-audit'));
  const parts = text.split(/^```console\n([\s\S]*?)^```$/m);
  for (let index = 1; index < parts.length; index += 2) {
    const blocks: string[] = [];
    for (const { command } of stepsOf(parts[index] ?? '')) {
      const shown = command
        .split('\n')
        .map((line, place) => (place === 0 ? `$ ${line}` : `> ${line}`))
        .join('\n');
      const output = await run(command, cwd);
      blocks.push(output === '' ? shown : `${shown}\n${output}`);
    }
    parts[index] = `\`\`\`console\n${blocks.join('\n')}\n\`\`\``;
  }
  return parts.join('');
}

const files = (await readdir(folder)).filter((name) => name.endsWith('.md'));

describe('shell sessions', () => {
  it('exist', () => expect(files.length).toBeGreaterThan(0));

  it.each(files)('%s', async (name) => {
    const path = join(folder, name);
    const text = await readFile(path, 'utf8');
    const played = await play(text);
    // A session never shows a crash, least of all one that was written down by mistake.
    expect(played).not.toMatch(/node:internal|This is a bug in sales-audit/);
    if (process.env['UPDATE'] === '1') await writeFile(path, played);
    expect(played).toBe(await readFile(path, 'utf8'));
  });
});
