import { readFile, readdir } from 'node:fs/promises';
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
