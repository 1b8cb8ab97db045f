import { execFile } from 'node:child_process';
import { access, constants, mkdir, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { Program } from './peers.ts';
import type { Scratch } from './scratch.ts';

const run = promisify(execFile);

/** The Debian package, and what it needs beside Debian's own Python. */
const packages = ['yamllint', 'python3-yaml', 'python3-pathspec'];
const python = '/usr/bin/python3';

async function installed(): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, 'yamllint');
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return path;
  }
  return undefined;
}

/** Unpacks the Debian package into the scratch folder: nothing is installed, and nobody has to be root. */
async function unpacked({ folder }: Scratch): Promise<Program> {
  const home = join(folder, 'debian');
  await mkdir(home);
  await run('apt-get', ['download', ...packages], { cwd: home });
  const files = (await readdir(home)).filter((file) => file.endsWith('.deb'));
  for (const file of files) await run('dpkg-deb', ['-x', file, 'root'], { cwd: home });
  const modules = join(home, 'root/usr/lib/python3/dist-packages');
  const start = `import sys; sys.path.insert(0, ${JSON.stringify(modules)}); from yamllint.cli import run; run()`;
  return [python, '-c', start];
}

/** yamllint, ready to run, and its version. Throws where it cannot be had. */
export async function findYamllint(scratch: Scratch): Promise<{ program: Program; version: string }> {
  const path = await installed();
  const [file, ...before]: Program = path === undefined ? await unpacked(scratch) : [path];
  const { stdout } = await run(file, [...before, '--version'], { env: scratch.env });
  return { program: [file, ...before, '-d', 'relaxed'], version: stdout.trim() };
}
