import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';

it('check --print-config says beside each value where it comes from', async () => {
  const cwd = await makeEmptyFolder();
  await writeFile(
    join(cwd, '.sales-audit.yaml'),
    'kind: config\nschemaVersion: 1\nfloors: {score: 40, elements: {method: 30}}\nignore: [drafts/**]\n',
  );
  const args = ['check', '--print-config', '--baseline', 'known.json', '--min-element', 'process=20'];
  const { stdout } = await runCommand(args, { cwd });
  expect(stdout.split('\n').filter((line) => !/^#|^kind|^schemaVersion/.test(line))).toEqual([
    'preset: recommended # default',
    'checks: {} # default',
    'failSeverity: error # default',
    'floors:',
    '  score: 40 # from .sales-audit.yaml',
    '  elements:',
    '    method: 30 # from .sales-audit.yaml',
    '    process: 20 # from the command line',
    'baseline: known.json # from the command line',
    'ignore: # from .sales-audit.yaml',
    '  - drafts/**',
    '',
  ]);
});
