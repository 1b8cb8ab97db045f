import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeEmptyFolder } from '../../support/folder.ts';
import { bin } from '../../support/package/built.ts';
import { slowReads } from '../../support/terminal/slow-disk.ts';
import { Terminal, keys } from '../../support/terminal/terminal.ts';

/** The fewest files that are read with progress. */
const count = 100;

/** Makes a folder with the answers of sellers. */
async function makeCrowd(): Promise<string> {
  const cwd = await makeEmptyFolder();
  await mkdir(join(cwd, 'answers'));
  for (let index = 0; index < count; index += 1) {
    await writeFile(
      join(cwd, `answers/${index}.yaml`),
      [
        'kind: answers',
        'schemaVersion: 1',
        'model: {id: sales-system, version: 1.0.0}',
        'organization: {name: Acme}',
        'respondent: {role: seller}',
        `answers: {execution.coaching-cadence.last-session: {level: ${index % 5}}}`,
        `# ${index}`,
        '',
      ].join('\n'),
    );
  }
  return cwd;
}

describe('combine of many files in a terminal', () => {
  it('shows progress beside the report, and writes nothing when it is interrupted', async () => {
    const cwd = await makeCrowd();
    const command = `'${process.execPath}' '${bin}' combine 'answers/*.yaml' > printed.yaml`;
    const whole = Terminal.command('sh', ['-c', command], { cwd });
    onTestFinished(() => whole.dispose());
    expect(await whole.end()).toEqual({ exitCode: 0, signal: undefined });
    expect(whole.raw).toMatch(/Reading (?:\d+ of )?100 files/);
    expect(await readFile(join(cwd, 'printed.yaml'), 'utf8')).toMatch(/^# yaml-language-server[^]*\nvoices:/);

    const args = ['combine', 'answers/*.yaml', '-o', 'report.yaml'];
    const terminal = Terminal.start(args, { cwd, env: { NODE_OPTIONS: slowReads(50) } });
    await terminal.see(/Reading \d+ of 100 files/);
    terminal.type(keys.ctrlC);
    expect(await terminal.end()).toEqual({ exitCode: 130, signal: undefined });
    expect(terminal.text()).toBe('Interrupted. No file was left half written.');
    expect(await readdir(cwd)).toEqual(['answers', 'printed.yaml']);
  });
});
