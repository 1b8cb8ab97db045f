import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRepository, playPage } from '../../support/docs/docs.ts';
import { type ReadPage, readPage } from '../../support/docs/markdown.ts';
import { runPage } from '../../support/docs/run-page.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

/** Pages whose blocks other tests cover, with those tests. */
const testedElsewhere: Readonly<Record<string, string>> = {
  'docs/adding.md': 'takes the longest; adding-run.test.ts runs it at the same time as this file',
  'docs/api.md':
    'generated from what the library exports; test/project/package/library.test.ts runs its example',
  ...Object.fromEntries(
    ['Answers', 'Config', 'Content', 'Report', 'System'].map((name) => [
      `docs/api/namespaces/${name}.md`,
      'generated from the schemas',
    ]),
  ),
  'docs/benchmarks.md': 'written by the bench; it has no code to run',
  'docs/checks.md': 'generated from the checks (docs.test.ts); test/checks runs both examples of each',
  'docs/claims.md': 'generated from the model (docs.test.ts)',
  'docs/questionnaire.md': 'generated from the model (docs.test.ts)',
  'docs/scoring.md': 'worked out again to the digit (test/domain/scoring/worked-example.test.ts)',
  'docs/sources.md': 'generated from the model (docs.test.ts)',
};

/** External links of the pages. Open a new one in a browser before you add it. */
const outside: readonly string[] = [];

const names = (await readdir('docs', { recursive: true }))
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.md'));
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'examples/cases/README.md',
  ...names.map((name) => `docs/${name}`),
];
const texts = new Map(
  await Promise.all(pages.map(async (path) => [path, await readFile(path, 'utf8')] as const)),
);
const getText = (path: string): string => texts.get(path) ?? '';

const pagesRead = new Map<string, Promise<ReadPage>>();

/** Parses a page as GitHub does, once per page. */
function read(path: string): Promise<ReadPage> {
  const known = pagesRead.get(path) ?? readFile(path, 'utf8').then(readPage);
  pagesRead.set(path, known);
  return known;
}

describe('the blocks of', () => {
  it.each(pages.filter((path) => testedElsewhere[path] === undefined))('%s', async (path) => {
    expect(await runPage(path)).toBe(await readFile(path, 'utf8'));
  });

  it('are tested elsewhere only for existing pages', () => {
    expect(Object.keys(testedElsewhere).filter((path) => !texts.has(path))).toEqual([]);
  });
});

describe('the links of', () => {
  it.each(pages)('%s lead somewhere', async (path) => {
    const lost: string[] = [];
    for (const address of (await read(path)).addresses) {
      if (/^https?:/.test(address)) continue;
      const [file = '', anchor] = address.split('#');
      const target = file === '' ? path : normalize(join(dirname(path), file)).replaceAll('\\', '/');
      if (!existsSync(target)) lost.push(address);
      else if (anchor !== undefined && !(await read(target)).anchors.has(anchor)) lost.push(address);
    }
    expect(lost).toEqual([]);
  });

  it('all pages have exactly the external links listed here', async () => {
    const found = (await Promise.all(pages.map(read))).flatMap(({ addresses }) => addresses);
    expect([...new Set(found.filter((address) => /^https?:/.test(address)))].toSorted()).toEqual(outside);
  });
});

it('every page of docs/ can be reached from the README', async () => {
  const reached = new Set<string>();
  const follow = async (path: string): Promise<void> => {
    if (reached.has(path) || !texts.has(path)) return;
    reached.add(path);
    for (const address of (await read(path)).addresses) {
      await follow(normalize(join(dirname(path), address.split('#')[0] ?? '')).replaceAll('\\', '/'));
    }
  };
  await follow('README.md');
  expect(pages.filter((path) => !reached.has(path))).toEqual([]);
});

it('every `npm run` of a page is a script', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: object };
  const named = pages.flatMap((path) => [...getText(path).matchAll(/npm run (?:-s )?([a-z]+(?::[a-z]+)*)/g)]);
  expect(named.map(([, name = '']) => name).filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

it('the start command of the README shows the first question', async () => {
  const { cwd, env } = await openRepository();
  const terminal = Terminal.command('npm', ['start'], { cwd, env });
  try {
    expect(await terminal.see('How complete')).toContain('How complete is your sales system?');
  } finally {
    terminal.dispose();
  }
});

describe('a page that is wrong', () => {
  const block = (language: string, text: string, note = ''): string =>
    `${note === '' ? '' : `<!-- ${note} -->\n\n`}\`\`\`${language}\n${text}\n\`\`\`\n`;

  it.each([
    [
      'a kind that nothing tests',
      block('dot', 'digraph {}'),
      'page.md:1: nothing tests a block of kind "dot"',
    ],
    ['a command that fails', block('sh', 'true\nfalse\ntrue'), 'Ended with 1'],
    ['a script that there is not', block('sh', 'npm ci && npm begin'), 'There is no npm begin'],
    ['a text that comes from nowhere', block('text', 'Passed'), 'No note says what shows this'],
    ['YAML of no kind', block('yaml', 'a: 1'), 'Nothing says what kind of document this is'],
    ['a key that there is not', block('yaml', 'philosphy: {}', 'kind: sales-system'), '`philosphy`'],
    ['a question that nobody asks', block('yaml', 'answers: {a.b.c: {level: 1}}', 'kind: answers'), 'a.b.c'],
    [
      'a hook that there is not',
      block('yaml', 'repos: [{hooks: [{id: x}]}]', 'kind: pre-commit-config'),
      'hook x',
    ],
    ['a workflow without jobs', block('yaml', 'on: push', 'kind: github-workflow'), 'jobs'],
    ['code of no file', block('ts', 'export {};'), 'No note says which file this is'],
    [
      'a difference that does not fit',
      block('diff', ' nowhere\n+there', 'file: examples/cases/README.md'),
      'Occurs 0',
    ],
  ])('is told of: %s', async (_, page, said) => {
    await expect(playPage('page.md', page, false)).rejects.toThrow(said);
  });

  it('shows the current output of a session', async () => {
    const page = block(
      'console',
      '$ sales-audit score examples/fernlatch/answers.yaml | grep asOf\nasOf: never',
    );
    const now = 'asOf: "2026-11-23"';
    expect(await playPage('page.md', page, false)).toBe(page.replace('asOf: never', now));
  });
});
