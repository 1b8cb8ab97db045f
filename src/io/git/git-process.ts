import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { basename, delimiter, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { getErrorCode } from '#io/system-errors.ts';

/** Bytes of all contents that are read at once: 64 MiB. */
const contentBytes = 64 * 1024 * 1024;
/** Bytes of anything else that git prints: 256 MiB. */
const listBytes = 256 * 1024 * 1024;

/** A configuration of the repository must not start programs, write, or change what is printed. */
const safely = [
  '--no-pager',
  '--literal-pathspecs',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'core.untrackedCache=false'],
  ...['log.showSignature=false', 'log.showRoot=true', 'log.follow=false', 'log.diffMerges=first-parent'],
].flatMap((each) => (each.startsWith('--') ? [each] : ['-c', each]));

/** Variables of git that are passed on. The others, which hooks set, would point it at another repository. */
const kept = /^GIT_(?:CONFIG_(?!NOSYSTEM$)|CEILING_DIRECTORIES$|DISCOVERY_ACROSS_FILESYSTEM$|EXEC_PATH$)/;

function environment(): NodeJS.ProcessEnv {
  const passed = Object.entries(process.env).flatMap(([name, value = '']) => {
    if (name.startsWith('GIT_') && !kept.test(name)) return [];
    if (name.toUpperCase() !== 'PATH') return [[name, value]];
    // A relative folder in PATH would run a `git` that the repository brings along.
    const folders = value.split(delimiter).filter((folder) => isAbsolute(folder));
    return folders.length === 0 ? [] : [[name, folders.join(delimiter)]];
  });
  return {
    ...Object.fromEntries(passed),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // Objects that a partial clone lacks are not fetched; older versions of git know only the second way.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

/** What git printed. */
export interface Output {
  readonly ok: boolean;
  /** Complete only where `ok`; else what came before the fault. */
  readonly out: Buffer;
  /** First line of what git said about the fault. */
  readonly fault: string;
  /** Code of the system error that kept git from running or ended it. */
  readonly code: string;
}

/** Runs git in a folder: without a shell, network, prompt, hook or write. Never rejects for what git does. */
export async function runGit(
  folder: string,
  args: readonly string[],
  input = '',
  maxBuffer = listBytes,
): Promise<Output> {
  const options = { cwd: folder, env: environment(), encoding: 'buffer', maxBuffer } as const;
  return new Promise((done) => {
    const child = execFile('git', [...safely, ...args], options, (error, out, said) => {
      const fault = said.toString().split('\n')[0] ?? '';
      done({ ok: error === null, out, fault, code: getErrorCode(error) });
    });
    // A git that ends early closes its input; its exit code says so already.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function realpathIfThere(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** A path as git names it below the root, symbolic links resolved; undefined outside the root. */
export function joinPath(root: string, path: string): string | undefined {
  const given = resolve(root, path);
  const folder = dirname(given);
  const real = realpathIfThere(given) ?? join(realpathIfThere(folder) ?? folder, basename(given));
  const inside = relative(realpathSync.native(root), real);
  const leaves = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return leaves || inside === '' ? undefined : inside.split(sep).join('/');
}

/** Contents by id, in the order of the ids, as far as they are on this machine and not too large. */
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
    if (stop >= out.length) break; // Cut off within this one.
    blobs.set(id, new Uint8Array(out.subarray(start, stop)));
    start = stop + 1;
  }
  return blobs;
}
