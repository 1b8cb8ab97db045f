import { posix, win32 } from 'node:path';
import type { Shell } from '#domain/shell.ts';

/**
 * Guesses from the environment in which shell a command will be pasted. No shell says so itself, so this follows what
 * they document:
 *
 * - `PSModulePath` is a variable of PowerShell (learn.microsoft.com, about_PSModulePath). Windows sets it for every
 *   program to the folder of the system; PowerShell puts the folder of the user before that, which is below
 *   `PowerShell` or `WindowsPowerShell` of the documents. On other systems, only PowerShell sets it.
 * - On Windows, a shell that sets `SHELL` comes with Git, MSYS2 or Cygwin. The one that is left is cmd.
 * - Elsewhere, `SHELL` is the shell of the login (POSIX.1-2024, XBD 8.3).
 */
export function detectShell(
  env: Readonly<Record<string, string | undefined>>,
  platform: string = process.platform,
): Shell {
  const { SHELL: shell, PSModulePath: modules = '' } = env;
  if (platform === 'win32') {
    if (shell !== undefined && shell !== '')
      return win32.basename(shell, '.exe') === 'fish' ? 'fish' : 'posix';
    const isOfUser = (folder: string): boolean =>
      /[\\/](?:Windows)?PowerShell[\\/]Modules[\\/]?$/i.test(folder) &&
      !/[\\/](?:System32|Program Files)[\\/]/i.test(folder);
    return modules.split(';').some(isOfUser) ? 'powershell' : 'cmd';
  }
  if (modules !== '') return 'powershell';
  return posix.basename(shell ?? '') === 'fish' ? 'fish' : 'posix';
}
