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
    'staleBaseline: pass # default, which depends on CI',
    'ignore: # from .sales-audit.yaml',
    '  - drafts/**',
    '',
  ]);
});

it.each<[args: readonly string[], env: Record<string, string>, lines: readonly string[]]>([
  [[], {}, ['# From .sales-audit.yaml.', 'staleBaseline: pass # default, which depends on CI']],
  [
    ['--preset', 'strict'],
    { CI: 'true' },
    [
      '# From .sales-audit.yaml and the command line.',
      'preset: strict # from the command line',
      'failSeverity: warning # default of the preset strict',
      'staleBaseline: fail # default, which depends on CI',
    ],
  ],
  [['--no-config'], {}, ['# No config file was read (--no-config).', 'failSeverity: error # default']],
])('check --print-config %j with %j', async (args, env, lines) => {
  const cwd = await makeEmptyFolder();
  await writeFile(join(cwd, '.sales-audit.yaml'), 'kind: config\nschemaVersion: 1\nignore: [drafts/**]\n');
  const { stdout } = await runCommand(['check', '--print-config', ...args], { cwd, env });
  const printed = stdout.split('\n');
  expect(printed).toEqual(expect.arrayContaining([...lines]));
});
