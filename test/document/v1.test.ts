import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { documentKinds } from '#document/kinds.ts';
import { type DocumentKind, readDocument } from '#document/read.ts';
import { assess } from '#domain/assess.ts';
import { renderers, textFormats } from '#render/report/index.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';
import { outputValidator, outputs } from '../support/output-schema.ts';
import { reportContext } from '../support/report-context.ts';
import { declaredKeys, usedKeys } from '../support/schema-keys.ts';
import type { SchemaNode } from '../support/schema-node.ts';
import { load } from '../support/small-model.ts';

const folder = 'test/fixtures/v1';
const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8');
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.length + 1).replaceAll('\\', '/'));

const kindOf = (name: string): string => name.split('.')[0] ?? '';
const schemaOf = (kind: string): SchemaNode =>
  JSON.parse(readFileSync(`schemas/${kind}.schema.json`, 'utf8')) as SchemaNode;
const ofKind = (kind: string): readonly string[] =>
  files.filter((name) => !name.includes('/') && kindOf(name) === kind);

const documents = documentKinds.flatMap((kind) => ofKind(kind).map((name) => [name, kind] as const));

async function readV1<K extends DocumentKind>(kind: K, name: string) {
  const reading = await readDocument(kind, name, new TextEncoder().encode(read(name)));
  if (reading.ok) return reading.document.value;
  throw new Error(reading.findings.map(({ line, message }) => `${name}:${line} ${message}`).join('\n'));
}

describe('what is frozen', () => {
  it('is as it was: take an edit back, and add a new file instead', () => {
    const held = files.filter((name) => !['README.md', 'digests.txt'].includes(name)).toSorted();
    const digest = (name: string): string => createHash('sha256').update(read(name)).digest('hex');
    expect(read('digests.txt')).toBe(held.map((name) => `${digest(name)}  ${name}\n`).join(''));
  });

  it.each(documentKinds)('has a full and a minimal document of kind %s', (kind) => {
    expect(ofKind(kind).join()).toMatch(/\.full\.(yaml|json),.*\.minimal\./);
  });

  it.each([...documentKinds, ...outputs])('has every key of today for %s', (kind) => {
    const schema = schemaOf(kind);
    const used = new Set(ofKind(kind).flatMap((name) => [...usedKeys(schema, parse(read(name)))]));
    expect(declaredKeys(schema).filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('a document of version 1', () => {
  it.each(documents)('%s is read, and as what it says', async (name, kind) => {
    expect(await readV1(kind, name)).toEqual(parse(read(name)));
  });

  it.each(documents)('%s says what it is', async (name, kind) => {
    expect(await readV1(kind, name)).toMatchObject({ kind, schemaVersion: 1 });
  });

  it.each(outputs.flatMap((output) => ofKind(output).map((name) => [name, output] as const)))(
    '%s is still what the tool says that it prints',
    (name, output) => {
      const validate = outputValidator(output);
      validate(JSON.parse(read(name)));
      expect(validate.errors).toBe(null);
    },
  );
});

describe('what a document of version 1 is for', async () => {
  const model = await loadModelFrom('src/model');

  it.each(textFormats)('reports are rendered as %s', async (format) => {
    const reports = ['report.full.yaml', 'report.minimal.yaml'].map((name) => readV1('report', name));
    const [full = '', minimal = ''] = (await Promise.all(reports)).map((report) =>
      renderers[format](report, reportContext),
    );
    expect(full).toMatch(/Larkfield|Philosophy/);
    expect(minimal).not.toBe('');
  });

  it('answers are scored', async () => {
    const { asked, said } = assess(
      model,
      await readV1('answers', 'answers.full.yaml'),
      undefined,
      '2026-11-23',
    );
    expect(asked.find(({ question }) => question.id === 'philosophy.stated-purpose.heard')?.level).toBe(3);
    expect(said.elements.get('philosophy')).toBe(37.5);
  });

  it.each(['model.full.yaml', 'model.overlay.yaml'])('%s is used as a model', async (name) => {
    const loaded = await load({ [name]: read(name) }, model);
    expect(loaded.ok ? [] : loaded.findings).toEqual([]);
  });
});
