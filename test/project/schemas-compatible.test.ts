import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { narrowings } from '../support/schema-compatible.ts';
import { type Schema, type SchemaNode, resolve } from '../support/schema-node.ts';

const frozen = 'test/fixtures/v1/schemas';

const readSchema = (path: string): SchemaNode => JSON.parse(readFileSync(path, 'utf8')) as SchemaNode;

/** Every schema as it was released, with the one of today. */
const releases = readdirSync(frozen).flatMap((release) =>
  readdirSync(`${frozen}/${release}`).map((name) => ({
    name: `${release}/${name.replace('.schema.json', '')}`,
    released: readSchema(`${frozen}/${release}/${name}`),
    today: readSchema(`schemas/${name}`),
  })),
);

/** What programs read: there, a document of today has to be one of then, but for keys that are new. */
const printed = releases.filter(({ name }) => /\/(check|questions|report)$/.test(name));

describe('schemas of version 1', () => {
  it('are all frozen', () => {
    const kinds = new Set(releases.map(({ name }) => name.split('/')[1]));
    expect([...kinds].map((kind) => `${kind}.schema.json`).toSorted()).toEqual(
      readdirSync('schemas').toSorted(),
    );
  });

  it.each(releases)('$name: what it accepted is accepted today', ({ released, today }) => {
    expect(narrowings(released, today)).toEqual([]);
  });

  it.each(printed)('$name: what is printed today is what it promised', ({ released, today }) => {
    expect(narrowings(today, released, { newKeys: 'accepted' })).toEqual([]);
  });
});

/** Every schema inside a schema, each once. */
function* nodesIn(root: SchemaNode): Generator<SchemaNode> {
  const seen = new Set<Schema>();
  const open: (Schema | undefined)[] = [root];
  while (open.length > 0) {
    const node = resolve(root, open.pop() ?? true);
    if (typeof node === 'boolean' || seen.has(node)) continue;
    seen.add(node);
    yield node;
    open.push(...Object.values(node.properties ?? {}), ...(node.oneOf ?? []));
    open.push(node.items, node.additionalProperties, node.propertyNames);
  }
}

/** Every way to narrow one keyword of a schema a little; each changes the schema, and the result puts it back. */
function* narrowingsOf(node: Record<string, unknown>): Generator<() => void> {
  function* put(keyword: string, value: unknown): Generator<() => void> {
    const had = Object.hasOwn(node, keyword);
    const before = node[keyword];
    node[keyword] = value;
    yield () => {
      if (had) node[keyword] = before;
      else delete node[keyword];
    };
  }
  const { type, enum: values, properties, required = [] } = node as SchemaNode;
  const isOf = (name: string): boolean => [type].flat().includes(name);
  if (values !== undefined) yield* put('enum', values.slice(1));
  if (Array.isArray(type)) yield* put('type', type.slice(1));
  for (const keyword of ['maxLength', 'maxItems', 'maxProperties', 'maximum'])
    if (node[keyword] !== undefined) yield* put(keyword, Number(node[keyword]) - 1);
  for (const keyword of ['minLength', 'minItems', 'minimum', 'exclusiveMinimum'])
    if (node[keyword] !== undefined) yield* put(keyword, Number(node[keyword]) + 1);
  if (node['pattern'] !== undefined) yield* put('pattern', `${String(node['pattern'])}$`);
  if (isOf('string') && node['pattern'] === undefined) yield* put('pattern', '^a');
  if (isOf('array') && node['uniqueItems'] === undefined) yield* put('uniqueItems', true);
  for (const key of Object.keys(properties ?? {})) {
    yield* put('properties', { ...properties, [key]: false });
    if (!required.includes(key)) yield* put('required', [...required, key]);
  }
}

describe('every small narrowing of a real schema', () => {
  it.each(releases)('$name: is seen', ({ released }) => {
    const changed = structuredClone(released);
    const unseen: SchemaNode[] = [];
    let tried = 0;
    for (const node of [...nodesIn(changed)]) {
      for (const putBack of narrowingsOf(node as Record<string, unknown>)) {
        tried += 1;
        if (narrowings(released, changed).length === 0) unseen.push(structuredClone(node));
        putBack();
      }
    }
    expect(unseen).toEqual([]);
    expect(changed).toEqual(released);
    expect(tried).toBeGreaterThan(10);
  });
});
