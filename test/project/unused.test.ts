import { execFile } from 'node:child_process';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeEmptyFolder } from '../support/folder.ts';

/** A project in which everything is used, by path. */
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

/** Unused code, each case in its own file: name, files, report. */
const unused: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ['a file', { 'src/domain/nobodys.ts': '' }, /Unused files \(1\)\nsrc\/domain\/nobodys\.ts$/m],
  [
    'an export',
    { 'src/domain/one.ts': 'export const used = 1;\nexport const plantedExport = 2;\n' },
    /^plantedExport +src\/domain\/one\.ts/m,
  ],
  [
    'an export that only its own file uses',
    { 'src/domain/two.ts': 'export const plantedOwn = 2;\nexport const used = plantedOwn + 1;\n' },
    /^plantedOwn +src\/domain\/two\.ts/m,
  ],
  [
    'a type',
    { 'src/domain/three.ts': 'export const used = 1;\nexport interface PlantedType {}\n' },
    /^Unused exported types \(1\)\nPlantedType .*src\/domain\/three\.ts/m,
  ],
  [
    'an export of a test',
    { 'test/score.test.ts': "import './helper.ts';\n", 'test/helper.ts': 'export const plantedHelp = 2;\n' },
    /^plantedHelp +test\/helper\.ts/m,
  ],
  ['a dependency', {}, /^Unused dependencies \(1\)\nplanted-package /m],
  [
    'one of two names',
    { 'src/domain/four.ts': 'export const used = 1;\nexport const plantedAlias = used;\n' },
    /^Duplicate exports \(1\)\nused\|plantedAlias /m,
  ],
];

/** What uses the files above, but for what was planted in them. */
const users = {
  'package.json': JSON.stringify({
    name: 'planted',
    type: 'module',
    imports: { '#*': './src/*' },
    dependencies: { yaml: '*', 'planted-package': '*' },
    devDependencies: { vitest: '*' },
  }),
  'src/index.ts': [
    "import 'yaml';",
    "export { score } from '#domain/score.ts';",
    "export { used as one } from '#domain/one.ts';",
    "export { used as two } from '#domain/two.ts';",
    "export { used as three } from '#domain/three.ts';",
    "export { used, plantedAlias } from '#domain/four.ts';",
    '',
  ].join('\n'),
};

const onlyTested = {
  'src/domain/score.ts': 'export const score = 1;\nexport const planted = 2;\n',
  'test/score.test.ts': "import { planted } from '#domain/score.ts';\nplanted;\n",
};

/** What knip says, by our settings, of the project with some files changed. */
async function plant(files: Readonly<Record<string, string>>, ...options: string[]): Promise<string> {
  const folder = await makeEmptyFolder();
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
  it.each([[[]], [['--production']]])('is not found if there is none: %j', async (options) => {
    expect(await plant({}, ...options)).toBe('passed ');
  });

  describe('planted', () => {
    // One run for all of them: starting it takes longest.
    let run: Promise<string> | undefined;
    const findAll = (): Promise<string> =>
      (run ??= plant(Object.assign({}, users, ...unused.map(([, files]) => files))));

    it.each(unused)('%s is found', async (_what, _files, said) => {
      expect(await findAll()).toMatch(said);
    });

    it('is all that is found', async () => {
      const found = await findAll();
      const names = [...found.matchAll(/nobodys|planted[A-Z-]\w*|PlantedType/gi)].map(([name]) => name);
      expect(new Set(names).size).toBe(unused.length);
      // The exit code is the number of kinds.
      expect(found).toMatch(/^[1-9]\d* /);
    });
  });

  it('what only a test uses is found in the product', async () => {
    expect(await plant(onlyTested)).toBe('passed ');
    expect(await plant(onlyTested, '--production')).toMatch(/^1 Unused exports \(1\)\nplanted /);
  });
});
