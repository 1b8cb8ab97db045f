/** Checks that the project is ready for a release: `npm run release:check` (docs/releasing.md). Changes nothing. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deriveDocs } from '#tools/docs/derive-docs.ts';
import { deriveExamples } from '#tools/docs/derive-examples.ts';
import { generateApiReference } from '#tools/docs/api-reference.ts';
import { writeDerived } from '../write-derived.ts';
import { findFrozenProblems } from './frozen.ts';
import { findPackageProblems } from './package.ts';
import { type VersionedFiles, findVersionProblems } from './rules.ts';

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };

async function run(command: string, ...args: string[]): Promise<string> {
  return (await promisify(execFile)(command, args, { maxBuffer: 2 ** 26 })).stdout;
}

async function findRepositoryProblems(): Promise<string[]> {
  const changed = (await run('git', 'status', '--porcelain')).split('\n').filter(Boolean);
  const tag = await run('git', 'tag', '--list', `v${version}`);
  return [
    ...changed.map((line) => `Not committed: ${line.trim()}`),
    ...(tag === '' ? [] : [`v${version} is a tag already: choose the next version.`]),
  ];
}

async function findVersionedProblems(): Promise<string[]> {
  const names: readonly (keyof VersionedFiles)[] = [
    'package.json',
    'package-lock.json',
    'CHANGELOG.md',
    'docs/ci/github.yml',
    'docs/ci/gitlab.yml',
    '.ci/pre-commit/.pre-commit-hooks.yaml',
    'schemas/answers.schema.json',
  ];
  const texts = await Promise.all(names.map(async (name) => [name, await readFile(name, 'utf8')] as const));
  return findVersionProblems(Object.fromEntries(texts) as Record<keyof VersionedFiles, string>);
}

async function findStaleFiles(): Promise<string[]> {
  const writeNothing = (): Promise<void> => Promise.resolve();
  const stale = [
    ...(await writeDerived(await deriveDocs(), writeNothing)),
    ...(await writeDerived(await generateApiReference(), writeNothing)),
    ...(await writeDerived(await deriveExamples(), writeNothing)),
  ];
  const generated = await run('npm', 'run', '--silent', 'generate', '--', '--check').catch(
    (error: { stderr: string }) => error.stderr,
  );
  return [
    ...stale.map((path) => `${path} is out of date: \`npm run docs\` or \`npm run api\`.`),
    ...(generated.includes('up to date') ? [] : [generated.trim()]),
  ];
}

async function findPackedProblems(): Promise<string[]> {
  await run('npm', 'run', '--silent', 'build');
  const folder = await mkdtemp(join(tmpdir(), 'sales-audit-release-'));
  try {
    const name = await run('npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
    return await findPackageProblems(join(folder, name.trim()));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const steps = [
  ['everything is committed, and the version is new', findRepositoryProblems],
  ['the files name the version', findVersionedProblems],
  ['generated files are up to date', findStaleFiles],
  ['the version is frozen', () => findFrozenProblems(version)],
  ['publint and attw find nothing in the package', findPackedProblems],
] as const;

for (const [what, findProblems] of steps) {
  const problems = await findProblems();
  console.log(`${problems.length === 0 ? 'ok   ' : 'NOT  '} ${what}`);
  for (const problem of problems) console.log(`      ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
console.log(
  process.exitCode === 1 ? '\nNot ready for a release.' : '\nReady: docs/releasing.md says what comes next.',
);
