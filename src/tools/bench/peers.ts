import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Scratch } from './scratch.ts';

/** A program and the arguments before the file. */
export type Program = readonly [string, ...string[]];

/** The other programs that read the same file, ready to run. */
export interface Peers {
  readonly ajv: Program;
  readonly spectral: Program;
}

/** What is measured beside us, pinned, so that figures of different days can be compared. */
export const peerVersions = {
  'ajv-cli': '5.0.0',
  'ajv-formats': '3.0.1',
  '@stoplight/spectral-cli': '6.16.3',
} as const;

/** Installs ajv-cli and spectral into the scratch folder, and makes a ruleset of our schema for spectral. */
export async function installPeers({ folder, schema }: Scratch): Promise<Peers> {
  const home = join(folder, 'peers');
  await mkdir(home);
  await writeFile(join(home, 'package.json'), JSON.stringify({ private: true, dependencies: peerVersions }));
  const quietly = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
  // npm sees all variables of whoever runs the bench: some of them say where packages come from.
  await promisify(execFile)('npm', ['install', ...quietly], {
    cwd: home,
    shell: process.platform === 'win32',
  });
  const ruleset = join(home, 'ruleset.json');
  const options = `{"schema":${await readFile(schema, 'utf8')}}`;
  const rule = `{"given":"$","severity":"error","then":{"function":"schema","functionOptions":${options}}}`;
  await writeFile(ruleset, `{"rules":{"sales-system":${rule}}}`);
  const program = (path: string): Program => [process.execPath, join(home, 'node_modules', path)];
  return {
    // Not strict: it would only print four remarks on our schema each time.
    ajv: [
      ...program('ajv-cli/dist/index.js'),
      'validate',
      '--strict=false',
      '-c',
      'ajv-formats',
      '-s',
      schema,
      '-d',
    ],
    spectral: [...program('@stoplight/spectral-cli/dist/index.js'), 'lint', '-r', ruleset],
  };
}
