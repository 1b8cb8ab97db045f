import { readFile, readdir } from 'node:fs/promises';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** A file of code with more lines is to be split, or says in its head comment why it is not. */
const longest = 200;

const unexplained = 'more than 200 lines, and no reason in the head comment';
const outdated = 'a reason for more than 200 lines, and no more than 200 lines';

/** The comment that a file begins with, or nothing. */
function headOf(code: string): string {
  return /^(?:\/\*\*[\s\S]*?\*\/|(?:\/\/.*\n)+)/.exec(code)?.[0] ?? '';
}

/** What is wrong with the length of a file; undefined where nothing is. */
function lengthFault(code: string): string | undefined {
  const isLong = code.split('\n').length - 1 > longest;
  const hasReason = /^(?:\/\/|\/\*\*| \*) Longer than 200 lines: \w/m.test(headOf(code));
  if (isLong === hasReason) return undefined;
  return isLong ? unexplained : outdated;
}

/** Every file of code, generated ones too. */
async function codeFiles(): Promise<string[]> {
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
    expect(lengthFault(code)).toBe(fault);
  });

  it('is at most 200 lines, or the file says why', async () => {
    const faults: Record<string, string> = {};
    for (const path of await codeFiles()) {
      const fault = lengthFault(await readFile(path, 'utf8'));
      if (fault !== undefined) faults[path] = fault;
    }
    expect(faults).toEqual({});
  });
});

/** The files that a file loads, at once or on demand; types are not loaded. */
function loadedBy(path: string, code: string): string[] {
  const names = [...code.matchAll(/(?:^(?:import|export)(?! type\b)[^;]*?from |import\()\s*'([#.][^']+)'/gm)];
  return names.map(([, name = '']) =>
    name.startsWith('#') ? `src/${name.slice(1)}` : posix.join(posix.dirname(path), name),
  );
}

/** The first way found from a file back to itself, or nothing. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
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

describe('what files load', () => {
  const graphOf = (files: Readonly<Record<string, string>>): Map<string, string[]> =>
    new Map(Object.entries(files).map(([path, code]) => [path, loadedBy(path, code)]));

  it.each([
    ['at once', "import { b } from './b.ts';"],
    ['on demand', "const load = async () => (await import('#cli/b.ts')).b;"],
    ['handed on', "export { b } from './b.ts';"],
  ])('is found to go round where it does, %s', (_name, code) => {
    const graph = graphOf({ 'src/cli/a.ts': code, 'src/cli/b.ts': "import { a } from './a.ts';" });
    expect(circleIn(graph)).toEqual(['src/cli/a.ts', 'src/cli/b.ts', 'src/cli/a.ts']);
  });

  it('may name types of each other', () => {
    const code = "import type { A } from './a.ts';";
    expect(circleIn(graphOf({ 'a.ts': "import { b } from './b.ts';", 'b.ts': code }))).toEqual([]);
  });

  it('never goes round', async () => {
    const files = (await codeFiles()).filter((path) => path.startsWith('src/'));
    const texts = await Promise.all(files.map(async (path) => [path, await readFile(path, 'utf8')] as const));
    const graph = graphOf(Object.fromEntries(texts));
    expect([...graph.values()].flat().length).toBeGreaterThan(files.length);
    expect(circleIn(graph)).toEqual([]);
  });
});
