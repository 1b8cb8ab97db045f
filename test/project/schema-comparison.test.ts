import { describe, expect, it } from 'vitest';
import { narrowings } from '../support/schema/schema-compatible.ts';
import type { Schema, SchemaNode } from '../support/schema/schema-node.ts';

type Row = readonly [what: string, before: Schema, after: Schema, narrowed: readonly string[]];

const closed = (properties: Record<string, Schema>, more: object = {}): SchemaNode => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...more,
});
const either = (...keys: string[]): object => ({ oneOf: keys.map((key) => ({ required: [key] })) });
const marked = (by: string, properties: Record<string, Schema> = {}): SchemaNode =>
  closed({ by: { const: by }, ...properties }, { required: ['by'] });
const text: SchemaNode = { type: 'string' };

const wider: readonly Row[] = [
  ['nothing', closed({ a: text }), closed({ a: text }), []],
  ['a description', closed({ a: text }), closed({ a: { ...text, description: 'x', examples: ['y'] } }), []],
  ['a new key', closed({ a: text }), closed({ a: text, b: text }), []],
  ['a key that was needed', closed({ a: text }, { required: ['a'] }), closed({ a: text }), []],
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
  ['an opened map', closed({ a: text }), { type: 'object', properties: { a: text } }, []],
  [
    'a way for a new key',
    closed({ a: text, b: text }, either('a', 'b')),
    closed({ a: text, b: text, c: text }, either('a', 'b', 'c')),
    [],
  ],
  [
    'a marked way',
    { oneOf: [marked('a'), marked('b')] },
    { oneOf: [marked('b', { why: text }), marked('a'), marked('c')] },
    [],
  ],
  ['no ways', closed({ a: text }, either('a')), closed({ a: text }), []],
  [
    'a nested definition',
    { $ref: '#/definitions/a', definitions: { a: closed({ a: { $ref: '#/definitions/a' } }) } },
    { $ref: '#/definitions/b', definitions: { b: closed({ a: { $ref: '#/definitions/b' }, c: text }) } },
    [],
  ],
];

const narrower: readonly Row[] = [
  ['a removed key', closed({ a: text, b: text }), closed({ a: text }), ['/b is not accepted']],
  ['a renamed key', closed({ a: text }), closed({ b: text }), ['/a is not accepted']],
  [
    'a key that is needed now',
    closed({ a: text }),
    closed({ a: text }, { required: ['a'] }),
    ['/ required: a'],
  ],
  ['a new key that is needed', closed({}), closed({ a: text }, { required: ['a'] }), ['/ required: a']],
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
    { properties: { a: { items: closed({ b: text, c: text }) } } },
    { properties: { a: { items: closed({ b: text }) } } },
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
    closed({ a: text, b: text }, either('a', 'b')),
    closed({ a: text, b: text }, either('a')),
    [expect.stringMatching(/^\/ oneOf/)],
  ],
  [
    'a way that others fit too',
    closed({ a: text, b: text }, either('a')),
    closed({ a: text, b: text }, either('a', 'b')),
    [expect.stringMatching(/^\/ oneOf/)],
  ],
  [
    'ways where there were none',
    closed({ a: text }),
    closed({ a: text }, either('a')),
    [expect.stringMatching(/^\/ oneOf/)],
  ],
  ['a marked way', { oneOf: [marked('a'), marked('b')] }, { oneOf: [marked('a')] }, ['/ is not accepted']],
  [
    'a key of a marked way',
    { oneOf: [marked('a', { why: text }), marked('b')] },
    { oneOf: [marked('a'), marked('b')] },
    ['/why is not accepted'],
  ],
  ['a keyword that nobody knows', {}, { dependencies: {} }, ['/ dependencies cannot be compared']],
  ['a lost keyword that nobody knows', { not: {} }, {}, ['/ not cannot be compared']],
  ['entries one by one', {}, { items: [text] as unknown as Schema }, ['/* 0 cannot be compared']],
];

describe('the comparison of schemas', () => {
  it.each(wider)('lets through what got wider: %s', (_, before, after) => {
    expect(narrowings(before as SchemaNode, after as SchemaNode)).toEqual([]);
  });

  it.each(narrower)('sees what got narrower: %s', (_, before, after, narrowed) => {
    expect(narrowings(before as SchemaNode, after as SchemaNode)).toEqual(narrowed);
  });

  it('lets new keys pass where a reader has to, and nothing else', () => {
    const printedNow = closed({ a: { type: ['string', 'null'] }, b: text }, { required: ['b'] });
    const promised = closed({ a: text, c: text }, { required: ['c'] });
    expect(narrowings(printedNow, promised, { newKeys: 'accepted' })).toEqual([
      '/ required: c',
      '/a type: ["string","null"] → "string"',
    ]);
  });

  it('refuses a keyword beside a reference, which it would not see', () => {
    const schema = { items: { $ref: '#/definitions/a', maxLength: 3 }, definitions: { a: text } };
    expect(() => narrowings(schema, schema)).toThrow('maxLength beside #/definitions/a would be left out.');
    expect(() => narrowings({ $ref: '#/definitions/b' }, {})).toThrow('leads nowhere');
  });
});
