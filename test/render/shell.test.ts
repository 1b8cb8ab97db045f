import { describe, expect, it } from 'vitest';
import type { Shell } from '#domain/shell.ts';
import { detectShell } from '#io/detect-shell.ts';
import { type CommandPart, renderCommand, renderCommands } from '#render/shell.ts';

describe('renderCommand', () => {
  it.each<[readonly CommandPart[], string]>([
    [['sales-audit', 'run', '--answers', { file: 'answers.yaml' }], 'sales-audit run --answers answers.yaml'],
    [['sales-audit', { file: '-' }], 'sales-audit ./-'],
    [['sales-audit', { file: '- x.yaml' }], `sales-audit './- x.yaml'`],
    [['sales-audit', '--plain', ''], `sales-audit --plain ''`],
    [['=x', '~/x', '$x', '*'], `'=x' '~/x' '$x' '*'`],
  ])('%j is pasted into bash as %j', (parts, command) => {
    expect(renderCommand(parts, 'posix')).toBe(command);
  });

  // What bash, zsh and fish make of them is tried in pasted-command.test.ts.
  it.each<[file: string, commands: Record<Shell, string>]>([
    [
      'answers.yaml',
      { posix: 'answers.yaml', fish: 'answers.yaml', powershell: 'answers.yaml', cmd: 'answers.yaml' },
    ],
    ['-x.yaml', { posix: './-x.yaml', fish: './-x.yaml', powershell: './-x.yaml', cmd: './-x.yaml' }],
    [
      'my a.yaml',
      { posix: `'my a.yaml'`, fish: `'my a.yaml'`, powershell: `'my a.yaml'`, cmd: '"my a.yaml"' },
    ],
    [
      'Büro.yaml',
      { posix: `'Büro.yaml'`, fish: `'Büro.yaml'`, powershell: `'Büro.yaml'`, cmd: '"Büro.yaml"' },
    ],
    [
      "o'b.yaml",
      { posix: `'o'\\''b.yaml'`, fish: `'o\\'b.yaml'`, powershell: `'o''b.yaml'`, cmd: `"o'b.yaml"` },
    ],
    ['o’b', { posix: `'o’b'`, fish: `'o’b'`, powershell: `'o’’b'`, cmd: '"o’b"' }],
    ['a"b', { posix: `'a"b'`, fish: `'a"b'`, powershell: `'a"b'`, cmd: '"a"\\^""b"' }],
    ['$x`y`', { posix: "'$x`y`'", fish: "'$x`y`'", powershell: "'$x`y`'", cmd: '"$x`y`"' }],
    [
      '100%.yaml',
      { posix: '100%.yaml', fish: `'100%.yaml'`, powershell: `'100%.yaml'`, cmd: '"100"^%".yaml"' },
    ],
    ['%PATH%', { posix: '%PATH%', fish: `'%PATH%'`, powershell: `'%PATH%'`, cmd: '""^%"PATH"^%""' }],
    ['a!b', { posix: `'a!b'`, fish: `'a!b'`, powershell: `'a!b'`, cmd: '"a!b"' }],
    ['a&b|c', { posix: `'a&b|c'`, fish: `'a&b|c'`, powershell: `'a&b|c'`, cmd: '"a&b|c"' }],
    ['a,b', { posix: 'a,b', fish: 'a,b', powershell: `'a,b'`, cmd: 'a,b' }],
    ['@x', { posix: '@x', fish: '@x', powershell: `'@x'`, cmd: '@x' }],
    [
      'my dir\\',
      { posix: `'my dir\\'`, fish: `'my dir\\\\'`, powershell: `'my dir\\'`, cmd: '"my dir\\\\"' },
    ],
    [
      "a\n\t'!$.yaml",
      {
        posix: `$'a\\n\\t\\'\\x21$.yaml'`,
        fish: `'a'\\n''\\t'\\'!$.yaml'`,
        powershell: '"a`n`t\'!`$.yaml"',
        cmd: `"a  '!$.yaml"`,
      },
    ],
    [
      'a\u001b\u202eb',
      {
        posix: `$'a\\U0000001b\\U0000202eb'`,
        fish: `'a'\\U0000001b''\\U0000202e'b'`,
        powershell: '"a$([char]::ConvertFromUtf32(0x1b))$([char]::ConvertFromUtf32(0x202e))b"',
        cmd: '"a\\u{1b}\\u{202e}b"',
      },
    ],
  ])('%j is one word in every shell', (file, commands) => {
    for (const shell of ['posix', 'fish', 'powershell', 'cmd'] as const)
      expect([shell, renderCommand(['x', { file }], shell)]).toEqual([shell, `x ${commands[shell]}`]);
  });

  it('calls a program in PowerShell, also if its name has spaces', () => {
    const parts = ['C:/My Tools/node', 'x'];
    expect(renderCommand(parts, 'powershell')).toBe("& 'C:/My Tools/node' x");
    expect(renderCommand(parts, 'cmd')).toBe('"C:/My Tools/node" x');
  });
});

describe('renderCommands', () => {
  it.each<[Shell, string]>([
    ['posix', "cd 'my dir' && sales-audit check"],
    ['fish', "cd 'my dir' && sales-audit check"],
    ['powershell', "cd 'my dir'; if ($?) { sales-audit check }"],
    ['cmd', 'cd "my dir" && sales-audit check'],
  ])('runs the second only after the first, in %s', (shell, command) => {
    const commands = [
      ['cd', { file: 'my dir' }],
      ['sales-audit', 'check'],
    ];
    expect(renderCommands(commands, shell)).toBe(command);
  });
});

describe('detectShell', () => {
  const system = String.raw`C:\Windows\system32\WindowsPowerShell\v1.0\Modules`;
  const shared = String.raw`C:\Program Files\WindowsPowerShell\Modules`;

  it.each<[Record<string, string>, platform: string, Shell]>([
    [{ SHELL: '/bin/bash' }, 'linux', 'posix'],
    [{ SHELL: '/bin/zsh' }, 'darwin', 'posix'],
    [{}, 'linux', 'posix'],
    [{ SHELL: '/usr/bin/fish' }, 'linux', 'fish'],
    [{ SHELL: '/bin/bash', PSModulePath: '/opt/microsoft/powershell/7/Modules' }, 'linux', 'powershell'],
    [{}, 'win32', 'cmd'],
    [{ PSModulePath: `${shared};${system}` }, 'win32', 'cmd'],
    [
      { PSModulePath: `C:\\Users\\Ada\\Documents\\WindowsPowerShell\\Modules;${shared};${system}` },
      'win32',
      'powershell',
    ],
    [
      { PSModulePath: `C:\\Users\\Ada\\OneDrive\\Dokumente\\PowerShell\\Modules;${shared};${system}` },
      'win32',
      'powershell',
    ],
    [{ PSModulePath: `${shared};${system}`, SHELL: '/usr/bin/bash' }, 'win32', 'posix'],
    [{ SHELL: String.raw`C:\msys64\usr\bin\fish.exe` }, 'win32', 'fish'],
  ])('of %j on %s', (env, platform, shell) => {
    expect(detectShell(env, platform)).toBe(shell);
  });
});
