import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectInvocation, getOpener } from '#io/host.ts';
import { makeEmptyFolder } from '../support/folder.ts';

describe('the command to paste', () => {
  it('is the bare name only where the shell finds it', async () => {
    const cwd = await makeEmptyFolder();
    const installed = join(cwd, 'bin');
    const local = join(cwd, 'node_modules/.bin');
    for (const folder of [installed, local]) await mkdir(folder, { recursive: true });
    await writeFile(join(installed, 'sales-audit.js'), '');
    await chmod(join(installed, 'sales-audit.js'), 0o755);
    for (const folder of [installed, local])
      await symlink(join(installed, 'sales-audit.js'), join(folder, 'sales-audit'));
    const detect = (folder: string, env: Record<string, string> = {}): readonly string[] =>
      detectInvocation(join(folder, 'sales-audit'), cwd, {
        PATH: ['/none', installed].join(delimiter),
        ...env,
      });
    const script = join('node_modules', '.bin', 'sales-audit');
    expect(detect(installed)).toEqual(['sales-audit']);
    expect(detect(installed, { PATH: '/none' })).toEqual(['node', join('bin', 'sales-audit')]);
    expect(detect(local, { PATH: '/none' })).toEqual(['node', script]);
    // npm, pnpm and yarn put folders on the PATH that the shell does not have.
    const npm = { npm_command: 'run-script', PATH: [local, '/none'].join(delimiter) };
    expect(detect(local, { ...npm, npm_config_user_agent: 'npm/10.8.2 node/v20' })).toEqual([
      'npx',
      'sales-audit',
    ]);
    expect(detect(local, { ...npm, npm_config_user_agent: 'pnpm/9.1.0 npm/? node/v20' })).toEqual([
      'npx',
      'sales-audit',
    ]);
    expect(detect(local, { npm_command: 'exec', PATH: '/none' })).toEqual(['npx', 'sales-audit']);
    expect(detectInvocation(join(installed, 'sales-audit.js'), cwd, {})).toEqual([
      'node',
      join('bin', 'sales-audit.js'),
    ]);
  });
});

describe('the command that opens a file', () => {
  it.each([
    ['linux', 'posix', ['xdg-open']],
    ['darwin', 'fish', ['open']],
    ['win32', 'powershell', ['start']],
    // The first quoted word is the title of the window.
    ['win32', 'cmd', ['start', '']],
  ] as const)('on %s in %s is %j', (platform, shell, words) => {
    expect(getOpener(shell, platform)).toEqual(words);
  });
});
