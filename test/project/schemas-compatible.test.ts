import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '#app/version.ts';
import {
  type Release,
  freezeRelease,
  findFrozenProblems,
  readReleases,
  readTexts,
} from '../../src/tools/release/frozen.ts';
import { findNarrowings } from '../support/schema/schema-compatible.ts';
import { type Schema, type SchemaNode, resolve } from '../support/schema/schema-node.ts';

const today = await readTexts('schemas');

/** Outputs for other programs. Today's outputs must be valid for the old schemas, except for new keys. */
const printed = new Set(['check', 'questions', 'report'].map((kind) => `${kind}.schema.json`));

/** Finds incompatibilities between the schemas of a release and those of today. */
function findIncompatibilities({ schemas }: Release, now: ReadonlyMap<string, string>): string[] {
  return [...schemas].flatMap(([name, before]) => {
    const released = JSON.parse(before) as SchemaNode;
    const text = now.get(name);
    if (text === undefined) return [`${name}: is gone`];
    const current = JSON.parse(text) as SchemaNode;
    const refused = findNarrowings(released, current);
    const promised = printed.has(name) ? findNarrowings(current, released, { newKeys: 'accepted' }) : [];
    return [...refused, ...promised].map((problem) => `${name}: ${problem}`);
  });
}

/** Releases with the same major version, with which today's schemas must be compatible. */
const releases = (await readReleases()).filter(
  (release) => release.version.split('.')[0] === version.split('.')[0],
);

it.each(releases)('schemas are compatible with $version', (release) => {
  expect(findIncompatibilities(release, today)).toEqual([]);
});

describe('a release that is frozen today', () => {
  let folder = '';
  let release: Release;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sales-audit-freeze-'));
    await freezeRelease('1.2.3', folder);
    [release] = (await readReleases(folder)) as [Release];
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has every schema and document', async () => {
    expect(release.version).toBe('1.2.3');
    expect(release.schemas).toEqual(today);
    expect(release.documents).toEqual(await readTexts('test/fixtures/documents'));
  });

  it('is compatible with today', () => {
    expect(findIncompatibilities(release, today)).toEqual([]);
  });

  it.each([
    ['a key that is gone', 'answers', '"closing"', '"closingWords"', '/closing is not accepted'],
    ['a new value in what is printed', 'report', '"enum": ["quick",', '"enum": ["short", "quick",', 'enum'],
  ])('is not compatible with %s', (_what, kind, part, by, problem) => {
    const name = `${kind}.schema.json`;
    const text = today.get(name) ?? '';
    const changed = text.replace(part, by);
    expect(changed).not.toBe(text);
    const found = findIncompatibilities(release, new Map(today).set(name, changed));
    expect(found.join('\n')).toContain(problem);
    expect(found.every((line) => line.startsWith(`${name}: `))).toBe(true);
  });

  it('is not compatible with a removed schema', () => {
    const [name = ''] = today.keys();
    const others = new Map([...today].filter(([other]) => other !== name));
    expect(findIncompatibilities(release, others)).toEqual([`${name}: is gone`]);
  });

  it('can be frozen only once', async () => {
    await expect(freezeRelease('1.2.3', folder)).rejects.toThrow('Cannot freeze 1.2.3');
  });

  it('is reported if it is missing or out of date', async () => {
    expect(await findFrozenProblems('1.2.3', folder)).toEqual([]);
    expect(await findFrozenProblems('1.2.4', folder)).toEqual([
      '1.2.4 is not frozen: `npm run release:freeze`.',
    ]);
    const path = join(folder, '1.2.3/schemas/answers.schema.json');
    await writeFile(path, `${await readFile(path, 'utf8')}\n`);
    expect(await findFrozenProblems('1.2.3', folder)).toEqual([
      expect.stringMatching(/^schemas\/answers\.schema\.json is not as /),
    ]);
  });
});

/** Lists every schema inside a schema once. */
function* listNodes(root: SchemaNode): Generator<SchemaNode> {
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

/** Lists small ways to narrow one keyword of a schema. Each changes the schema and returns a function to undo it. */
function* listNarrowings(node: Record<string, unknown>): Generator<() => void> {
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
  it.each([...today])('%s: is detected', (_name, text) => {
    const released = JSON.parse(text) as SchemaNode;
    const changed = structuredClone(released);
    const unseen: SchemaNode[] = [];
    let tried = 0;
    for (const node of [...listNodes(changed)]) {
      for (const putBack of listNarrowings(node as Record<string, unknown>)) {
        tried += 1;
        if (findNarrowings(released, changed).length === 0) unseen.push(structuredClone(node));
        putBack();
      }
    }
    expect(unseen).toEqual([]);
    expect(changed).toEqual(released);
    expect(tried).toBeGreaterThan(10);
  });
});
