import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, symlink, writeFile, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Forbidden imports and globals, each planted alone: [file, code, rule that must report it]. */
const violations: readonly (readonly [string, string, string])[] = [
  ['src/domain/planted.ts', "import 'yaml';", 'no-restricted-imports'],
  ['src/domain/planted.ts', "import 'node:fs';", 'no-restricted-imports'],
  ['src/domain/planted.ts', "import '#document/read/read-document.ts';", 'no-restricted-imports'],
  ['src/domain/planted.ts', "export * from '#render/escape.ts';", 'no-restricted-imports'],
  ['src/domain/planted.ts', "import '../io/files.ts';", 'no-restricted-imports'],
  ['src/checks/planted.ts', "import '#document/read/read-document.ts';", 'no-restricted-imports'],
  ['src/checks/planted.ts', "import 'yaml';", 'no-restricted-imports'],
  ['src/document/planted.ts', "import 'node:fs';", 'no-restricted-imports'],
  ['src/document/planted.ts', "import '#io/files.ts';", 'no-restricted-imports'],
  ['src/document/planted.ts', "import 'chalk';", 'no-restricted-imports'],
  ['src/render/planted.ts', "import '#io/files.ts';", 'no-restricted-imports'],
  ['src/render/planted.ts', "import 'commander';", 'no-restricted-imports'],
  ['src/render/planted.ts', "import 'node:path';", 'no-restricted-imports'],
  ['src/io/planted.ts', "import '#document/read/read-document.ts';", 'no-restricted-imports'],
  ['src/io/planted.ts', "import '#render/escape.ts';", 'no-restricted-imports'],
  ['src/io/planted.ts', "import '#cli/main.ts';", 'no-restricted-imports'],
  ['src/io/planted.ts', "import 'yaml';", 'no-restricted-imports'],
  ['src/app/planted.ts', "import 'commander';", 'no-restricted-imports'],
  ['src/app/planted.ts', "import '#cli/main.ts';", 'no-restricted-imports'],
  ['src/app/planted.ts', "import '#api/score.ts';", 'no-restricted-imports'],
  ['src/api/planted.ts', "import 'node:fs';", 'no-restricted-imports'],
  ['src/api/planted.ts', "import '#cli/main.ts';", 'no-restricted-imports'],
  ['src/api/planted.ts', "import '#io/files.ts';", 'no-restricted-imports'],
  ['src/api/planted.ts', "import 'commander';", 'no-restricted-imports'],
  ['src/cli/planted.ts', "import '#api/score.ts';", 'no-restricted-imports'],
  ['src/cli/planted.ts', "import '../api/score.ts';", 'no-restricted-imports'],
  ['src/cli/planted.ts', "import '../index.ts';", 'no-restricted-imports'],
  ['bin/planted.js', "import 'commander';", 'no-restricted-imports'],
  ['bin/planted.js', "import '../dist/index.js';", 'no-restricted-imports'],
  ...['domain', 'checks', 'document', 'render', 'app', 'api'].flatMap((room) => [
    [`src/${room}/planted.ts`, 'export const now = new Date();', 'no-restricted-globals'] as const,
    [`src/${room}/planted.ts`, 'export const here = process.cwd();', 'no-restricted-globals'] as const,
    [`src/${room}/planted.ts`, 'export const log = console;', 'no-restricted-globals'] as const,
    [`src/${room}/planted.ts`, 'export const dice = Math.random();', 'no-restricted-properties'] as const,
  ]),
];

/** Allowed imports, because a rule that forbids everything would also pass the test above. */
const allowed: readonly (readonly [string, string])[] = [
  ['src/domain/planted.ts', "import './model.ts';"],
  ['src/checks/planted.ts', "import '#domain/model.ts';"],
  ['src/document/planted.ts', "import 'js-yaml';\nimport 'yaml';\nimport '#domain/model.ts';"],
  [
    'src/render/planted.ts',
    "import 'fast-string-width';\nimport '#domain/model.ts';\nimport '#document/edit/write.ts';",
  ],
  ['src/io/planted.ts', "import 'node:fs/promises';\nimport '@inquirer/core';\nimport '#domain/model.ts';"],
  ['src/cli/planted.ts', "import 'commander';\nimport '#io/files.ts';\nimport '#render/escape.ts';"],
  [
    'src/api/planted.ts',
    "import 'chalk';\nimport './text.ts';\nimport '#app/gate/run-gate.ts';\nimport '#render/escape.ts';",
  ],
  ['src/app/planted.ts', "import 'node:path';\nimport '#io/files.ts';\nimport '#checks/index.ts';"],
  ['bin/planted.js', "import '../dist/main.cjs';"],
];

/** A file to plant. */
interface Planted {
  readonly file: string;
  readonly code: string;
}

let folder: string;

/** Runs oxlint once over all planted files, because starting it takes longest. Returns its messages by path. */
async function lint(planted: readonly Planted[]): Promise<ReadonlyMap<string, string>> {
  for (const { file, code } of planted) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${code}\n`);
  }
  const oxlint = join(folder, 'node_modules/oxlint/bin/oxlint');
  const files = planted.map(({ file }) => file);
  const stdout = await new Promise<string>((done) => {
    execFile(process.execPath, [oxlint, '--format', 'unix', ...files], { cwd: folder }, (_error, said) =>
      done(said),
    );
  });
  const lines = stdout.split('\n');
  return new Map(files.map((file) => [file, lines.filter((line) => line.includes(`${file}:`)).join('\n')]));
}

/** Adds a number to a path, so that many files can be planted in one directory. */
const addNumber = (file: string, number: number): string => file.replace('planted', `planted-${number}`);

const refused = violations.map(([file, code, rule], index) => ({ file: addNumber(file, index), code, rule }));
const accepted = allowed.map(([file, code], index) => ({ file: addNumber(file, 1000 + index), code }));

/** Two files that import each other: once a value, once a type. */
const circles = [
  ['a value', "import './planted-back.ts';", "import '#domain/planted.ts';"],
  ['a type', "import type {} from './planted-back.ts';", "import type {} from '#domain/planted.ts';"],
] as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boundaries-'));
  for (const name of ['.oxlintrc.json', 'package.json']) await copyFile(name, join(folder, name));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('import boundaries', () => {
  let said: ReadonlyMap<string, string>;
  beforeAll(async () => {
    said = await lint([...refused, ...accepted]);
  });

  it.each(refused)('$file: $code is refused', ({ file, rule }) => {
    expect(said.get(file)).toContain(rule);
  });

  it.each(accepted)('$file: $code is allowed', ({ file }) => {
    expect(said.get(file)).not.toContain('no-restricted');
  });

  it.each(circles)('two files that import %s of each other are refused', async (_what, there, back) => {
    const [one, other] = ['src/domain/planted.ts', 'src/domain/planted-back.ts'];
    const found = await lint([
      { file: one, code: there },
      { file: other, code: back },
    ]);
    expect(found.get(one)).toContain('no-cycle');
  });
});
