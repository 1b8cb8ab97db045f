import { readFile, readdir } from 'node:fs/promises';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Maximum number of lines. A longer file must be split, or its first comment says why not. */
const longest = 200;

const unexplained = 'more than 200 lines, and no reason in the head comment';
const outdated = 'a reason for more than 200 lines, and no more than 200 lines';

/** Returns the first comment of a file, or an empty string. */
function getHead(code: string): string {
  return /^(?:\/\*\*[\s\S]*?\*\/|(?:\/\/.*\n)+)/.exec(code)?.[0] ?? '';
}

/** Finds what is wrong with the length of a file. Returns undefined if nothing is. */
function findLengthFault(code: string): string | undefined {
  const isLong = code.split('\n').length - 1 > longest;
  const hasReason = /^(?:\/\/|\/\*\*| \*) Longer than 200 lines: \w/m.test(getHead(code));
  if (isLong === hasReason) return undefined;
  return isLong ? unexplained : outdated;
}

/** Lists the files of code, including generated ones. */
async function listCodeFiles(): Promise<string[]> {
  const folders = await Promise.all(
    ['bin', 'src', 'test'].map(async (folder) =>
      (await readdir(folder, { recursive: true })).map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
    ),
  );
  return folders.flat().filter((path) => /\.(?:[cm]?js|tsx?)$/.test(path));
}

describe('the length of a file', () => {
  const lines = (count: number): string => 'let a;\n'.repeat(count);

  it.each([
    ['short', lines(200), undefined],
    ['long', lines(201), unexplained],
    ['long with a reason', `/** Longer than 200 lines: a table. */\n${lines(200)}`, undefined],
    [
      'a reason in lines',
      `/**\n * Cases.\n * Longer than 200 lines: a table.\n */\n${lines(200)}`,
      undefined,
    ],
    ['a reason in line comments', `// Cases.\n// Longer than 200 lines: a table.\n${lines(200)}`, undefined],
    ['a reason without words', `/** Longer than 200 lines: */\n${lines(200)}`, unexplained],
    [
      'a reason further down',
      `import 'a';\n/** Longer than 200 lines: a table. */\n${lines(200)}`,
      unexplained,
    ],
    ['short with a reason', `/** Longer than 200 lines: a table. */\n${lines(199)}`, outdated],
  ])('%s', (_name, code, fault) => {
    expect(findLengthFault(code)).toBe(fault);
  });

  it('is at most 200 lines, or the file gives a reason', async () => {
    const faults: Record<string, string> = {};
    for (const path of await listCodeFiles()) {
      const fault = findLengthFault(await readFile(path, 'utf8'));
      if (fault !== undefined) faults[path] = fault;
    }
    expect(faults).toEqual({});
  });
});

/** Lists the files that a file loads, statically or on demand. Types are not loaded. */
function listLoaded(path: string, code: string): string[] {
  const names = [...code.matchAll(/(?:^(?:import|export)(?! type\b)[^;]*?from |import\()\s*'([#.][^']+)'/gm)];
  return names.map(([, name = '']) =>
    name.startsWith('#') ? `src/${name.slice(1)}` : posix.join(posix.dirname(path), name),
  );
}

/** Finds a path from a file back to itself. Returns an empty list if there is none. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): readonly string[] => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const next of graph.get(path) ?? []) {
      const circle = visit(next, [...way, path]);
      if (circle.length > 0) return circle;
    }
    done.add(path);
    return [];
  };
  for (const path of graph.keys()) {
    const circle = visit(path, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

describe('imports between files', () => {
  const graphOf = (files: Readonly<Record<string, string>>): Map<string, string[]> =>
    new Map(Object.entries(files).map(([path, code]) => [path, listLoaded(path, code)]));

  it.each([
    ['at once', "import { b } from './b.ts';"],
    ['on demand', "const load = async () => (await import('#cli/b.ts')).b;"],
    ['handed on', "export { b } from './b.ts';"],
  ])('is found to go round where it does, %s', (_name, code) => {
    const graph = graphOf({ 'src/cli/a.ts': code, 'src/cli/b.ts': "import { a } from './a.ts';" });
    expect(findCircle(graph)).toEqual(['src/cli/a.ts', 'src/cli/b.ts', 'src/cli/a.ts']);
  });

  it('may be circular for types', () => {
    const code = "import type { A } from './a.ts';";
    expect(findCircle(graphOf({ 'a.ts': "import { b } from './b.ts';", 'b.ts': code }))).toEqual([]);
  });

  it('are never circular', async () => {
    const files = (await listCodeFiles()).filter((path) => path.startsWith('src/'));
    const texts = await Promise.all(files.map(async (path) => [path, await readFile(path, 'utf8')] as const));
    const graph = graphOf(Object.fromEntries(texts));
    expect([...graph.values()].flat().length).toBeGreaterThan(files.length);
    expect(findCircle(graph)).toEqual([]);
  });
});
