import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { getOpener } from './host.ts';

/** How long an opener may take to say that it cannot, in milliseconds. One that is still running has opened the file. */
const patience = 2000;

/** Returns the program that opens a file, with its arguments. On Windows it is a command of `cmd` itself. */
function listOpenerWords(path: string, platform: string): readonly string[] {
  if (platform === 'win32') return ['cmd', '/d', '/s', '/c', `start "" "${path}"`];
  return [...getOpener('posix', platform), path];
}

/** Opens a file in the program of the desktop for it. Returns whether that worked, as far as the opener says. */
export async function openFile(
  path: string,
  env: Readonly<Record<string, string | undefined>>,
  platform: string = process.platform,
): Promise<boolean> {
  const [program = '', ...args] = listOpenerWords(path, platform);
  const child = spawn(program, args, {
    env,
    stdio: 'ignore',
    detached: platform !== 'win32',
    windowsVerbatimArguments: platform === 'win32',
  });
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
  const opened = await Promise.race([ended, wait(patience, true, { ref: false })]);
  child.unref();
  return opened;
}
