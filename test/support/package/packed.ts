import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Packs the package into a folder. Returns the path of the archive. */
export async function pack(folder: string): Promise<string> {
  const options = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  await run('npm', options, { cwd: resolve('.'), env: { ...process.env, npm_config_loglevel: 'error' } });
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  return join(folder, archive);
}

/**
 * Installs the packed package in a folder. It has no dependencies, so this needs no network.
 *
 * @returns the folder of the package
 */
export async function installPacked(folder: string): Promise<string> {
  const archive = await pack(folder);
  const own = join(folder, 'node_modules/sales-audit');
  await mkdir(own, { recursive: true });
  await run('tar', ['-xzf', archive, '--strip-components', '1', '-C', own]);
  await writeFile(join(folder, 'package.json'), '{"private": true, "type": "module"}\n');
  return own;
}
