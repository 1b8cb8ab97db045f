/** Longer than 200 lines: tables of files and patterns with the expected matches. */
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { declaresOwnKind, isForeign, isOutput, resemblesOwnKind } from '#document/schema/kind-sniffer.ts';
import { UsageError } from '#domain/errors.ts';
import * as io from '#io/discover.ts';
import { makeMatcher } from '#io/globs.ts';
import { listRecursively } from '#io/list-files.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import { withLocked } from '../support/locked.ts';
import { makeRepository, writeBelow } from './git/repository.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await makeEmptyFolder();
  for (const [path, text] of Object.entries(files)) await writeBelow(folder, path, text);
  return folder;
}

const ours = 'kind: answers\n';

const tests = { declaresOwnKind, resemblesOwnKind, isForeign, isOutput };
const discover = async (cwd: string): Promise<string[]> => (await io.discover(cwd, { tests })).files;
const expandAliases = async (
  cwd: string,
  patterns: string[],
): Promise<{ files: string[]; unmatched: string[] }> => {
  const { files, unmatched } = await io.expandPatterns(cwd, patterns, { tests });
  return { files, unmatched };
};

describe('discover', () => {
  it.each([
    ['sales-system.yaml', '', true],
    ['sales-system.yml', '', true],
    ['sales-system.json', '', true],
    ['emea.sales-system.yaml', '', true],
    ['sales-system.yaml', 'kind: Deployment', true],
    ['answers.yaml', ours, true],
    ['answers.yaml', '', false],
    ['answers.yaml', 'schemaVersion: 1\n', true],
    ['answers.yaml', 'kind: anwsers\nschemaVersion: 1\n', true],
    ['answers.yaml', 'a\0b', true],
    ['answers.yaml', `${'# filler\n'.repeat(600)}${ours}`, true],
    ['a/b/jo.answers.yml', ours, true],
    ['report.yaml', 'apiVersion: v1\nkind: Deployment\n', false],
    ['home.report.json', '{"lighthouseVersion": "12.0.0"}', false],
    ['report.json', '{"verdict": {"ok": true}, "findings": []}', false],
    ['q3.report.json', '{"kind": "report","schemaVersion":1}', true],
    ['my-answers.yaml', '', false],
    ['answers.yaml.bak', ours, false],
    ['answers.md', ours, false],
    ['.sales-audit.yaml', 'kind: config\n', false],
    ['other.yaml', ours, true],
    ['other.yml', 'kind: report\n', true],
    ['other.json', '{"schemaVersion": 1, "kind": "sales-system"}', true],
    ['other.yaml', 'kind: model\n', false],
    ['other.yaml', `${'# filler\n'.repeat(400)}${ours}`, true],
    ['other.yaml', `${'# filler\n'.repeat(500)}${ours}`, true],
    ['other.json', `{"execution": "${'x'.repeat(5000)}", "kind": "sales-system"}`, true],
    ['other.json', '{"schemaVersion": 1, "a": {"kind": "report"}}', false],
    ['other.yaml', 'kind: !!str sales-system\n', true],
    ['other.yaml', 'kind: &kind "sales-system" # ours\r\n', true],
    ['other.yaml', 'kind:\n  sales-system\n', true],
    ['other.yaml', 'kind:\nreport: x\n', false],
    ['other.yaml', '\uFEFFkind: answers\n'.replaceAll(/./gs, '$&\0'), true],
    ['other.yaml', 'schemaVersion: 1\nkind: sales_system\n', false],
    ['Sales-System.YAML', '', true],
    ['Other.Yml', ours, true],
  ])('%s with %j: %j', async (path, text, found) => {
    expect(await discover(await folderWith({ [path]: text }))).toEqual(found ? [path] : []);
  });

  it('skips dependencies, builds and dot folders outside a repository, and sorts by name', async () => {
    const folder = await folderWith({
      'b/answers.yaml': ours,
      'a/report.yaml': ours,
      'sales-system.yaml': '',
      'B/answers.yaml': ours,
      'node_modules/x/answers.yaml': ours,
      'a/dist/answers.yaml': ours,
      '.hidden/answers.yaml': ours,
    });
    expect(await discover(folder)).toEqual([
      'B/answers.yaml',
      'a/report.yaml',
      'b/answers.yaml',
      'sales-system.yaml',
    ]);
  });

  it('skips ignored and deleted files in a repository, but not new ones', async () => {
    const { folder, save, write } = await makeRepository();
    await write('.gitignore', 'private/\n');
    await write('gone/answers.yaml', ours);
    await write('dist/answers.yaml', ours);
    await save('a b/ü\n.answers.yaml', ours);
    await rm(join(folder, 'gone'), { recursive: true });
    await write('new/answers.yaml', ours);
    await write('private/answers.yaml', ours);
    expect(await discover(folder)).toEqual(['a b/ü\n.answers.yaml', 'dist/answers.yaml', 'new/answers.yaml']);
    expect((await io.discover(folder, { tests, findsIgnored: true })).files).toEqual([
      'a b/ü\n.answers.yaml',
      'new/answers.yaml',
      'private/answers.yaml',
    ]);
    expect(await discover(join(folder, 'new'))).toEqual(['answers.yaml']);
    expect(await discover(join(folder, 'a b'))).toEqual(['ü\n.answers.yaml']);
    // Without git, in a repository that it was not asked about yet.
    const other = await makeRepository();
    await other.write('answers.yaml', ours);
    vi.stubEnv('PATH', await makeEmptyFolder());
    expect(await discover(other.folder)).toEqual(['answers.yaml']);
  });

  it.each(['inside', 'outside'])('follows no links %s a repository', async (where) => {
    const folder = where === 'inside' ? (await makeRepository()).folder : await makeEmptyFolder();
    await writeBelow(folder, 'a/answers.yaml', ours);
    await symlink('a/answers.yaml', join(folder, 'answers.yaml'));
    await symlink('a', join(folder, 'b'));
    await symlink('..', join(folder, 'a/up'));
    expect(await discover(folder)).toEqual(['a/answers.yaml']);
    const link = join(await makeEmptyFolder(), 'link');
    await symlink(folder, link);
    expect(await discover(link)).toEqual(['a/answers.yaml']);
  });

  it('finds many files', async () => {
    const files = Array.from({ length: 1500 }, (_, index) => [
      `${index}.yaml`,
      index % 2 === 0 ? ours : 'a: 1',
    ]);
    expect(await discover(await folderWith(Object.fromEntries(files)))).toHaveLength(750);
  });

  it('does not walk the whole disk', async () => {
    const folder = await folderWith({ 'a.md': '', 'b/c.md': '', 'b/d.md': '' });
    expect(listRecursively(folder, 3)).toHaveLength(3);
    expect(() => listRecursively(folder, 2)).toThrow(
      'has more than 2 files, and is in no git repository that says which matter.',
    );
  });

  it('throws if the folder is not there', async () => {
    await expect(discover(join(await makeEmptyFolder(), 'nowhere'))).rejects.toThrow(UsageError);
  });

  it.each([
    ['a folder', 'outside', 'locked', 'Cannot read the folder'],
    ['a folder', 'inside', 'locked', 'Cannot read the folder locked: permission denied.'],
    ['a tracked folder', 'inside', 'locked', 'Cannot read'],
  ])('throws for %s %s a repository that it may not look into', async (what, where, locked, message) => {
    const repository = await makeRepository();
    const folder = where === 'inside' ? repository.folder : await makeEmptyFolder();
    await writeBelow(folder, 'answers.yaml', ours);
    await writeBelow(folder, `${locked}/answers.yaml`, ours);
    if (what === 'a tracked folder') await repository.commit();
    const found = await withLocked(folder, locked, () => discover(folder).catch((error: unknown) => error));
    expect(found).toBeInstanceOf(UsageError);
    expect(String(found)).toContain(message);
  });

  it('counts a file that it may not read as ours, so that reading it says why', async () => {
    const folder = await folderWith({ 'company.yaml': ours, 'other.yaml': 'a: 1' });
    expect(await withLocked(folder, 'company.yaml', () => discover(folder))).toEqual(['company.yaml']);
  });

  it('names what it does not look into', async () => {
    const { folder, git, save, write } = await makeRepository();
    await write('gone/company.yaml', ours);
    await save('north/answers.yaml', ours);
    await git('update-index', '--skip-worktree', 'north/answers.yaml', 'gone/company.yaml');
    await rm(join(folder, 'north'), { recursive: true });
    await rm(join(folder, 'gone'), { recursive: true });
    await write('company.yaml', 'schemaVersion: 1\nkind: sales_system\n');
    await write('home.report.json', '{}');
    await write('nested/answers.yaml', ours);
    await git('init', '--quiet', 'nested');
    await write('south/.sales-audit.yml', 'preset: strict\n');
    expect(await io.discover(folder, { tests })).toEqual({
      files: [],
      settings: ['south/.sales-audit.yml'],
      leftOut: [
        { path: 'home.report.json', reason: 'foreign' },
        { path: 'company.yaml', reason: 'misspelled' },
        { path: 'nested', reason: 'repository' },
        { path: 'north/answers.yaml', reason: 'sparse' },
      ],
    });
    expect(await discover(join(folder, 'nested'))).toEqual(['answers.yaml']);
  });
});

describe('expandAliases', () => {
  const tree = {
    'a.yaml': ours,
    'b.yaml': 'a: 1',
    'c.yml': ours,
    '.dot.yaml': ours,
    'docs/x.yaml': ours,
    'docs/deep/y.yaml': ours,
    'docs/[1].yaml': ours,
    'docs/1.yaml': ours,
    'node_modules/z.yaml': ours,
  };

  it.each([
    ['a.yaml', ['a.yaml']],
    ['./docs//x.yaml', ['docs/x.yaml']],
    ['b.yaml', ['b.yaml']],
    ['docs/[1].yaml', ['docs/[1].yaml']],
    ['docs/[12].yaml', ['docs/1.yaml']],
    ['docs/\\[1\\].*', ['docs/[1].yaml']],
    ['do\\cs/?.yaml', ['docs/1.yaml', 'docs/x.yaml']],
    ['docs', ['docs/1.yaml', 'docs/[1].yaml', 'docs/deep/y.yaml', 'docs/x.yaml']],
    ['docs/', ['docs/1.yaml', 'docs/[1].yaml', 'docs/deep/y.yaml', 'docs/x.yaml']],
    [
      '.',
      ['.dot.yaml', 'a.yaml', 'c.yml', 'docs/1.yaml', 'docs/[1].yaml', 'docs/deep/y.yaml', 'docs/x.yaml'],
    ],
    ['*.yaml', ['a.yaml', 'b.yaml']],
    ['./*.yaml', ['a.yaml', 'b.yaml']],
    ['?.y*ml', ['a.yaml', 'b.yaml', 'c.yml']],
    ['[ab].yaml', ['a.yaml', 'b.yaml']],
    ['[!a].yaml', ['b.yaml']],
    ['{a,c}.{yaml,yml}', ['a.yaml', 'c.yml']],
    ['**/*.yaml', ['a.yaml', 'b.yaml', 'docs/1.yaml', 'docs/[1].yaml', 'docs/deep/y.yaml', 'docs/x.yaml']],
    ['docs/**/y.yaml', ['docs/deep/y.yaml']],
    ['../*/a.yaml', ['../work/a.yaml']],
    ['.*.yaml', ['.dot.yaml']],
    ['node_modules/*.yaml', ['node_modules/z.yaml']],
    ['nothing.yaml', []],
    ['nothing/*.yaml', []],
    ['*.toml', []],
    ['!a.yaml', []],
    ['+(a|b).yaml', []],
    ['', []],
    ['a\0b', []],
  ])('%j', async (pattern, expected) => {
    const folder = join(await makeEmptyFolder(), 'work');
    for (const [path, text] of Object.entries(tree)) await writeBelow(folder, path, text);
    expect(await expandAliases(folder, [pattern])).toEqual({
      files: expected,
      unmatched: expected.length === 0 ? [pattern] : [],
    });
  });

  it('matches nothing with a pattern that is far too long', async () => {
    const pattern = '{'.repeat(70_000);
    expect(await expandAliases(await folderWith(tree), [pattern])).toEqual({
      files: [],
      unmatched: [pattern],
    });
    expect((await expandAliases(await folderWith(tree), [`*${'a'.repeat(70_000)}`])).files).toEqual([]);
  });

  it('returns each file once, in the order of the patterns, and the unmatched patterns', async () => {
    const folder = await folderWith(tree);
    const patterns = ['docs/x.yaml', './*.yaml', 'no*', join(folder, 'a.yaml'), 'docs/../c.yml', 'gone.yaml'];
    expect(await expandAliases(folder, patterns)).toEqual({
      files: ['docs/x.yaml', 'a.yaml', 'b.yaml', 'c.yml'],
      unmatched: ['no*', 'gone.yaml'],
    });
    expect(await expandAliases(folder, [join(folder, 'docs/d*/*.yaml')])).toEqual({
      files: [join(folder, 'docs/deep/y.yaml')],
      unmatched: [],
    });
  });

  it('skips ignored files unless they are named', async () => {
    const { folder, write } = await makeRepository();
    await write('.gitignore', 'private/\n');
    await write('private/answers.yaml', ours);
    await write('a/answers.yaml', ours);
    expect(await expandAliases(folder, ['**/*.yaml', 'private/*.yaml', 'private'])).toEqual({
      files: ['a/answers.yaml'],
      unmatched: ['private/*.yaml', 'private'],
    });
    expect((await expandAliases(folder, ['private/answers.yaml'])).files).toEqual(['private/answers.yaml']);
  });

  it('returns a link that is named, but finds none', async () => {
    const folder = await folderWith({ 'a.yaml': ours });
    await symlink('a.yaml', join(folder, 'link.yaml'));
    await symlink('nothing', join(folder, 'broken.yaml'));
    await mkdir(join(folder, 'empty'));
    expect(await expandAliases(folder, ['*.yaml'])).toEqual({ files: ['a.yaml'], unmatched: [] });
    expect(await expandAliases(folder, ['link.yaml', 'broken.yaml', 'empty'])).toEqual({
      files: ['link.yaml'],
      unmatched: ['broken.yaml', 'empty'],
    });
  });
});

describe('makeMatcher', () => {
  it.each([
    ['examples', 'examples/a/b.yaml', true],
    ['examples/', 'examples/a/b.yaml', true],
    ['./examples/*.yaml', 'examples/b.yaml', true],
    ['examples/*.yaml', 'examples/a/b.yaml', false],
    ['**/fixtures/**', 'test/.x/fixtures/b.yaml', true],
    ['*.yaml', '.b.yaml', true],
    ['*.yaml', 'a/b.yaml', false],
    ['example', 'examples/b.yaml', false],
  ])('%s, %s: %j', async (glob, path, expected) => {
    expect((await makeMatcher([glob]))(path)).toBe(expected);
  });

  it('matches nothing without globs', async () => {
    expect((await makeMatcher([]))('a.yaml')).toBe(false);
  });
});

describe('makeMatcher with globs of hostile files', () => {
  it.each(['*a*a*a*a*b', '**/**/**/**/x'])('refuses %s', async (glob) => {
    await expect(makeMatcher([glob])).rejects.toThrow('too many stars');
  });

  it.each(['examples/**', '*.sales-system.yaml', '**/a*b*c.yaml'])('accepts %s', async (glob) => {
    expect((await makeMatcher([glob]))('nothing/here')).toBe(false);
  });
});
