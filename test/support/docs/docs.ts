import { cp, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { change } from './edit-text.ts';
import { writeFakeBrowser } from '../fake-browser.ts';
import { type Block, parseBlocks, replaceBlocks } from './markdown.ts';
import { type Screens, openScreens } from '../terminal/screen.ts';
import { type Shell, openShell, playSession } from '../shell.ts';
import { findYamlFaults } from './yaml-blocks.ts';

/** Reference date of every page and of the examples. */
const today = '2026-11-23';

/** Pages for contributors, whose commands run in a copy of the project. */
const inRepository = new Set(['docs/adding.md', 'CONTRIBUTING.md']);

/** Paths that are not copied: builds, dependencies, git data and pictures. */
const leftOut = /^(?:node_modules|\.git|dist\..*|coverage|docs\/images)$/;

/** Copies the project, so that tests can change it. Dependencies are linked. */
async function copyRepository(folder: string): Promise<void> {
  const entries = (await readdir('.')).filter((name) => !leftOut.test(name));
  const filter = (path: string): boolean => !leftOut.test(path.replaceAll('\\', '/'));
  for (const name of entries) await cp(name, join(folder, name), { recursive: true, filter });
  await mkdir(join(folder, 'node_modules'));
  for (const name of await readdir('node_modules')) {
    await symlink(resolve('node_modules', name), join(folder, 'node_modules', name));
  }
  const command = join(folder, '.bin', 'sales-audit');
  await rm(command);
  await symlink(join(folder, 'bin', 'sales-audit.js'), command);
}

/** Variables that redirect global installations to the folder of the shell. */
const getVariables = (folder: string): Record<string, string> => ({
  npm_config_prefix: join(folder, '.bin', 'global'),
});

/** Opens a shell in a copy of the project. */
export async function openRepository(): Promise<Shell> {
  return openShell({ fill: copyRepository, stays: true, env: getVariables, isBuilt: true });
}

/** State of a running page. */
interface Page {
  readonly screens: Screens;
  /** Runs the blocks of the page. */
  shell(): Promise<Shell>;
  /** A copy of the project. */
  repository(): Promise<Shell>;
}

/** Runs commands. Throws if one fails. */
async function succeed(shell: Shell, commands: string): Promise<void> {
  const { code, output } = await shell.run(`set -e\n${commands}`);
  if (code !== 0) throw new Error(`Ended with ${code}:\n${output}`);
}

function getNote({ notes }: Block, key: string): string | undefined {
  return notes.find(([name]) => name === key)?.[1];
}

/** The command that installs the tool globally. */
const globally = 'npm install --global .';

/**
 * Checks an installation without running it, since it would use the network or run these tests. `.ci/run` runs the
 * README's test command in a clean clone.
 */
async function checkInstallation(text: string): Promise<void> {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: object };
  const known = new Set([
    'npm ci',
    'npm ci --ignore-scripts',
    globally,
    ...Object.keys(scripts).flatMap((name) => [`npm ${name}`, `npm run ${name}`]),
  ]);
  const unknown = text.split(' && ').filter((command) => !known.has(command));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(' and no ')}.`);
}

/** Writes a block to the file named in its note. */
async function writeNamed(shell: Shell, block: Block): Promise<void> {
  const path = join(shell.cwd, getNote(block, 'file') ?? '');
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${block.text}\n`);
}

/** Writes a block that is a whole file. */
async function writeFileOfPage(page: Page, block: Block): Promise<string> {
  if (getNote(block, 'file') === undefined) throw new Error('No note says which file this is.');
  await writeNamed(await page.shell(), block);
  return block.text;
}

/** Applies a diff without line numbers. Its lines without `+` must occur in the file exactly once. */
async function applyDiff(shell: Shell, block: Block): Promise<void> {
  const path = join(shell.cwd, getNote(block, 'file') ?? '');
  const lines = block.text.split('\n').map((line) => [line[0] ?? ' ', line.slice(1)] as const);
  const without = (sign: string): string =>
    lines.flatMap(([mark, text]) => (mark === sign ? [] : [`${text}\n`])).join('');
  await writeFile(path, change(without('+'), without('-'))(await readFile(path, 'utf8')));
}

/** Handlers by kind of block. A block of another kind fails the page. */
const players: Readonly<Record<string, (page: Page, block: Block) => Promise<string>>> = {
  /** A session: each command must print the output shown. */
  console: async (page, block) => playSession(await page.shell(), block.text),

  /** Commands: each must succeed. */
  sh: async (page, block) => {
    if (/\bnpm ci\b/.test(block.text)) {
      await checkInstallation(block.text);
      if (block.text.includes(globally)) await succeed(await page.repository(), globally);
      return block.text;
    }
    await succeed(await page.shell(), block.text);
    return block.text;
  },

  /** Output of the tool: a screen, or the run in the README, which `npm run docs` writes. */
  text: async (page, block) => {
    if (block.notes.some(([key]) => /^(?:same )?screen$/.test(key)))
      return page.screens.play(await page.shell(), block);
    if (block.notes.every(([key]) => key !== 'captured run'))
      throw new Error('No note says what shows this.');
    return (await readFile('examples/harbor-instruments/summary.txt', 'utf8')).trimEnd();
  },

  /** A document or a part of one, which must be valid. Written to a file if its note names one. */
  yaml: async (page, block) => {
    const faults = await findYamlFaults(getNote(block, 'kind'), block.text);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    if (getNote(block, 'file') !== undefined) await writeNamed(await page.shell(), block);
    return block.text;
  },

  /** Code of a file. Commands below it compile and run it. */
  ts: writeFileOfPage,

  /** A Markdown file. Commands below it read it. */
  markdown: writeFileOfPage,

  /** A chart, which test/project/architecture.test.ts compares with the imports. */
  mermaid: (_page, block) => Promise.resolve(block.text),

  /** A change to a file. Commands below it test it. */
  diff: async (page, block) => {
    await applyDiff(await page.shell(), block);
    return block.text;
  },
};

/**
 * Runs a page from top to bottom, as a reader would. Returns it with the current output of its blocks.
 *
 * @param update whether screens take the current output instead of waiting for the expected one
 */
export async function playPage(path: string, text: string, update: boolean): Promise<string> {
  const screens = openScreens(update);
  const env = (folder: string): Record<string, string> => ({
    CHROME_PATH: join(folder, '.bin', 'browser'),
  });
  const fill = async (folder: string): Promise<void> => {
    await cp('examples', join(folder, 'examples'), { recursive: true });
    await writeFakeBrowser(join(folder, '.bin'), 'printf "%%PDF-1.4\\n%%%%EOF\\n" > "$pdf"', 'browser');
  };
  let own: Promise<Shell> | undefined;
  let copy: Promise<Shell> | undefined;
  const repository = (): Promise<Shell> => (copy ??= openRepository());
  const shell = (): Promise<Shell> =>
    inRepository.has(path) ? repository() : (own ??= openShell({ fill, stays: true, env, today }));
  const played: string[] = [];
  try {
    for (const block of parseBlocks(text)) {
      const play = players[block.language];
      const place = `${path}:${block.line}`;
      if (play === undefined) throw new Error(`${place}: nothing tests a block of kind "${block.language}".`);
      played.push(
        await play({ screens, shell, repository }, block).catch((error: Error) => {
          throw new Error(`${place}: ${error.message}`, { cause: error });
        }),
      );
    }
  } finally {
    screens.dispose();
  }
  return replaceBlocks(text, played);
}
