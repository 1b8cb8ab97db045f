/** Longer than 200 lines: a table of changes, with the text before and after each. */
import { PatchError, patchYaml } from '#document/edit/patch.ts';
import type * as wholeModule from '#document/edit/patch-whole.ts';
import { writeJson, writeYaml } from '#document/edit/write.ts';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ToStringOptions, parse, parseDocument, stringify } from 'yaml';
import { answersDocument, anyMap, anyValue, nastyString } from './nasty-values.ts';
import { readText } from '../read/reading.ts';
import { scaleRuns } from '../../support/runs.ts';

// The fallback for changes that cannot be spliced loses the layout, so most tests check that it did not run.
const fallback = vi.hoisted(() => ({ calls: 0 }));
vi.mock('#document/edit/patch-whole.ts', async (load) => {
  const actual = await load<typeof wholeModule>();
  return {
    rewriteWhole: (...given: Parameters<typeof actual.rewriteWhole>) => {
      fallback.calls += 1;
      return actual.rewriteWhole(...given);
    },
  };
});
afterEach(() => {
  fallback.calls = 0;
});

const lines = (...all: string[]): string => `${all.join('\n')}\n`;

type Row = readonly [name: string, before: string, next: Record<string, unknown>, after: string];

const rows: readonly Row[] = [
  [
    'a value between comments',
    lines('# top', 'a: 1 # one', '', '# about b', 'b: two # why', '# end'),
    { a: 1, b: 'three' },
    lines('# top', 'a: 1 # one', '', '# about b', 'b: three # why', '# end'),
  ],
  ['no final newline', 'a: 1\nb: 2', { a: 1, b: 3, c: 4 }, 'a: 1\nb: 3\nc: 4'],
  ['no final newline, last pair removed', 'a: 1\nb: 2', { a: 1 }, 'a: 1'],
  [
    'CRLF',
    'a: 1 # x\r\n\r\nb:\r\n  c: 1\r\n',
    { a: 2, b: { c: 1, d: 'x\ny' } },
    'a: 2 # x\r\n\r\nb:\r\n  c: 1\r\n  d: |-\r\n    x\r\n    y\r\n',
  ],
  ['a byte order mark', '\uFEFFa: 1\nb: 2\n', { a: 5, b: 2 }, '\uFEFFa: 5\nb: 2\n'],
  ['a byte order mark and CRLF', '\uFEFFa: 1\r\n', { a: 1, b: 2 }, '\uFEFFa: 1\r\nb: 2\r\n'],
  [
    'four spaces',
    lines('a:', '    b:', '        c: 1'),
    { a: { b: { c: 1, d: { e: [1, { f: 'g\nh' }] } } } },
    lines(
      'a:',
      '    b:',
      '        c: 1',
      '        d:',
      '            e:',
      '                - 1',
      '                - f: |-',
      '                      g',
      '                      h',
    ),
  ],
  [
    'lists that are not indented below their keys',
    'a:\n- x\nb: 1\n',
    { a: ['x', 'z'], b: 1, c: [[1], { d: [2] }] },
    'a:\n- x\n- z\nb: 1\nc:\n- - 1\n- d:\n  - 2\n',
  ],
  [
    'a new answer goes before the comment of the next key',
    lines('answers:', '  a:', '    level: 1 # low', '', '# your words', 'closing: x'),
    { answers: { a: { level: 1 }, b: { level: 2 } }, closing: 'x' },
    lines('answers:', '  a:', '    level: 1 # low', '  b:', '    level: 2', '', '# your words', 'closing: x'),
  ],
  [
    'a new answer goes after the comments of its own map',
    lines('answers:', '  a: {level: 1}', '  # Process', '# your words', 'closing: x'),
    { answers: { a: { level: 1 }, b: { level: 2 } }, closing: 'x' },
    lines('answers:', '  a: {level: 1}', '  # Process', '  b:', '    level: 2', '# your words', 'closing: x'),
  ],
  ['a new top key goes after the last comment', 'a: 1\n# end\n', { a: 1, b: 2 }, 'a: 1\n# end\nb: 2\n'],
  [
    'a new top key goes before the end of the document',
    '---\na: 1\n...\n',
    { a: 1, b: 2 },
    '---\na: 1\nb: 2\n...\n',
  ],
  [
    'new keys in the order of the value',
    'a: 1\n',
    { z: 1, b: 2, a: 1, y: { x: 1 } },
    'a: 1\nz: 1\nb: 2\n"y":\n  x: 1\n',
  ],
  [
    'an empty value becomes a map',
    'answers: # none yet\nclosing: x\n',
    { answers: { a: { level: 1 } }, closing: 'x' },
    'answers: # none yet\n  a:\n    level: 1\nclosing: x\n',
  ],
  [
    'an empty value with a template in comments',
    'answers:\n  # a:\n  #   level: 1\n# end\n',
    { answers: { a: { level: 1 } } },
    'answers:\n  # a:\n  #   level: 1\n  a:\n    level: 1\n# end\n',
  ],
  [
    'an empty map becomes a map',
    'answers: {} # none yet\nclosing: x\n',
    { answers: { a: { level: 1 } }, closing: 'x' },
    'answers: # none yet\n  a:\n    level: 1\nclosing: x\n',
  ],
  ['null becomes a list', 'a: null\nb: ~\n', { a: [1], b: { c: 1 } }, 'a:\n  - 1\nb:\n  c: 1\n'],
  ['an empty value becomes a scalar', 'a:\nb: # c\n', { a: 1, b: 'x' }, 'a: 1\nb: x # c\n'],
  [
    'a map that loses all its keys',
    'a: # c\n  b: 1\n  # kept\n  c: 2\nd: 1\n',
    { a: {}, d: 1 },
    'a: {} # c\n  # kept\nd: 1\n',
  ],
  [
    'a map whose keys are replaced',
    'a:\n  b: 1\n  c: 2\nd: 1\n',
    { a: { x: 1, z: 2 }, d: 1 },
    'a:\n  x: 1\n  z: 2\nd: 1\n',
  ],
  ['the root loses all its keys', '# top\na: 1\n# end\n', {}, '# top\n{}\n# end\n'],
  [
    'a removed pair takes its comment along, comments above stay',
    '# a\na: 1 # one\n# b\nb: 2\n',
    { b: 2 },
    '# a\n# b\nb: 2\n',
  ],
  ['a pair of many lines goes', 'a:\n  - b: 1\n    c: |\n      x\n\nd: 1\n', { d: 1 }, '\nd: 1\n'],
  [
    'flow maps stay flow maps',
    'm: {id: a, version: 1.0.0} # c\n',
    { m: { id: 'b', version: '1.0.0', note: 'x: y' } },
    'm: {id: b, version: 1.0.0, note: "x: y"} # c\n',
  ],
  [
    'flow maps lose pairs',
    'm: { a: 1, b: 2, c: 3 } # c\nn: {a: 1, b: 2}\no: {a: 1}\n',
    { m: { b: 2 }, n: { a: 1 }, o: {} },
    'm: { b: 2 } # c\nn: {a: 1}\no: {}\n',
  ],
  [
    'flow maps over several lines',
    lines('m: {', '  a: 1, # one', '  # two', '  b: 2, # bb', '  c: 3 # cc', '  }'),
    { m: { a: 1, b: 5, d: 'x' } },
    lines('m: {', '  a: 1, # one', '  # two', '  b: 5, # bb', '  d: x', '  }'),
  ],
  [
    'flow maps with a comma at the end',
    'm: {a: 1, b: 2, }\n',
    { m: { a: 1, b: 2, c: 3 } },
    'm: {a: 1, b: 2, c: 3 }\n',
  ],
  [
    'flow keys without values',
    'm: {a, b: , "c"}\n',
    { m: { a: 1, b: 2, c: 3 } },
    'm: {a: 1, b: 2 , "c": 3}\n',
  ],
  ['several lines in a flow map', 'm: {a: 1}\n', { m: { a: 'x\ny' } }, 'm: {a: "x\\ny"}\n'],
  ['flow lists stay flow lists', 'l: [a, b] # c\n', { l: ['a', 'b', 'c, d'] }, 'l: [a, b, "c, d"] # c\n'],
  ['flow lists are replaced as flow lists', 'l: [a, b] # c\n', { l: ['x', 'v', 'z'] }, 'l: [x, v, z] # c\n'],
  [
    'a document that is one flow map',
    '{kind: answers, answers: {}} # c\n',
    { kind: 'answers', answers: { a: { level: 1 } } },
    '{kind: answers, answers: {a: {level: 1}}} # c\n',
  ],
  [
    'quoted keys and values',
    '"a": \'1\'\n\'b\': "x" # c\n',
    { a: '1', b: 'no' },
    '"a": \'1\'\n\'b\': "no" # c\n',
  ],
  ['spaces around the colon', 'a :   1   # c\n', { a: 2 }, 'a :   2   # c\n'],
  ['keys with question marks', '? a\n: 1 # c\n? b\n: x\n', { a: 2, b: 'x' }, '? a\n: 2 # c\n? b\n: x\n'],
  [
    'a note becomes several lines',
    'a:\n  note: old # c\n  level: 1\n',
    { a: { note: 'one\ntwo', level: 1 } },
    'a:\n  note: |- # c\n    one\n    two\n  level: 1\n',
  ],
  [
    'several lines before a comment that they would swallow',
    'a:\n  note: old\n    # deep\n  level: 1\n',
    { a: { note: 'one\ntwo', level: 1 } },
    'a:\n  note: "one\\ntwo"\n    # deep\n  level: 1\n',
  ],
  [
    'a literal block becomes one line',
    'a: | # c\n  one\n\n  two\n\n# next\nb: 1\n',
    { a: 'x', b: 1 },
    'a: x # c\n\n# next\nb: 1\n',
  ],
  [
    'a folded block becomes a literal',
    'a: >-\n    one\n    two\nb: 1\n',
    { a: 'x\ny\n', b: 1 },
    'a: |\n  x\n  y\nb: 1\n',
  ],
  ['a keeping block goes with its empty lines', 'a: |+\n  one\n\n\nb: 1\n', { a: 'x', b: 1 }, 'a: x\nb: 1\n'],
  [
    'text over several lines',
    'a: one\n  two # c\nb: "x\n  y"\n',
    { a: 'z', b: 'x y z' },
    'a: z # c\nb: x y z\n',
  ],
  [
    'a value on the line below',
    'a:\n  # why\n  one # c\nb: 1\n',
    { a: [1], b: 1 },
    'a:\n  # why\n  # c\n  - 1\nb: 1\n',
  ],
  [
    'a list becomes text',
    'a: # c\n  # first\n  - x\n  - y\nb: 1\n',
    { a: 'x', b: 1 },
    'a: x # c\n  # first\nb: 1\n',
  ],
  ['text becomes a map', 'a: x # c\nb: 1\n', { a: { c: 1 }, b: 1 }, 'a: # c\n  c: 1\nb: 1\n'],
  [
    'an item is added',
    'e:\n  - a: 1 # one\n    b: 2\n# next\nf: 1\n',
    { e: [{ a: 1, b: 2 }, { a: 3 }], f: 1 },
    'e:\n  - a: 1 # one\n    b: 2\n  - a: 3\n# next\nf: 1\n',
  ],
  [
    'an item changes',
    'e:\n  - a: 1 # one\n    b: 2\n  # mid\n  - c # c\n',
    { e: [{ a: 1, b: 3, c: 4 }, 'c'] },
    'e:\n  - a: 1 # one\n    b: 3\n    c: 4\n  # mid\n  - c # c\n',
  ],
  [
    'an item is removed',
    'e:\n  - a # a\n  # mid\n  - b # b\n  - c\n',
    { e: ['a', 'c'] },
    'e:\n  - a # a\n  # mid\n  - c\n',
  ],
  [
    'the first pair of an item is removed',
    'e:\n  - a: 1\n    b: 2\n    c: 3\n',
    { e: [{ c: 3 }] },
    'e:\n  - c: 3\n',
  ],
  [
    'the first pair of an item is removed before a comment',
    'e:\n  - a: 1\n    # bb\n    b: 2\n',
    { e: [{ b: 2 }] },
    'e:\n  -\n    # bb\n    b: 2\n',
  ],
  [
    'the keys of an item are replaced',
    'e:\n  - a: 1 # c\n    b: 2\n  - x\n',
    { e: [{ c: 3, d: 4 }, 'x'] },
    'e:\n  - c: 3\n    d: 4\n  - x\n',
  ],
  ['an item is emptied', 'e:\n  - a: 1\n    b: 2\n  - x\n', { e: [{}, 'x'] }, 'e:\n  - {}\n  - x\n'],
  ['a list is emptied', 'e: # c\n  - a\n  - b\nf: 1\n', { e: [], f: 1 }, 'e: [] # c\nf: 1\n'],
  [
    'a list is rewritten',
    'e: # c\n    - a\n    - b\nf: 1\n',
    { e: ['c', 'd', { g: 'h' }], f: 1 },
    'e: # c\n    - c\n    - d\n    - g: h\nf: 1\n',
  ],
  ['lists of lists', 'e:\n  - - a\n    - b\n', { e: [['a', 'b', 'c']] }, 'e:\n  - - a\n    - b\n    - c\n'],
  ['tags go with their values', 'a: !!str 5 # c\nb: !!map\n  c: 1\n', { a: 6, b: 'x' }, 'a: 6 # c\nb: x\n'],
  [
    'dates, words and numbers are quoted',
    'a: 1\n',
    { a: '2026-11-20', b: 'no', c: '1:30', d: ['=', 'x'] },
    'a: "2026-11-20"\nb: "no"\nc: "1:30"\nd:\n  - "="\n  - x\n',
  ],
  [
    'JSON over several lines',
    '{\n  "a": 1,\n  "b": {},\n  "c": {"x": [1, 2]}\n}\n',
    { a: 2, b: { k: [1] }, c: { x: [1, 2, 3], y: 'no' }, d: null },
    '{\n  "a": 2,\n  "b": {\n    "k": [\n      1\n    ]\n  },\n  "c": {"x": [1, 2, 3], "y": "no"},\n  "d": null\n}\n',
  ],
  [
    'JSON with tabs',
    '{\n\t"a": 1\n}\n',
    { a: 1, b: { c: 1 } },
    '{\n\t"a": 1,\n\t"b": {\n\t\t"c": 1\n\t}\n}\n',
  ],
  [
    'JSON on one line',
    '{"a":1,"b":{}}',
    { b: { z: '\u202E' }, c: [1, 2] },
    '{"b":{"z":"\\u202e"},"c":[1,2]}',
  ],
  [
    'JSON with spaces, CRLF and removed keys',
    '{\r\n  "a": 1,\r\n  "b": 2,\r\n  "c": 3\r\n}\r\n',
    { b: 'x\ny' },
    '{\r\n  "b": "x\\ny"\r\n}\r\n',
  ],
  ['JSON whose last key is replaced', '{ "a": 1, "b": 2 }\n', { a: 1, c: 3 }, '{ "a": 1, "c": 3 }\n'],
  ['an empty JSON document', '{}', { a: 1 }, '{"a": 1}'],
];

describe('patchYaml: single changes', () => {
  it.each(rows)('%s', (_, before, next, after) => {
    expect(patchYaml(before, next)).toBe(after);
    expect(parse(after)).toEqual(next);
    expect(fallback.calls).toBe(0);
  });

  it.each(rows)('%s: nothing to change', (_, before) => {
    expect(patchYaml(before, parse(before))).toBe(before);
  });
});

describe('patchYaml: refusals', () => {
  it.each([
    '',
    '# only a comment\n',
    '- a\n',
    'text',
    'a: 1\n---\nb: 2\n',
    'a: [',
    'a: *b\n',
    '[1]',
    'a: 1\n b: 2\n',
    '\u0000',
  ])('refuses %j, which is not a single map', (text) => {
    expect(() => patchYaml(text, { a: 1 })).toThrow(PatchError);
  });

  it('refuses to change an anchored value but not its alias', () => {
    expect(() => patchYaml('a: &x 1\nb: *x\n', { a: 2, b: 1 })).toThrow(PatchError);
  });

  it('refuses infinite numbers and NaN', () => {
    expect(() => patchYaml('a: 1\n', { a: NaN })).toThrow(RangeError);
  });
});

describe('patchYaml: fallback', () => {
  it.each<Row>([
    ['a key without a colon', '? a\nb: 1 # c\n', { a: '2026-11-20', b: 1 }, 'a: "2026-11-20"\nb: 1 # c\n'],
    [
      'new keys and strings',
      '? a\nb: 1\n',
      { a: 1, b: 1, no: ['\u202E', { 'a: b': 'word' }] },
      'a: 1\nb: 1\n"no":\n  - "\\u202e"\n  - "a: b": word\n',
    ],
  ])('%s', (_, before, next, after) => {
    vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    expect(patchYaml(before, next)).toBe(after);
    expect(fallback.calls).toBe(1);
    vi.restoreAllMocks();
  });
});

/** Puts a numbered comment before every line that starts a top key. */
function commented(text: string): { text: string; comments: string[] } {
  const comments: string[] = [];
  const marked = text.replaceAll(/^[^\s#].*$/gm, (line) => {
    comments.push(`# remark ${comments.length}.`);
    return `${comments.at(-1)}\n${line}`;
  });
  return { text: marked, comments };
}

/** Scatters comments over a text, above and after its lines, in columns in which they do not change its value. */
function strewn(text: string, choices: Iterator<number>): string {
  let number = 0;
  const remark = (): string => `# remark ${(number += 1)}.`;
  let done = '';
  let rest = text.split('\n').slice(0, -1);
  const value: unknown = parse(text);
  while (rest.length > 0) {
    const [line = '', ...below] = rest;
    const choice = choices.next().value as number;
    const candidates = [
      choice % 2 === 0 ? `${' '.repeat(choice)}${remark()}\n${line}\n` : `${line}\n`,
      choice > 4 ? `${line} ${remark()}\n` : `${line}\n`,
      `${line}\n`,
    ];
    const tail = below.map((item) => `${item}\n`).join('');
    done += candidates.find((candidate) => isDeepStrictEqual(parseOr(done + candidate + tail), value)) ?? '';
    rest = below;
  }
  return done;
}

function parseOr(text: string): unknown {
  const tree = parseDocument(text);
  return tree.errors.length > 0 ? undefined : tree.toJS();
}

describe('patchYaml: properties', () => {
  it('changes any answers document into any other', () => {
    fc.assert(
      fc.property(answersDocument, answersDocument, (a, b) => {
        expect(parse(patchYaml(writeYaml(a), b))).toEqual(b);
        expect(fallback.calls).toBe(0);
      }),
      scaleRuns(100),
    );
  });

  it('changes any map into any other, in block style, flow style and JSON', () => {
    fc.assert(
      fc.property(anyMap, anyMap, fc.constantFrom(undefined, 2), (a, b, space) => {
        for (const text of [writeYaml({ x: 0, ...a }), writeJson(a), JSON.stringify(a, null, space)]) {
          expect(parse(patchYaml(text, b))).toEqual(parse(writeYaml(b)));
          expect(fallback.calls).toBe(0);
        }
        expect(JSON.parse(patchYaml(writeJson(a), b))).toEqual(JSON.parse(writeJson(b)));
      }),
      scaleRuns(100),
    );
  });

  it('changes text written by the yaml package, in any of its layouts', () => {
    const layout = fc.record({
      indent: fc.constantFrom(1, 2, 3, 4, 7),
      indentSeq: fc.boolean(),
      collectionStyle: fc.constantFrom('any', 'block', 'flow'),
      defaultStringType: fc.constantFrom(
        'PLAIN',
        'QUOTE_SINGLE',
        'QUOTE_DOUBLE',
        'BLOCK_FOLDED',
        'BLOCK_LITERAL',
      ),
      defaultKeyType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
      lineWidth: fc.constantFrom(0, 30, 80),
      flowCollectionPadding: fc.boolean(),
      nullStr: fc.constantFrom('', '~', 'null'),
      directives: fc.constantFrom(undefined, true),
    });
    fc.assert(
      fc.property(fc.oneof(answersDocument, anyMap), answersDocument, layout, (a, b, options) => {
        const text = stringify(a, options as ToStringOptions);
        // The reader refuses some text of the package: a plain `<<`, hidden characters.
        fc.pre(readText(text).ok);
        const old = parse(text) as Record<string, unknown>;
        // Counted anew for each case, so that a failure shrinks to its cause.
        fallback.calls = 0;
        for (const next of [b, { ...old, ...b }, { ...old, answers: b }]) {
          expect(parse(patchYaml(text, next))).toEqual(next);
          expect(fallback.calls).toBe(0);
        }
      }),
      scaleRuns(100),
    );
  });

  it('keeps all comments, line endings and byte order marks while answers change', () => {
    fc.assert(
      fc.property(
        answersDocument,
        answersDocument,
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('', '\uFEFF'),
        (a, b, eol, mark) => {
          const { text, comments } = commented(writeYaml(a));
          const before = mark + text.replaceAll('\n', eol);
          const after = patchYaml(before, { ...a, ...b });
          expect(parse(after)).toEqual({ ...a, ...b });
          expect(
            after
              .slice(mark.length)
              .split(eol)
              .filter((line) => comments.includes(line)),
          ).toEqual(comments);
          expect(after.startsWith(mark)).toBe(true);
          expect(/(?<!\r)\n/.test(after)).toBe(eol === '\n');
          expect(fallback.calls).toBe(0);
        },
      ),
      scaleRuns(100),
    );
  });

  it('keeps comments at any depth while a string changes, or a pair or an item is added', () => {
    fc.assert(
      fc.property(answersDocument, nastyString, fc.infiniteStream(fc.nat({ max: 7 })), (a, note, choices) => {
        const target = { level: 2, note: 'old', evidence: [{ kind: 'artifact', what: 'seen' }] };
        const before = { ...a, answers: { ...(a['answers'] as object), target }, last: 1 };
        const text = strewn(writeYaml(before), choices);
        for (const changed of [
          { ...target, note },
          { ...target, level: 3, added: note },
          { ...target, evidence: [{ kind: 'artifact', what: note, ref: 'x' }] },
          { ...target, evidence: [...target.evidence, { kind: 'declaration', what: note }] },
        ]) {
          const next = { ...before, answers: { ...before.answers, target: changed } };
          const after = patchYaml(text, next);
          expect(parse(after)).toEqual(next);
          expect(after.match(/# remark \d+\./g)).toEqual(text.match(/# remark \d+\./g));
          expect(fallback.calls).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('touches only the line of the changed value', () => {
    fc.assert(
      fc.property(answersDocument, fc.nat({ max: 4 }), fc.constantFrom(' # why', ''), (a, level, remark) => {
        const before = writeYaml({ ...a, added: { level: 9 }, last: 1 }).replace(
          'level: 9',
          `level: 9${remark}`,
        );
        const after = patchYaml(before, { ...a, added: { level }, last: 1 });
        expect(after).toBe(before.replace(`level: 9${remark}`, `level: ${level}${remark}`));
      }),
    );
  });

  it('returns the same text if nothing changes, in any layout', () => {
    fc.assert(
      fc.property(
        anyMap,
        anyValue,
        fc.constantFrom(2, 4),
        fc.constantFrom('\n', '\r\n'),
        (map, value, space, eol) => {
          const block = `\uFEFF---\n# top\n\n${writeYaml({ ...map, value })}\n\n# end\n...\n`.replaceAll(
            '\n',
            eol,
          );
          for (const text of [block, JSON.stringify(map, null, space), writeYaml({ value })]) {
            expect(patchYaml(text, parse(text))).toBe(text);
          }
        },
      ),
    );
  });
});
