/** Standard input, named `-`: where it is read, where it is not, and more than once. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Printed, runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';

const harbor = 'examples/harbor-instruments';
const input = await readFile(`${harbor}/answers.yaml`, 'utf8');
const run = (line: string, cwd = harbor): Promise<Printed> => runCommand(line.split(' '), { cwd, input });

describe('standard input', () => {
  it.each([
    'score - --system -',
    'report - --system - --format text',
    'check - --config -',
    'check - --baseline -',
    'init --yes --from -',
  ])('is refused where a file is needed: %s', async (line) => {
    const { exitCode, stdout, stderr } = await run(line);
    expect([exitCode, stdout, stderr]).toEqual([
      2,
      '',
      'error: Standard input (`-`) cannot be read here.\nName a file; `./-` is one of that name.\n',
    ]);
  });

  it.each([
    ['score - -', /^$/],
    ['combine - -', /^$/],
    ['score - answers.yaml', /^Note: answers\.yaml is a copy of -/],
  ])('counts once: %s', async (line, note) => {
    const { exitCode, stdout, stderr } = await run(line);
    expect([exitCode, stderr]).toEqual([0, expect.stringMatching(note)]);
    expect(parse(stdout)).toMatchObject({ summary: { coverage: expect.any(Number) } });
  });

  it('is scored where the other file has no answers yet', async () => {
    const cwd = await makeEmptyFolder();
    await writeFile(join(cwd, 'empty.yaml'), `${input.slice(0, input.indexOf('\nanswers:'))}\nanswers: {}\n`);
    const { exitCode, stdout, stderr } = await run('score empty.yaml -', cwd);
    expect([exitCode, stderr]).toEqual([0, 'Note: empty.yaml has no answers yet, so it was left out.\n']);
    expect(parse(stdout)).toMatchObject({ organization: { name: 'Harbor Instruments' } });
  });
});
