import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Meter, startMeter } from './meter.ts';

/** Where a bench works: a folder of its own, far from any repository, with a copy of the built tool. */
export interface Scratch {
  readonly folder: string;
  /** Node and the command: what arguments follow. */
  readonly tool: readonly [string, ...string[]];
  /** The schema of declared systems that belongs to the copy. */
  readonly schema: string;
  /** Variables that measured programs see, and no others. */
  readonly env: Readonly<Record<string, string>>;
  readonly meter: Meter;
  /** An empty folder that was not there before. */
  readonly newFolder: (name: string) => Promise<string>;
  /** Ends what runs, and removes everything unless it is to be kept. */
  readonly close: (keep: boolean) => Promise<void>;
}

/** The day that documents of the bench are judged at, so that time passing finds nothing new. */
const asOf = '2026-11-23';

/** The option that says so. */
export const onTheDay = ['--as-of', asOf] as const;

/** The document that is checked alone. */
export const strongExample = 'examples/tarnbeck-cooling/sales-system.yaml';

/** Variables of the machine that programs cannot do without. */
function environment(home: string): Record<string, string> {
  const kept = ['PATH', 'SystemRoot'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), HOME: home, LANG: 'C.UTF-8', TZ: 'UTC' };
}

function variablesOfShell(): Record<string, string> {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  return Object.fromEntries(own.map(([name, value = '']) => [name, value]));
}

/**
 * Makes a scratch folder. The tool is copied, so that a build while the bench runs does not change what it measures.
 *
 * @param shell whether programs see every variable of the shell
 */
export async function openScratch(shell: boolean): Promise<Scratch> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'sales-audit-bench-'));
  const home = join(folder, 'home');
  const tool = join(folder, 'tool');
  await mkdir(home);
  for (const part of ['bin', 'dist', 'schemas', 'package.json']) {
    await cp(part, join(tool, part), { recursive: true });
  }
  await symlink(resolve('node_modules'), join(tool, 'node_modules'), 'junction');
  const env = { ...(shell && variablesOfShell()), ...environment(home) };
  const meter = await startMeter(folder, env);
  return {
    folder,
    tool: [process.execPath, join(tool, 'bin/sales-audit.js')],
    schema: join(tool, 'schemas/sales-system.schema.json'),
    env,
    meter,
    newFolder: (name) => mkdtemp(join(folder, `${name}-`)),
    close: async (keep) => {
      meter.close();
      if (!keep) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The tool as it comes from a registry: without what the build has compiled for the Node of this machine. */
export async function installedTool({ folder, newFolder, tool: [node] }: Scratch): Promise<Scratch['tool']> {
  const copy = await newFolder('installed');
  await cp(join(folder, 'tool'), copy, { recursive: true, filter: (path) => !path.endsWith('code-cache') });
  return [node, join(copy, 'bin/sales-audit.js')];
}

/** Copies a document into a new folder outside any repository, and returns the folder. */
export async function folderWith(scratch: Scratch, document: string, name: string): Promise<string> {
  const folder = await scratch.newFolder('outside');
  await cp(document, join(folder, name));
  return folder;
}

/** A small git repository with the strong example as it grew in three commits, and two other files. */
export async function smallRepository(scratch: Scratch): Promise<string> {
  const folder = await scratch.newFolder('repository');
  const text = await readFile(strongExample, 'utf8');
  const git = async (date: string, ...args: string[]): Promise<void> => {
    const who = ['-c', 'user.name=Bench', '-c', 'user.email=bench@firm.example'];
    const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    await promisify(execFile)('git', [...who, ...args], { cwd: folder, env: { ...scratch.env, ...dates } });
  };
  await git('', 'init', '--quiet');
  await writeFile(join(folder, 'README.md'), '# A firm\n');
  await writeFile(join(folder, 'answers.txt'), 'Not ours.\n');
  const days = ['2026-08-03', '2026-09-14', '2026-10-12'];
  for (const [index, day] of days.entries()) {
    const more = days.slice(index + 1).map((each) => `  - What was still open before ${each}?\n`);
    await writeFile(join(folder, 'sales-system.yaml'), text + more.join(''));
    await git('', 'add', '--all');
    await git(`${day}T09:00:00Z`, 'commit', '--quiet', '--message', `As of ${day}`);
  }
  return folder;
}
