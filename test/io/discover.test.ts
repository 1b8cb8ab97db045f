/** Longer than 200 lines: a table of folders with what is discovered in each. */
import { chmod, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '#domain/errors.ts';
import { discover, expandAliases, makeMatcher } from '#io/discover.ts';
import { saysOurKind } from '#io/kind-sniffer.ts';
import { emptyFolder } from '../support/folder.ts';
import { newRepository, writeBelow } from './git/repository.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await emptyFolder();
  for (const [path, text] of Object.entries(files)) await writeBelow(folder, path, text);
  return folder;
}

const ours = 'kind: answers\n';

describe('what is discovered', () => {
  it.each([
    ['sales-system.yaml', '', true],
    ['sales-system.yml', '', true],
    ['sales-system.json', '', true],
    ['emea.sales-system.yaml', '', true],
    ['answers.yaml', '', true],
    ['a/b/jo.answers.yml', '', true],
    ['report.yaml', 'kind: Deployment', true],
    ['q3.report.json', '', true],
    ['my-answers.yaml', '', false],
    ['answers.yaml.bak', ours, false],
    ['answers.md', ours, false],
    ['.sales-audit.yaml', 'kind: config\n', false],
    ['other.yaml', ours, true],
    ['other.yml', 'kind: report\n', true],
    ['other.json', '{"schemaVersion": 1, "kind": "sales-system"}', true],
    ['other.yaml', 'kind: model\n', false],
    ['other.yaml', `${'# filler\n'.repeat(400)}${ours}`, true],
    ['other.yaml', `${'# filler\n'.repeat(500)}${ours}`, false],
  ])('%s with %j: %j', async (path, text, found) => {
    expect(await discover(await folderWith({ [path]: text }))).toEqual(found ? [path] : []);
  });

  it.each([
    ['kind: answers', true],
    ['\uFEFFkind: report\r\n', true],
    ['---\n# comment\nschemaVersion: 1\nkind:   "sales-system"  # ours\n', true],
    [`'kind': 'answers'`, true],
    ['{kind: answers, schemaVersion: 1}', true],
    ['# comment {\n{ "kind" : "answers" }', true],
    ['{"a": {"b": [1, "}"]}, "kind": "report", "x": ', true],
    ['  kind: answers', false],
    ['a:\n  kind: answers', false],
    ['kind: answersheet', false],
    ['kind: answers sheet', false],
    ['kind:answers', false],
    ['kinds: answers', false],
    ['# kind: answers', false],
    ['kind: config', false],
    ['{"items": [{"kind": "report"}]}', false],
    ['{"a": "kind", "b": "report"}', false],
    ['{"a": "\\"kind\\": \\"report\\""}', false],
    ['{"a": 1}\n"kind": "report"', false],
    ['[{"kind": "report"}]', false],
    ['', false],
    ['{'.repeat(4096), false],
    [`${'#'.repeat(4000)}{`, false],
    [`{${'"'.repeat(4001)}`, false],
  ])('%j says our kind: %j', (text, expected) => {
    expect(saysOurKind(text)).toBe(expected);
  });

  it('outside a repository leaves out dependencies, builds and dot folders; in order of names', async () => {
    const folder = await folderWith({
      'b/answers.yaml': '',
      'a/report.yaml': '',
      'sales-system.yaml': '',
      'B/answers.yaml': '',
      'node_modules/x/answers.yaml': '',
      'a/dist/answers.yaml': '',
      '.hidden/answers.yaml': '',
    });
    expect(await discover(folder)).toEqual([
      'B/answers.yaml',
      'a/report.yaml',
      'b/answers.yaml',
      'sales-system.yaml',
    ]);
  });

  it('in a repository leaves out what it ignores and what was deleted, not what is new', async () => {
    const { folder, save, write } = await newRepository();
    await write('.gitignore', 'private/\n');
    await write('gone/answers.yaml', ours);
    await write('dist/answers.yaml', ours);
    await save('a b/ü\n.answers.yaml', ours);
    await rm(join(folder, 'gone'), { recursive: true });
    await write('new/answers.yaml', ours);
    await write('private/answers.yaml', ours);
    expect(await discover(folder)).toEqual(['a b/ü\n.answers.yaml', 'dist/answers.yaml', 'new/answers.yaml']);
    expect(await discover(join(folder, 'new'))).toEqual(['answers.yaml']);
    expect(await discover(join(folder, 'a b'))).toEqual(['ü\n.answers.yaml']);
    vi.stubEnv('PATH', await emptyFolder());
    // Without git, of a folder that nothing is known of yet.
    expect(await discover(join(folder, 'dist'))).toEqual(['answers.yaml']);
  });

  it.each(['inside', 'outside'])('follows no links %s a repository', async (where) => {
    const folder = where === 'inside' ? (await newRepository()).folder : await emptyFolder();
    await writeBelow(folder, 'a/answers.yaml', ours);
    await symlink('a/answers.yaml', join(folder, 'answers.yaml'));
    await symlink('a', join(folder, 'b'));
    await symlink('..', join(folder, 'a/up'));
    expect(await discover(folder)).toEqual(['a/answers.yaml']);
    const link = join(await emptyFolder(), 'link');
    await symlink(folder, link);
    expect(await discover(link)).toEqual(['a/answers.yaml']);
  });

  it('can be many files at once', async () => {
    const files = Array.from({ length: 1500 }, (_, index) => [
      `${index}.yaml`,
      index % 2 === 0 ? ours : 'a: 1',
    ]);
    expect(await discover(await folderWith(Object.fromEntries(files)))).toHaveLength(750);
  });

  it('says that a folder cannot be read, and passes over one below it', async () => {
    const folder = await folderWith({ 'answers.yaml': '', 'locked/answers.yaml': '' });
    await expect(discover(join(folder, 'nowhere'))).rejects.toThrow(UsageError);
    await chmod(join(folder, 'locked'), 0);
    const found = await discover(folder);
    await chmod(join(folder, 'locked'), 0o755);
    expect(found).toContain('answers.yaml');
  });
});

describe('paths and globs', () => {
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
    const folder = join(await emptyFolder(), 'work');
    for (const [path, text] of Object.entries(tree)) await writeBelow(folder, path, text);
    expect(await expandAliases(folder, [pattern])).toEqual({
      files: expected,
      unmatched: expected.length === 0 ? [pattern] : [],
    });
  });

  it('may be far too long', async () => {
    const pattern = '{'.repeat(70_000);
    expect(await expandAliases(await folderWith(tree), [pattern])).toEqual({
      files: [],
      unmatched: [pattern],
    });
    expect((await expandAliases(await folderWith(tree), [`*${'a'.repeat(70_000)}`])).files).toEqual([]);
  });

  it('name each file once, in the order given, and what is unmatched', async () => {
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

  it('leave out ignored files, unless named', async () => {
    const { folder, write } = await newRepository();
    await write('.gitignore', 'private/\n');
    await write('private/answers.yaml', ours);
    await write('a/answers.yaml', ours);
    expect(await expandAliases(folder, ['**/*.yaml', 'private/*.yaml', 'private'])).toEqual({
      files: ['a/answers.yaml'],
      unmatched: ['private/*.yaml', 'private'],
    });
    expect((await expandAliases(folder, ['private/answers.yaml'])).files).toEqual(['private/answers.yaml']);
  });

  it('take a link that is named, none that is found', async () => {
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

describe('globs over paths', () => {
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

  it('match nothing where there are none', async () => {
    expect((await makeMatcher([]))('a.yaml')).toBe(false);
  });
});

describe('globs of hostile files', () => {
  it.each(['*a*a*a*a*b', '**/**/**/**/x'])('%s is refused', async (glob) => {
    await expect(makeMatcher([glob])).rejects.toThrow('too many stars');
  });

  it.each(['examples/**', '*.sales-system.yaml', '**/a*b*c.yaml'])('%s is taken', async (glob) => {
    expect((await makeMatcher([glob]))('nothing/here')).toBe(false);
  });
});
