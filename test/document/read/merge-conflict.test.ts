import { describe, expect, it } from 'vitest';
import { formatFindings, readText } from './reading.ts';

describe('an unresolved merge', () => {
  it.each([
    ['of YAML', 'kind: answers\n<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> topic\n', 2],
    [
      'with the common ancestor, on Windows',
      '<<<<<<< ours\r\na: 1\r\n||||||| b\r\n=======\r\n>>>>>>> theirs\r\n',
      1,
    ],
    ['of JSON', '{\n"a": 1,\n<<<<<<< HEAD\n"b": 1\n=======\n"b": 2\n>>>>>>> topic\n}\n', 3],
    ['of jj, half resolved', 'a: 1\n%%%%%%% Changes from base\n-a: 2\n', 2],
    ['that an editor indented', 'a:\n  <<<<<<< HEAD\n  b: 1\n  =======\n  b: 2\n  >>>>>>> topic\n', 2],
    ['that is half resolved', 'a: 1\nb: 2\n>>>>>>> topic\n', 3],
  ])('is one fault: %s', (_what, text, line) => {
    expect(formatFindings(readText(text))).toEqual([
      `${line}:1 invalid > This is an unresolved merge: git left both versions here, between conflict markers. > Keep what is right in both versions, remove the lines that start with <<<<<<<, ======= or >>>>>>>, and run it again.`,
    ]);
  });

  it('is not seen where its markers are text', () => {
    expect(readText('a: |\n  <<<<<<< HEAD\n  =======\nb: "<<<<<<< x"\n').ok).toBe(true);
  });
});
