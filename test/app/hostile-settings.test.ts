/** No value of a setting is a bug of the tool: it is used, or refused with exit code 2. */
import { readFileSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { makeEmptyFolder } from '../support/folder.ts';
import { type SchemaNode, resolve } from '../support/schema/schema-node.ts';

const schema = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8')) as SchemaNode;

/** Lists the paths of all settings. A map with free keys has one, `any`. */
function listSettings(node: SchemaNode = schema, path: readonly string[] = []): string[][] {
  const isMap = typeof node.additionalProperties === 'object';
  const keys = [...Object.keys(node.properties ?? {}), ...(isMap ? ['philosophy'] : [])];
  return keys
    .filter((key) => path.length > 0 || !['kind', 'schemaVersion'].includes(key))
    .flatMap((key) => {
      const inner = resolve(schema, node.properties?.[key] ?? node.additionalProperties ?? true);
      const place = [...path, key];
      return [place, ...(typeof inner === 'object' ? listSettings(inner, place) : [])];
    });
}

/** Values that paths, patterns, revisions, colors, numbers and maps could stumble over. */
const hostile: readonly unknown[] = [
  ...[
    '/',
    '//',
    '.',
    '..',
    '../../..',
    '!',
    '!x',
    '-',
    '--help',
    '~',
    'answers.yaml',
    '.sales-audit.yaml',
    '/dev/null',
  ],
  ...[
    '[',
    '(',
    '{a,',
    '**',
    '*'.repeat(400),
    '@(',
    '+(a|'.repeat(60),
    '\\',
    '[[:alpha:]',
    '{1..100000}',
    '$^',
  ],
  ...[
    '\u0000',
    '\u001b[2J',
    '\ud800',
    ' ',
    '\n',
    '__proto__',
    'HEAD~1000',
    'a..b',
    '@{-1}',
    ':/x',
    '#fff',
    'P0D',
    'P999Y',
  ],
  ...[-1, 0, 1, 0.5, 1e9, true, null, [], {}, [''], [[]], { constructor: 1 }, { __proto__: null, a: 1 }],
];

/** Makes settings with a value at a path. */
function makeConfig(path: readonly string[], value: unknown): string {
  const settings = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object;
  return JSON.stringify({ kind: 'config', schemaVersion: 1, ...settings });
}

describe('a hostile value of a setting', () => {
  it.each(listSettings().map((path) => [path.join('.'), path] as const))('%s', async (_name, path) => {
    const cwd = await makeEmptyFolder();
    await cp('examples/fernlatch/answers.yaml', join(cwd, 'answers.yaml'));
    const bugs: unknown[] = [];
    for (const each of hostile) {
      // Where a list belongs, the value is in one.
      const value = path.at(-1) === 'ignore' && typeof each === 'string' ? [each] : each;
      await writeFile(join(cwd, '.sales-audit.yaml'), makeConfig(path, value));
      const command =
        path[0] === 'brand' ? ['report', 'answers.yaml', '--format', 'html'] : ['check', 'answers.yaml'];
      const { exitCode, stderr } = await runCommand([...command, '--as-of', '2026-11-23'], { cwd });
      if (exitCode === 3 || exitCode === null) bugs.push([value, stderr.slice(0, 300)]);
    }
    expect(bugs).toEqual([]);
  });
});
