/**
 * No input may make reading quadratic. The tests count how often each piece of code runs, so that the result
 * is the same on every machine: four times the input may cost five times the steps, not sixteen.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { startCountingSteps } from '../../support/steps.ts';

const steps = startCountingSteps(/\/(src\/document|node_modules\/(js-yaml|ajv|fastest-levenshtein))\//);
const { readAnyDocument, readDocument, readValue } = await import('#document/read/read-document.ts');
afterAll(() => steps.stop());

const head =
  'kind: answers\nschemaVersion: 1\nmodel: {id: a, version: 1.0.0}\norganization: {name: b}\nrespondent: {role: leader}\n';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const each = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

type Input = readonly [name: string, text: (count: number) => string];

const values: readonly Input[] = [
  ['keys of one map', (count) => each(count, (index) => `key${index}: 1\n`)],
  ['keys of one JSON map', (count) => `{${each(count, (index) => `"key${index}": 1,`)}"last": 1}`],
  ['the same key', (count) => each(count, () => 'key: 1\n')],
  ['keys that are numbers', (count) => each(count, (index) => `${index}: 1\n`)],
  ['brackets that are not closed', (count) => each(count, () => 'a: [b\n')],
  ['quotes that are not closed', (count) => each(count, () => 'a: "b\n')],
  ['closing brackets on one line', (count) => each(count, () => '- [a]\n') + ']'.repeat(count)],
  ['escaped quotes that are not closed', (count) => `a: "${'\\"'.repeat(count)}`],
  ['text before a tag that is not closed', (count) => `- ${'x'.repeat(count)}\n- !<a`],
  ['text after quotes', (count) => each(count, () => '- "a" b\n')],
  ['tags', (count) => each(count, () => '- !a b\n')],
  ['anchors', (count) => each(count, (index) => `- &a${index} b\n`)],
  ['comments', (count) => each(count, () => '# a\n')],
  ['empty lines below nesting', (count) => `${'- '.repeat(60)}a${'\n'.repeat(count)}`],
];

const documents: readonly Input[] = [
  ['unknown keys', (count) => `${head}answers: {}\n${each(count, (index) => `unknown${index}: 1\n`)}`],
  ['wrong answers', (count) => `${head}answers:\n${each(count, (index) => `  a.b.c${index}: {level: 7}\n`)}`],
  ['empty answers', (count) => `${head}answers:\n${each(count, (index) => `  a.b.c${index}:\n`)}`],
];

const sizes = [500, 2000] as const;

async function growth(read: (bytes: Uint8Array) => unknown, text: Input[1]): Promise<number> {
  const [small, large] = sizes.map(text).map(bytesOf);
  if (small === undefined || large === undefined) return Infinity;
  await read(small);
  const few = await steps.count(() => read(small));
  expect(few).toBeGreaterThan(sizes[0]);
  return (await steps.count(() => read(large))) / few;
}

describe('the steps of reading grow linearly', async () => {
  it.each(values)('%s', async (_, text) => {
    expect(await growth((bytes) => readValue('file.yaml', bytes), text)).toBeLessThan(5);
  });
  it.each(documents)('%s', async (_, text) => {
    expect(await growth((bytes) => readDocument('answers', 'file.yaml', bytes), text)).toBeLessThan(5);
  });

  const { shapes } = await import('../../../src/tools/nightly/shapes.ts');
  it('every token of YAML and JSON, repeated in every way', async () => {
    const quadratic: string[] = [];
    for (const { name, make } of shapes) {
      const read = (bytes: Uint8Array): unknown => readAnyDocument('file.yaml', bytes);
      const [small, large] = [2_000, 8_000].map((size) => bytesOf(make(size)));
      if (small === undefined || large === undefined) continue;
      await read(small);
      const few = await steps.count(() => read(small));
      const ratio = (await steps.count(() => read(large))) / Math.max(few, 1000);
      if (ratio > 5) quadratic.push(`${name}: ${ratio.toFixed(1)}`);
    }
    expect(quadratic).toEqual([]);
  });

  it('detects a quadratic search', async () => {
    const quadratic = (bytes: Uint8Array): void => {
      const read = readValue('file.yaml', bytes);
      if (!read.ok) return;
      const keys = Object.keys(read.document.value as object);
      for (const key of keys)
        keys.findIndex((other) => read.document.locate([other]).line > 0 && other === key);
    };
    expect(
      await growth(quadratic, (count) => each(count / 5, (index) => `key${index}: 1\n`)),
    ).toBeGreaterThan(8);
  });

  it('reads 40,000 keys of one map', () => {
    const read = readValue('file.yaml', bytesOf(each(40_000, (index) => `key${index}: ${index}\n`)));
    if (!read.ok) throw new Error('not read');
    expect(Object.keys(read.document.value as object)).toHaveLength(40_000);
    for (let index = 0; index < 40_000; index += 1) {
      expect(read.document.locate([`key${index}`]).line).toBe(index + 1);
    }
  });
});
