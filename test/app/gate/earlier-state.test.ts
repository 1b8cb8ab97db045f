/** `check --against`: an earlier state that breaks a rule is no more compared than one that cannot be parsed. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { kinds } from '../documents/kinds.ts';

const answers = kinds['answers']?.valid ?? '';
const system = await readFile('examples/harbor-instruments/sales-system.yaml', 'utf8');

async function compare(file: string, now: string, before: string): Promise<string> {
  const cwd = await makeEmptyFolder();
  await writeFile(join(cwd, file), now);
  await writeFile(join(cwd, 'before.yaml'), before);
  const line = ['check', file, '--against', 'before.yaml', '--format', 'json', '--as-of', '2026-11-23'];
  const { stdout } = await runCommand(line, { cwd });
  const { notes, changes } = JSON.parse(stdout);
  return [...notes, ...changes].join('\n').replaceAll(/\s+/g, ' ');
}

const refused = (file: string): string =>
  `${file} could not be compared with before.yaml: that state of it has no score of the same kind.`;

describe('an earlier state', () => {
  it('is compared where it follows the rules', async () => {
    expect(await compare('answers.yaml', answers, answers)).toContain('answers.yaml against before.yaml:');
    expect(await compare('sales-system.yaml', system, system)).toContain('against before.yaml:');
  });

  it.each(Object.entries(kinds['answers']?.broken ?? {}))(
    'of answers with %s is not',
    async (_, [from, to]) => {
      const said = await compare('answers.yaml', answers, answers.replace(from, to));
      expect(said).toContain(refused('answers.yaml'));
      expect(said).not.toContain('answers.yaml against before.yaml');
    },
  );

  it.each(Object.entries(kinds['sales-system']?.broken ?? {}))(
    'of a system with %s is not',
    async (_, [from, to]) => {
      expect(await compare('sales-system.yaml', system, system.replace(from, to))).toContain(
        refused('sales-system.yaml'),
      );
    },
  );

  it('of another kind is not', async () => {
    expect(await compare('answers.yaml', answers, system)).toContain(refused('answers.yaml'));
    expect(await compare('sales-system.yaml', system, answers)).toContain(refused('sales-system.yaml'));
    expect(
      await compare('answers.yaml', answers, 'kind: baseline\nschemaVersion: 1\nfindings: []\n'),
    ).toContain(refused('answers.yaml'));
  });
});
