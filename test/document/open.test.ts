import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openDocument, openFile } from '#document/open.ts';
import { readDocument } from '#document/read.ts';
import { bytesOf } from './reading.ts';

describe('opening a file', () => {
  const strong = readFileSync('examples/tarnbeck-cooling/sales-system.yaml', 'utf8');

  it.each([
    ['a good file', strong],
    ['a fault of the schema', strong.replace('schemaVersion: 1', 'schemaVersion: 1\nunheard: of')],
    ['a newer version', strong.replace('schemaVersion: 1', 'schemaVersion: 2')],
    ['no YAML', 'kind: sales-system\n  x: ['],
    ['another kind', 'kind: answers\nschemaVersion: 1\n'],
    ['a kind that does not exist', 'kind: sale-system\nschemaVersion: 1\n'],
    ['JSON', '{"kind": "sales-system", "schemaVersion": 1, "organization": {"name": "x"}}'],
    ['anchors', 'kind: sales-system\nschemaVersion: 1\norganization: &a {name: x}\n'],
    ['nothing', ''],
  ])('%s: gives what reading it gives', async (_name, text) => {
    const opened = await openDocument('sales-system', 'file', bytesOf(text));
    const read = readDocument('sales-system', 'file', bytesOf(text));
    const whatOf = (result: typeof read): unknown => (result.ok ? result.document.value : result.findings);
    expect([opened.ok, whatOf(opened)]).toEqual([read.ok, whatOf(read)]);
  });

  it.each([
    [strong, 'sales-system', true],
    ['kind: answers\n', 'answers', false],
    ['kind: else\n', undefined, false],
    ['a: 1\n', undefined, false],
    ['[', undefined, false],
  ])('finds the kind that a file says it is', async (text, kind, ok) => {
    const opened = await openFile('file', bytesOf(text));
    expect([opened.kind, opened.read.ok]).toEqual([kind, ok]);
  });
});
