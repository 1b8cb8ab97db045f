import { isPlainSafe } from '#document/edit/quoting.ts';
import { writeJson, writeYaml } from '#document/edit/write.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { answersDocument, anyValue, misread } from './nasty-values.ts';
import { scaleRuns } from '../../support/runs.ts';

const raw = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const readers = { 'YAML 1.2': {}, 'YAML 1.1': { version: '1.1', merge: false } } as const;

/** Turns -0 into 0, which JSON cannot tell apart. */
const sameZero = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('writeYaml: round trips', () => {
  for (const [name, options] of Object.entries(readers)) {
    it.each(misread)(`%j survives ${name} as a value, an item and a key`, (text) => {
      const value = { value: text, list: [text, [text]], [text]: { [text]: 1 } };
      expect(parse(writeYaml(value), options)).toEqual(value);
      expect(parse(writeYaml(text), options)).toBe(text);
      expect(parse(writeYaml([text]), options)).toEqual([text]);
    });

    it(`every short text of the signs of numbers, times and constants survives ${name}`, () => {
      const signs = [...'019_.eE+-afxob:ynN~=<iTZ'];
      const pairs = signs.flatMap((first) => signs.map((second) => first + second));
      const texts = [...signs, ...pairs, ...pairs.flatMap((pair) => signs.map((sign) => pair + sign))];
      expect(parse(writeYaml(texts), options)).toEqual(texts);
    });

    it(`round-trips any value in ${name}`, () => {
      fc.assert(
        fc.property(anyValue, (value) => {
          expect(parse(writeYaml(value), options)).toEqual(value);
        }),
        scaleRuns(150),
      );
    });

    it(`round-trips answers documents in ${name}`, () => {
      fc.assert(
        fc.property(answersDocument, (value) => {
          expect(parse(writeYaml(value), options)).toEqual(value);
        }),
        scaleRuns(100),
      );
    });
  }
});

describe('writeYaml: layout', () => {
  it.each<[string, unknown, string]>([
    ['keys stay in order', { b: 1, a: { d: true, c: null } }, 'b: 1\na:\n  d: true\n  c: null\n'],
    ['empty collections', { list: [], map: {} }, 'list: []\nmap: {}\n'],
    ['undefined is left out', { a: undefined, b: [undefined, 1] }, 'b:\n  - 1\n'],
    ['lists of maps', { l: [{ a: 1, b: 2 }, [1, [2]]] }, 'l:\n  - a: 1\n    b: 2\n  - - 1\n    - - 2\n'],
    ['dates are quoted', { on: '2026-11-20' }, '"on": "2026-11-20"\n'],
    [
      'question ids are plain',
      { 'philosophy.stated-purpose.heard': 1 },
      'philosophy.stated-purpose.heard: 1\n',
    ],
    ['prose is plain', { a: "Five sellers, asked; 60 % didn't" }, "a: Five sellers, asked; 60 % didn't\n"],
    ['several lines', { a: 'one\n\n  two' }, 'a: |-\n  one\n\n    two\n'],
    ['a final newline', { a: ['one\ntwo\n'] }, 'a:\n  - |\n    one\n    two\n'],
    ['a first line with spaces', { a: ' one\ntwo' }, 'a: |2-\n   one\n  two\n'],
    ['white space alone on a line', { a: 'one\n \ntwo' }, 'a: "one\\n \\ntwo"\n'],
    ['empty lines at the end', { a: 'one\n\n' }, 'a: "one\\n\\n"\n'],
    ['tabs', { a: 'one\n\ttwo' }, 'a: "one\\n\\ttwo"\n'],
    [
      'hidden characters',
      ['\u001B\u007F\u0085\u202E\u200B\u2028\uFEFF'],
      '- "\\u001b\\u007f\\u0085\\u202e\\u200b\\u2028\\ufeff"\n',
    ],
    ['hidden characters beyond the BMP', '\u{E0001}', '"\\U000e0001"\n'],
    ['emoji, CJK, RTL', ['❤️ 😀', '漢字', 'שלום'], '- ❤️ 😀\n- 漢字\n- שלום\n'],
    ['large and small numbers', [1e21, 1e-7, 1.5e300], '- 1.0e+21\n- 1.0e-7\n- 1.5e+300\n'],
  ])('%s', (_, value, text) => {
    expect(writeYaml(value)).toBe(text);
  });

  it('folds only long prose, at 110 columns', () => {
    const words = 'Whom we help and what changes for them '.repeat(6).trim();
    const text = writeYaml({ a: { words, noSpaces: 'x'.repeat(200), spaces: `${words}  ` } });
    expect(text).toContain('words: >-\n    Whom');
    expect(text).toContain(`noSpaces: ${'x'.repeat(200)}\n`);
    expect(text).toContain(`spaces: "${words}  "\n`);
    const folded = text.split('\n').filter((line) => line.startsWith('    '));
    expect(Math.max(...folded.map((line) => line.length))).toBeLessThanOrEqual(110);
  });

  it('writes readable keys of more than 1024 characters', () => {
    const value = { list: [{ ['k'.repeat(2000)]: { a: 'one\ntwo' } }] };
    expect(parse(writeYaml(value))).toEqual(value);
  });

  it('writes schema and header as comments, even if they contain line breaks or hidden characters', () => {
    const header = ['Made by hand', '', 'two\nlines', 'bad\u001B\u202E\r'];
    expect(writeYaml({ a: 1 }, { header, schema: 'https://example.org/a b.json' })).toBe(
      '# yaml-language-server: $schema=https://example.org/a%20b.json\n# Made by hand\n#\n# two\n# lines\n# bad\\u001b\\u202e\\u000d\na: 1\n',
    );
  });

  it('writes every number so that YAML reads the same one', () => {
    const value = { list: [31, 54.25, -0.5, null, 1e21, 24.479166667] };
    const text = writeYaml(value);
    expect(text.match(/(?<=- )\S+/g)).toEqual(['31', '54.25', '-0.5', 'null', '1.0e+21', '24.479166667']);
    expect(parse(text)).toEqual(value);
  });

  it('never writes a hidden character', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(raw.test(writeYaml(value).replaceAll('\n', ''))).toBe(false);
        expect(raw.test(writeJson(value).replaceAll('\n', ''))).toBe(false);
      }),
    );
  });
});

describe('isPlainSafe', () => {
  it.each([
    'a',
    'Harbor Instruments',
    'process.one.heard',
    'P12M',
    '60 % of revenue',
    'a:b',
    'a#b',
    "it's",
    'no one',
    '漢字',
  ])('%j needs no quotes', (text) => {
    expect(isPlainSafe(text)).toBe(true);
  });

  it.each([
    'no',
    'ON',
    'y',
    '',
    '1:30',
    '0o7',
    '0x1',
    '1_000',
    '.5',
    '1e3',
    '=',
    '<<',
    '2026-11-20',
    '1.0.0',
    'a: b',
    'a:',
  ])('%j needs quotes', (text) => {
    expect(isPlainSafe(text)).toBe(false);
  });
});

describe('writeJson', () => {
  it('indents by two spaces and ends in a newline', () => {
    const value = { b: [1, { a: 'x' }], a: [], c: {}, d: null, e: 1.5, f: false };
    expect(writeJson(value)).toBe(`${JSON.stringify(value, null, 2)}\n`);
  });

  it('escapes hidden characters', () => {
    const text = '\u007F\u0085\u202E\u200B\u2028\uFEFF\u{E0001}';
    expect(writeJson(text)).toBe('"\\u007f\\u0085\\u202e\\u200b\\u2028\\ufeff\\udb40\\udc01"\n');
  });

  it('round-trips any value', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(JSON.parse(writeJson(value))).toEqual(sameZero(value));
      }),
    );
  });
});

describe('values that cannot be written', () => {
  it.each([NaN, Infinity, -Infinity])('%d throws a RangeError with its path', (number) => {
    expect(() => writeYaml({ a: [0, number] })).toThrow(RangeError);
    expect(() => writeYaml({ a: [0, number] })).toThrow('"a.1"');
    expect(() => writeJson(number)).toThrow(RangeError);
  });

  it.each([new Date(0), new Map(), () => 1, Symbol('a'), 1n, undefined])('%s throws a TypeError', (value) => {
    expect(() => writeYaml(value)).toThrow(TypeError);
    expect(() => writeJson([0, { a: value ?? new Set() }])).toThrow(TypeError);
  });
});
