/**
 * Looks whether everything is ready for a release, and changes nothing: `npm run release:check`. What a release is
 * and how it is made: docs/releasing.md.
 */
import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { deriveDocs } from './derive-docs.ts';
import { deriveExamples } from './derive-examples.ts';
import { type Packed, packageProblems, sizeBudget } from './package-rules.ts';
import { type VersionedFiles, changelogProblems, frozenProblems, versionProblems } from './release-rules.ts';
import { writeDerived } from './write-derived.ts';

const frozenSchemas = 'test/fixtures/v1/schemas';

async function run(command: string, ...args: string[]): Promise<string> {
  return (await promisify(execFile)(command, args, { maxBuffer: 2 ** 26 })).stdout;
}

async function repositoryProblems(): Promise<readonly string[]> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  const changed = (await run('git', 'status', '--porcelain')).split('\n').filter(Boolean);
  const tagged = await run('git', 'tag', '--list', `v${version}`);
  return [
    ...changed.map((line) => `Not committed: ${line.trim()}`),
    ...(tagged === '' ? [] : [`v${version} is a tag already: choose the next version.`]),
  ];
}

async function versionedProblems(): Promise<readonly string[]> {
  const names: readonly (keyof VersionedFiles)[] = [
    'package.json',
    'package-lock.json',
    'CHANGELOG.md',
    'docs/ci/github.yml',
    'docs/ci/gitlab.yml',
    'action.yml',
    'schemas/answers.schema.json',
  ];
  const texts = await Promise.all(names.map(async (name) => [name, await readFile(name, 'utf8')] as const));
  const files = Object.fromEntries(texts) as unknown as VersionedFiles;
  return [...changelogProblems(files['CHANGELOG.md']), ...versionProblems(files)];
}

async function derivedProblems(): Promise<readonly string[]> {
  const keep = (): Promise<void> => Promise.resolve();
  const stale = [
    ...(await writeDerived(await deriveDocs(), keep)),
    ...(await writeDerived(await deriveExamples(), keep)),
  ];
  const generated = await run('npm', 'run', '--silent', 'generate', '--', '--check').catch(
    (error: { stderr: string }) => error.stderr,
  );
  return [
    ...stale.map((path) => `${path} is out of date: \`npm run docs\` or \`npm run examples\`.`),
    ...(generated.includes('up to date') ? [] : [generated.trim()]),
  ];
}

async function schemasIn(folder: string): Promise<[kind: string, text: string][]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.schema.json'));
  return Promise.all(
    names.map(async (name) => [
      name.replace('.schema.json', ''),
      await readFile(`${folder}/${name}`, 'utf8'),
    ]),
  );
}

async function schemaProblems(): Promise<readonly string[]> {
  // Later folders hold only what changed.
  const frozen = await Promise.all(
    (await readdir(frozenSchemas)).toSorted().map((release) => schemasIn(`${frozenSchemas}/${release}`)),
  );
  return frozenProblems(new Map(await schemasIn('schemas')), new Map(frozen.flat()));
}

async function contentProblems(): Promise<readonly string[]> {
  await run('npm', 'run', '--silent', 'build');
  const said = await run('npm', 'pack', '--dry-run', '--ignore-scripts', '--json');
  const [packed] = JSON.parse(said) as Packed[];
  if (packed === undefined) return ['npm pack says nothing.'];
  const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
  console.log(
    `      ${packed.files.length} files, ${kilobytes(packed.size)} packed (budget ${kilobytes(sizeBudget.packed)}), ` +
      `${kilobytes(packed.unpackedSize)} unpacked (budget ${kilobytes(sizeBudget.unpacked)})`,
  );
  return packageProblems(packed);
}

const steps = [
  ['everything is committed, and the version is new', repositoryProblems],
  ['the files agree on the version', versionedProblems],
  ['generated files are up to date', derivedProblems],
  ['the schemas are frozen', schemaProblems],
  ['the package holds what it should', contentProblems],
] as const;

for (const [what, problemsOf] of steps) {
  const problems = await problemsOf();
  console.log(`${problems.length === 0 ? 'ok   ' : 'NOT  '} ${what}`);
  for (const problem of problems) console.log(`      ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
console.log(
  process.exitCode === 1 ? '\nNot ready for a release.' : '\nReady: docs/releasing.md says what comes next.',
);
