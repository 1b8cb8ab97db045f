import { execFile } from 'node:child_process';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../support/folder.ts';

/** A project without unused code: files by path. */
const project: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'planted',
    type: 'module',
    imports: { '#*': './src/*' },
    dependencies: { yaml: '*' },
    devDependencies: { vitest: '*' },
  }),
  'src/index.ts': "import 'yaml';\nexport { score } from '#domain/score.ts';\n",
  'src/domain/score.ts': 'const half = 2;\nexport const score = (points: number): number => points / half;\n',
  'vitest.config.ts':
    "import { defineConfig } from 'vitest/config';\n" +
    "export default defineConfig({ test: { setupFiles: ['test/support/setup.ts'] } });\n",
  'test/support/setup.ts': '',
  'test/score.test.ts': "import 'vitest';\nimport { score } from '#domain/score.ts';\nscore(1);\n",
};

/** Kinds of unused code, each planted alone: [name, changed files, expected message]. */
const unused: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ['a file', { 'src/domain/planted.ts': '' }, /Unused files \(1\)\nsrc\/domain\/planted\.ts/],
  [
    'an export',
    { 'src/domain/score.ts': 'export const score = 1;\nexport const planted = 2;\n' },
    /Unused exports \(1\)\nplanted /,
  ],
  [
    'an export that only its own file uses',
    { 'src/domain/score.ts': 'export const planted = 2;\nexport const score = planted;\n' },
    /Unused exports \(1\)\nplanted /,
  ],
  [
    'a type',
    { 'src/domain/score.ts': 'export const score = 1;\nexport interface Planted {}\n' },
    /Unused exported types \(1\)\nPlanted /,
  ],
  [
    'an export of a test',
    { 'test/score.test.ts': "import './helper.ts';\n", 'test/helper.ts': 'export const planted = 2;\n' },
    /Unused exports \(1\)\nplanted /,
  ],
  ['a dependency', { 'src/index.ts': 'export {};\n' }, /Unused dependencies \(1\)\nyaml /],
  [
    'one of two names',
    {
      'src/index.ts': "import 'yaml';\nexport { score, planted } from '#domain/score.ts';\n",
      'src/domain/score.ts': 'export const score = 1;\nexport const planted = score;\n',
    },
    /Duplicate exports \(1\)\nscore\|planted /,
  ],
];

const onlyTested = {
  'src/domain/score.ts': 'export const score = 1;\nexport const planted = 2;\n',
  'test/score.test.ts': "import { planted } from '#domain/score.ts';\nplanted;\n",
};

/** Runs knip with our settings on the project with some files changed. Returns its output. */
async function plant(files: Readonly<Record<string, string>>, ...options: string[]): Promise<string> {
  const folder = await emptyFolder();
  for (const name of ['knip.ts', 'tsconfig.json']) await copyFile(name, join(folder, name));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  for (const [path, text] of Object.entries({ ...project, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const program = join(folder, 'node_modules/knip/bin/knip.js');
  return new Promise((done) => {
    execFile(
      process.execPath,
      [program, '--no-config-hints', ...options],
      { cwd: folder },
      (error, stdout, stderr) => done(`${error === null ? 'passed' : error.code} ${stdout}${stderr}`),
    );
  });
}

describe('unused code', () => {
  it.each([[[]], [['--production']]])('is not reported in a clean project: %j', async (options) => {
    expect(await plant({}, ...options)).toBe('passed ');
  });

  it.each(unused)('%s is reported', async (_what, files, said) => {
    const found = await plant(files);
    expect(found).toMatch(said);
    expect(found.startsWith('1 ')).toBe(true);
  });

  it('code that only a test uses is reported with --production', async () => {
    expect(await plant(onlyTested)).toBe('passed ');
    expect(await plant(onlyTested, '--production')).toMatch(/^1 Unused exports \(1\)\nplanted /);
  });
});
