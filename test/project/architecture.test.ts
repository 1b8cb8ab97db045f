import { readFile, readdir } from 'node:fs/promises';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseBlocks } from '../support/docs/markdown.ts';

/** Finds the folder in `src` that a file belongs to. Returns undefined for files directly in `src`. */
function findFolder(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** Lists the folders that the code of a file imports from, including types. */
function listImportedFolders(path: string, code: string): string[] {
  const names = [...code.matchAll(/(?:\bfrom |\bimport |\bimport\()\s*'([#.][^']+)'/g)];
  return names.flatMap(([, name = '']) => {
    const imported = name.startsWith('#') ? `src/${name.slice(1)}` : posix.join(posix.dirname(path), name);
    return findFolder(imported) ?? [];
  });
}

/** Lists the imports from one folder of `src` to another, as `from --> to`. Files by path. */
function listImports(files: ReadonlyMap<string, string>): string[] {
  const edges = [...files].flatMap(([path, code]) => {
    const from = findFolder(path);
    return listImportedFolders(path, code).flatMap((to) =>
      from === undefined || from === to ? [] : `${from} --> ${to}`,
    );
  });
  return [...new Set(edges)].toSorted();
}

/** Lists the arrows of a Mermaid flowchart, as `from --> to`; `a --> b & c` has two. */
function listArrows(chart: string): string[] {
  return chart
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^\s*(\w+) --> (.+)$/.exec(line) ?? [];
      return to === undefined ? [] : to.split('&').map((name) => `${from} --> ${name.trim()}`);
    })
    .toSorted();
}

/** Reads the code that is shipped, which excludes `src/tools`. */
async function readShippedCode(): Promise<Map<string, string>> {
  const paths = (await readdir('src', { recursive: true }))
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('src/tools/'));
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)));
}

describe('the chart in docs/architecture.md', () => {
  it('shows exactly the imports between folders of src', async () => {
    const chart = parseBlocks(await readFile('docs/architecture.md', 'utf8')).find(
      ({ language }) => language === 'mermaid',
    );
    const imports = listImports(await readShippedCode());
    expect(listArrows(chart?.text ?? '')).toEqual(imports);
    expect(imports).toContain('checks --> domain');
  });
});

describe('the comparison of imports and arrows', () => {
  it.each([
    ['a value', "import { b } from '#b/b.ts';"],
    ['a type', "import type { B } from '../b/b.ts';"],
    ['what is passed on', "export * from '#b/b.ts';"],
    ['what is loaded later', "const { b } = await import('#b/b.ts');"],
    ['several lines', "import {\n  b,\n} from '#b/b.ts';"],
    ['nothing of it', "import '#b/b.ts';"],
  ])('finds the import of %s', (_what, code) => {
    expect(listImports(new Map([['src/a/a.ts', code]]))).toEqual(['a --> b']);
  });

  it('ignores packages, the folder itself and files directly in src', () => {
    const code = "import 'yaml';\nimport './c.ts';\nimport '#a/d.ts';\nimport '../index.ts';";
    expect(listImports(new Map([['src/a/a.ts', code]]))).toEqual([]);
  });

  it('finds every arrow of a chart', () => {
    const chart = 'flowchart TD\n  a["src/a: one"]\n  b --> a\n  c --> a & b\n';
    expect(listArrows(chart)).toEqual(['b --> a', 'c --> a', 'c --> b']);
  });
});
