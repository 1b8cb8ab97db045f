import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openShell, playSession } from '../support/shell.ts';

/**
 * Shell sessions: the ```console blocks of each Markdown file in this folder run command by command in a fresh folder
 * with the examples, on their date, and the output must equal the file. `UPDATE=1` writes the output instead; read the
 * diff before you commit it.
 */
const folder = 'test/scenarios';

async function play(text: string): Promise<string> {
  const shell = await openShell({ today: '2026-11-23' });
  const parts = text.split(/^```console\n([\s\S]*?)^```$/m);
  for (let index = 1; index < parts.length; index += 2) {
    parts[index] = `\`\`\`console\n${await playSession(shell, parts[index] ?? '')}\n\`\`\``;
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
    // A crash must not get into a session by UPDATE=1.
    expect(played).not.toMatch(/node:internal|This is a bug in sales-audit/);
    if (process.env['UPDATE'] === '1') await writeFile(path, played);
    expect(played).toBe(await readFile(path, 'utf8'));
  });
});
