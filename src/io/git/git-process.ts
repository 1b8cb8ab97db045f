import { type ExecFileException, execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { basename, delimiter, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { getErrorCode } from '#io/system-errors.ts';
import { beginWait, endWait, findSilence, giveUp, longestCall } from './git-time.ts';

/** Maximum bytes of file contents to read at once: 64 MiB. */
const contentBytes = 64 * 1024 * 1024;
/** Maximum bytes of any other output of git: 256 MiB. */
const listBytes = 256 * 1024 * 1024;

/** Options that keep the repository's configuration from starting programs, writing, or changing the output. */
const safely = [
  '--no-pager',
  '--literal-pathspecs',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.untrackedCache=false'],
  ...['log.showSignature=false', 'log.showRoot=true', 'log.follow=false', 'log.diffMerges=first-parent'],
].flatMap((each) => (each.startsWith('--') ? [each] : ['-c', each]));

/** Variables to pass on to git. Others, which hooks set, would point it to another repository. */
const preserved =
  /^GIT_(?:CONFIG_(?!NOSYSTEM$)|CEILING_DIRECTORIES$|DISCOVERY_ACROSS_FILESYSTEM$|EXEC_PATH$)/;

function makeEnvironment(): NodeJS.ProcessEnv {
  const passed = Object.entries(process.env).flatMap(([name, value = '']) => {
    if (name.startsWith('GIT_') && !preserved.test(name)) return [];
    if (name.toUpperCase() !== 'PATH') return [[name, value]];
    // A relative folder in PATH could run a `git` of the repository.
    const folders = value.split(delimiter).filter((folder) => isAbsolute(folder));
    return folders.length === 0 ? [] : [[name, folders.join(delimiter)]];
  });
  return {
    ...Object.fromEntries(passed),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // Never fetch objects that a partial clone lacks. Older versions of git know only the second variable.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

/** Result of running git. */
export interface Output {
  readonly ok: boolean;
  /** Its stdout; incomplete unless `ok`. */
  readonly out: Buffer;
  /** First line of its stderr, or why it could not run; empty if it said nothing. */
  readonly fault: string;
  /** All of its stderr. */
  readonly said: string;
  /** Code of the system error that prevented or ended the run. */
  readonly code: string;
}

/** Describes why git failed. */
function describeFault(error: ExecFileException | null, said: string): string {
  if (getErrorCode(error) === 'ENOENT') return 'git is not installed';
  if (getErrorCode(error) === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'git printed more than is read';
  const line = said.split('\n')[0] ?? '';
  return line.replace(/^fatal: /, '').replace(/\.$/, '');
}

/**
 * Runs git in a folder, without shell, network, prompts, hooks or writes. Never rejects if git fails. Once git had to be
 * stopped, it is not run again.
 */
export async function runGit(
  folder: string,
  args: readonly string[],
  input = '',
  maxBuffer = listBytes,
  longest = longestCall,
): Promise<Output> {
  const silence = findSilence();
  if (silence !== undefined)
    return { ok: false, out: Buffer.alloc(0), fault: silence, said: '', code: 'ETIMEDOUT' };
  const timeout = beginWait(longest);
  const options = {
    cwd: folder,
    env: makeEnvironment(),
    encoding: 'buffer',
    maxBuffer,
    timeout,
    killSignal: 'SIGKILL',
  } as const;
  return new Promise((done) => {
    const child = execFile('git', [...safely, ...args], options, (error, out, said) => {
      const text = said.toString();
      endWait();
      // Only the time makes Node kill it without a code of its own.
      const fault = error?.killed === true ? giveUp(timeout, longest) : describeFault(error, text);
      done({ ok: error === null, out, fault, said: text, code: getErrorCode(error) });
    });
    // If git ends early, its stdin is closed. The exit code already reports that.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function getRealPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** Converts a path to git's name for it, relative to the root, with links resolved; undefined outside the root. */
export function toGitPath(root: string, path: string): string | undefined {
  const given = resolve(root, path);
  const folder = dirname(given);
  const real = getRealPath(given) ?? join(getRealPath(folder) ?? folder, basename(given));
  const inside = relative(realpathSync.native(root), real);
  const leaves = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return leaves || inside === '' ? undefined : inside.split(sep).join('/');
}

/** Reads contents by id, in the order of the ids. Leaves out those that are not on this machine, or too large. */
export async function readBlobs(root: string, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>();
  const { out } = await runGit(
    root,
    ['cat-file', '--batch'],
    ids.map((id) => `${id}\n`).join(''),
    contentBytes,
  );
  let start = 0;
  for (let end = out.indexOf(10); end !== -1; end = out.indexOf(10, start)) {
    const [id = '', kind, size] = out.toString('latin1', start, end).split(' ');
    start = end + 1;
    if (kind !== 'blob') continue;
    const stop = start + Number(size);
    if (stop >= out.length) break; // This one is cut off.
    blobs.set(id, new Uint8Array(out.subarray(start, stop)));
    start = stop + 1;
  }
  return blobs;
}
