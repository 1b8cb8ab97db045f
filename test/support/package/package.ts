import { execFile } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };

/** Output and exit code of a program. */
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

/** Major versions that the package supports: `^20.19.0 || >=24` gives 20 and 24. */
export const majors: readonly string[] = manifest.engines.node
  .split('||')
  .map((range) => /\d+/.exec(range)?.[0] ?? '');

/** Matches variables that an outer npm sets. They would point to this package. */
const ofOuterRun = /^(?:npm_(?!config_)|npm_config_local_prefix$|INIT_CWD$|NODE$|NODE_OPTIONS$)/i;

/** Runs npm in a folder. `node` is the folder of the Node binary, which comes first on the PATH. */
export function runNpm(
  args: readonly string[],
  cwd: string,
  node = dirname(process.execPath),
): Promise<Ended> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofOuterRun.test(name)));
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--no-update-notifier'];
  return runProgram('npm', [...args, ...quiet, '--ignore-scripts', '--prefix', cwd], {
    cwd,
    env: { ...env, PATH: `${node}${delimiter}${process.env['PATH']}` },
  });
}
