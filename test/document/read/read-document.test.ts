import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAnyDocument, readDocument } from '#document/read/read-document.ts';
import { encode } from './reading.ts';

describe('readAnyDocument', () => {
  const strong = readFileSync('examples/tarnbeck-cooling/sales-system.yaml', 'utf8');

  it.each([
    ['a valid file', strong],
    ['a schema fault', strong.replace('schemaVersion: 1', 'schemaVersion: 1\nunheard: of')],
    ['a newer version', strong.replace('schemaVersion: 1', 'schemaVersion: 2')],
    ['JSON', '{"kind": "sales-system", "schemaVersion": 1, "organization": {"name": "x"}}'],
    ['anchors', 'kind: sales-system\nschemaVersion: 1\norganization: &a {name: x}\n'],
  ])('%s: returns the same as readDocument', async (_name, text) => {
    const { kind, read } = await readAnyDocument('file', encode(text));
    const expected = await readDocument('sales-system', 'file', encode(text));
    const contentOf = (result: typeof read): unknown => (result.ok ? result.document.value : result.findings);
    expect([kind, read.ok, contentOf(read)]).toEqual(['sales-system', expected.ok, contentOf(expected)]);
  });

  it.each([
    [strong, 'sales-system', true],
    ['kind: answers\n', 'answers', false],
    ['kind: else\n', undefined, false],
    ['a: 1\n', undefined, false],
    ['[', undefined, false],
    ['', undefined, false],
  ])('finds the declared kind', async (text, kind, ok) => {
    const found = await readAnyDocument('file', encode(text));
    expect([found.kind, found.read.ok]).toEqual([kind, ok]);
  });
});
