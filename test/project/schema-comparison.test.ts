import { describe, expect, it } from 'vitest';
import { findNarrowings } from '../support/schema/schema-compatible.ts';
import type { Schema, SchemaNode } from '../support/schema/schema-node.ts';

type Row = readonly [what: string, before: Schema, after: Schema, narrowed: readonly string[]];

const makeClosed = (properties: Record<string, Schema>, more: object = {}): SchemaNode => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...more,
});
const makeEither = (...keys: string[]): object => ({ oneOf: keys.map((key) => ({ required: [key] })) });
const makeMarked = (by: string, properties: Record<string, Schema> = {}): SchemaNode =>
  makeClosed({ by: { const: by }, ...properties }, { required: ['by'] });
const text: SchemaNode = { type: 'string' };

const wider: readonly Row[] = [
  ['nothing', makeClosed({ a: text }), makeClosed({ a: text }), []],
  [
    'a description',
    makeClosed({ a: text }),
    makeClosed({ a: { ...text, description: 'x', examples: ['y'] } }),
    [],
  ],
  ['a new key', makeClosed({ a: text }), makeClosed({ a: text, b: text }), []],
  ['a key that was needed', makeClosed({ a: text }, { required: ['a'] }), makeClosed({ a: text }), []],
  ['a value', { enum: ['a'] }, { enum: ['a', 'b'] }, []],
  ['one value to several', { const: 'a' }, { enum: ['b', 'a'] }, []],
  ['values to text', { enum: ['a', 'b'] }, text, []],
  ['a type', { type: 'string' }, { type: ['string', 'null'] }, []],
  ['whole numbers to numbers', { type: 'integer' }, { type: 'number' }, []],
  [
    'limits',
    { type: 'string', minLength: 2, maxLength: 3 },
    { type: 'string', minLength: 1, maxLength: 9 },
    [],
  ],
  ['no limits', { type: 'array', minItems: 1, maxItems: 3, uniqueItems: true }, { type: 'array' }, []],
  ['above to at least', { exclusiveMinimum: 2, maximum: 4 }, { minimum: 2, maximum: 5 }, []],
  ['at least to above less', { minimum: 2 }, { exclusiveMinimum: 1 }, []],
  ['no pattern', { type: 'string', pattern: '^a', format: 'date' }, text, []],
  ['names of keys', { propertyNames: { maxLength: 2 } }, { propertyNames: { maxLength: 3 } }, []],
  ['an opened map', makeClosed({ a: text }), { type: 'object', properties: { a: text } }, []],
  [
    'a way for a new key',
    makeClosed({ a: text, b: text }, makeEither('a', 'b')),
    makeClosed({ a: text, b: text, c: text }, makeEither('a', 'b', 'c')),
    [],
  ],
  [
    'a marked way',
    { oneOf: [makeMarked('a'), makeMarked('b')] },
    { oneOf: [makeMarked('b', { why: text }), makeMarked('a'), makeMarked('c')] },
    [],
  ],
  ['no ways', makeClosed({ a: text }, makeEither('a')), makeClosed({ a: text }), []],
  [
    'a nested definition',
    { $ref: '#/definitions/a', definitions: { a: makeClosed({ a: { $ref: '#/definitions/a' } }) } },
    { $ref: '#/definitions/b', definitions: { b: makeClosed({ a: { $ref: '#/definitions/b' }, c: text }) } },
    [],
  ],
];

const narrower: readonly Row[] = [
  ['a removed key', makeClosed({ a: text, b: text }), makeClosed({ a: text }), ['/b is not accepted']],
  ['a renamed key', makeClosed({ a: text }), makeClosed({ b: text }), ['/a is not accepted']],
  [
    'a key that is needed now',
    makeClosed({ a: text }),
    makeClosed({ a: text }, { required: ['a'] }),
    ['/ required: a'],
  ],
  [
    'a new key that is needed',
    makeClosed({}),
    makeClosed({ a: text }, { required: ['a'] }),
    ['/ required: a'],
  ],
  ['a value', { enum: ['a', 'b'] }, { enum: ['a'] }, ['/ enum: ["a","b"] → ["a"]']],
  ['text to values', text, { enum: ['a'] }, ['/ enum: nothing → ["a"]']],
  ['another value', { const: 1 }, { const: 2 }, ['/ const: 1 → 2']],
  ['a type', { type: ['string', 'null'] }, text, ['/ type: ["string","null"] → "string"']],
  ['any type', {}, text, ['/ type: nothing → "string"']],
  ['numbers to whole numbers', { type: 'number' }, { type: 'integer' }, ['/ type: "number" → "integer"']],
  ['values of another type', { enum: [1, 1.5] }, { type: 'integer' }, ['/ type: nothing → "integer"']],
  ['an upper limit', { maxLength: 3 }, { maxLength: 2 }, ['/ maxLength: 3 → 2']],
  ['a new upper limit', {}, { maximum: 2 }, ['/ maximum: nothing → 2']],
  ['a number of keys', {}, { maxProperties: 2 }, ['/ maxProperties: nothing → 2']],
  ['a lower limit', { minItems: 1 }, { minItems: 2 }, ['/ minItems: 1 → 2']],
  ['a new lower limit', {}, { minLength: 1 }, ['/ minLength: nothing → 1']],
  ['a lower limit below 0', {}, { minimum: -4 }, ['/ minimum: nothing → -4']],
  ['at least to above', { minimum: 2 }, { exclusiveMinimum: 2 }, ['/ exclusiveMinimum: nothing → 2']],
  ['above to at least more', { exclusiveMinimum: 2 }, { minimum: 3 }, ['/ minimum: nothing → 3']],
  ['a pattern', { pattern: '^a' }, { pattern: '^[ab]' }, ['/ pattern: "^a" → "^[ab]"']],
  ['a new pattern', {}, { pattern: '^a' }, ['/ pattern: nothing → "^a"']],
  ['a format', {}, { format: 'date' }, ['/ format: nothing → "date"']],
  ['entries that may not repeat', {}, { uniqueItems: true }, ['/ uniqueItems: nothing → true']],
  ['a default', { default: 'full' }, { default: 'quick' }, ['/ default: "full" → "quick"']],
  [
    'names of keys',
    { propertyNames: {} },
    { propertyNames: { pattern: '^a' } },
    ['/(key) pattern: nothing → "^a"'],
  ],
  [
    'a closed map',
    { properties: { a: text } },
    { properties: { a: text }, additionalProperties: false },
    ['/* is not accepted'],
  ],
  [
    'a key of an open map',
    { additionalProperties: { type: ['string', 'null'] } },
    { additionalProperties: { type: ['string', 'null'] }, properties: { a: text } },
    ['/a type: ["string","null"] → "string"'],
  ],
  [
    'values of a map',
    { additionalProperties: {} },
    { additionalProperties: text },
    ['/* type: nothing → "string"'],
  ],
  ['entries of a list', { items: {} }, { items: text }, ['/* type: nothing → "string"']],
  [
    'something deep inside',
    { properties: { a: { items: makeClosed({ b: text, c: text }) } } },
    { properties: { a: { items: makeClosed({ b: text }) } } },
    ['/a/*/c is not accepted'],
  ],
  [
    'a definition',
    { items: { $ref: '#/definitions/a' }, definitions: { a: text } },
    { items: { $ref: '#/definitions/a' }, definitions: { a: { type: 'null' } } },
    ['/* type: "string" → "null"'],
  ],
  [
    'a way',
    makeClosed({ a: text, b: text }, makeEither('a', 'b')),
    makeClosed({ a: text, b: text }, makeEither('a')),
    [expect.stringMatching(/^\/ oneOf/)],
  ],
  [
    'a way that others fit too',
    makeClosed({ a: text, b: text }, makeEither('a')),
    makeClosed({ a: text, b: text }, makeEither('a', 'b')),
    [expect.stringMatching(/^\/ oneOf/)],
  ],
  [
    'ways where there were none',
    makeClosed({ a: text }),
    makeClosed({ a: text }, makeEither('a')),
    [expect.stringMatching(/^\/ oneOf/)],
  ],
  [
    'a marked way',
    { oneOf: [makeMarked('a'), makeMarked('b')] },
    { oneOf: [makeMarked('a')] },
    ['/ is not accepted'],
  ],
  [
    'a key of a marked way',
    { oneOf: [makeMarked('a', { why: text }), makeMarked('b')] },
    { oneOf: [makeMarked('a'), makeMarked('b')] },
    ['/why is not accepted'],
  ],
  ['a keyword that nobody knows', {}, { dependencies: {} }, ['/ dependencies cannot be compared']],
  ['a lost keyword that nobody knows', { not: {} }, {}, ['/ not cannot be compared']],
  ['entries one by one', {}, { items: [text] as unknown as Schema }, ['/* 0 cannot be compared']],
];

describe('the comparison of schemas', () => {
  it.each(wider)('accepts a wider schema: %s', (_, before, after) => {
    expect(findNarrowings(before as SchemaNode, after as SchemaNode)).toEqual([]);
  });

  it.each(narrower)('reports a narrower schema: %s', (_, before, after, narrowed) => {
    expect(findNarrowings(before as SchemaNode, after as SchemaNode)).toEqual(narrowed);
  });

  it('accepts new keys, but nothing else, if readers must ignore them', () => {
    const printedNow = makeClosed({ a: { type: ['string', 'null'] }, b: text }, { required: ['b'] });
    const promised = makeClosed({ a: text, c: text }, { required: ['c'] });
    expect(findNarrowings(printedNow, promised, { newKeys: 'accepted' })).toEqual([
      '/ required: c',
      '/a type: ["string","null"] → "string"',
    ]);
  });

  it('refuses a keyword next to a reference, which would be ignored', () => {
    const schema = { items: { $ref: '#/definitions/a', maxLength: 3 }, definitions: { a: text } };
    expect(() => findNarrowings(schema, schema)).toThrow(
      'maxLength beside #/definitions/a would be left out.',
    );
    expect(() => findNarrowings({ $ref: '#/definitions/b' }, {})).toThrow('leads nowhere');
  });
});
