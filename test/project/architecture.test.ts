import { readFile, readdir } from 'node:fs/promises';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../support/docs/markdown.ts';

/** The folder in `src` that a file belongs to; nothing for files directly in `src`. */
function folderOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** The folders that the code of a file imports from, types included. */
function foldersImportedBy(path: string, code: string): string[] {
  const names = [...code.matchAll(/(?:\bfrom |\bimport |\bimport\()\s*'([#.][^']+)'/g)];
  return names.flatMap(([, name = '']) => {
    const imported = name.startsWith('#') ? `src/${name.slice(1)}` : posix.join(posix.dirname(path), name);
    return folderOf(imported) ?? [];
  });
}

/** Every import from one folder of `src` to another, as `from --> to`. Files by path. */
function importsBetween(files: ReadonlyMap<string, string>): string[] {
  const edges = [...files].flatMap(([path, code]) => {
    const from = folderOf(path);
    return foldersImportedBy(path, code).flatMap((to) =>
      from === undefined || from === to ? [] : `${from} --> ${to}`,
    );
  });
  return [...new Set(edges)].toSorted();
}

/** Every arrow of a Mermaid flowchart, as `from --> to`: `a --> b & c` has two. */
function arrowsIn(chart: string): string[] {
  return chart
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^\s*(\w+) --> (.+)$/.exec(line) ?? [];
      return to === undefined ? [] : to.split('&').map((name) => `${from} --> ${name.trim()}`);
    })
    .toSorted();
}

/** The code of everything that is shipped: not `src/tools`. */
async function shippedCode(): Promise<Map<string, string>> {
  const paths = (await readdir('src', { recursive: true }))
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('src/tools/'));
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)));
}

describe('the chart in docs/architecture.md', () => {
  it('shows every import between folders of src, and no other', async () => {
    const chart = blocksOf(await readFile('docs/architecture.md', 'utf8')).find(
      ({ language }) => language === 'mermaid',
    );
    const imports = importsBetween(await shippedCode());
    expect(arrowsIn(chart?.text ?? '')).toEqual(imports);
    expect(imports).toContain('checks --> domain');
  });
});

describe('the comparison', () => {
  it.each([
    ['a value', "import { b } from '#b/b.ts';"],
    ['a type', "import type { B } from '../b/b.ts';"],
    ['what is passed on', "export * from '#b/b.ts';"],
    ['what is loaded later', "const { b } = await import('#b/b.ts');"],
    ['several lines', "import {\n  b,\n} from '#b/b.ts';"],
    ['nothing of it', "import '#b/b.ts';"],
  ])('finds the import of %s', (_what, code) => {
    expect(importsBetween(new Map([['src/a/a.ts', code]]))).toEqual(['a --> b']);
  });

  it('leaves out packages, the folder itself and files of no folder', () => {
    const code = "import 'yaml';\nimport './c.ts';\nimport '#a/d.ts';\nimport '../index.ts';";
    expect(importsBetween(new Map([['src/a/a.ts', code]]))).toEqual([]);
  });

  it('reads every arrow of a chart', () => {
    const chart = 'flowchart TD\n  a["src/a: one"]\n  b --> a\n  c --> a & b\n';
    expect(arrowsIn(chart)).toEqual(['b --> a', 'c --> a', 'c --> b']);
  });
});
