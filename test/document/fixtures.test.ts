import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { documentKinds } from '#document/schema/kinds.ts';
import { type DocumentKind, readDocument } from '#document/read/read-document.ts';
import { assess } from '#domain/scoring/assess.ts';
import { renderers, textFormats } from '#render/report/index.ts';
import { loadShippedModel } from '../support/model/shipped-model.ts';
import { readReleases, readTexts } from '../../src/tools/release/frozen.ts';
import { compileOutputValidator, outputs } from '../support/schema/output-schema.ts';
import { reportContext } from '../support/report/report-context.ts';
import { listDeclaredKeys, listUsedKeys } from '../support/schema/schema-keys.ts';
import type { SchemaNode } from '../support/schema/schema-node.ts';
import { load } from '../support/model/small-model.ts';

const folder = 'test/fixtures/documents';

/** Documents of this version and of every release: documents that were valid stay readable. */
const documentSets = new Map([
  ['today', await readTexts(folder)],
  ...(await readReleases()).map(({ version, documents }) => [version, documents] as const),
]);

const kindOf = (name: string): string => name.split('.')[0] ?? '';
const schemaOf = (kind: string): SchemaNode =>
  JSON.parse(readFileSync(`schemas/${kind}.schema.json`, 'utf8')) as SchemaNode;

async function readText<K extends DocumentKind>(kind: K, name: string, text: string) {
  const reading = await readDocument(kind, name, new TextEncoder().encode(text));
  if (reading.ok) return reading.document.value;
  throw new Error(reading.findings.map(({ line, message }) => `${name}:${line} ${message}`).join('\n'));
}

describe('documents of this version', async () => {
  const documents = await readTexts(folder);
  const ofKind = (kind: string): [name: string, text: string][] =>
    [...documents].filter(([name]) => kindOf(name) === kind);

  it.each(documentKinds)('include a full and a minimal %s', (kind) => {
    const names = ofKind(kind).map(([name]) => name);
    expect(names.join()).toMatch(/\.full\.(yaml|json),.*\.minimal\./);
  });

  it.each([...documentKinds, ...outputs])('use every key of %s', (kind) => {
    const schema = schemaOf(kind);
    const used = new Set(ofKind(kind).flatMap(([, text]) => [...listUsedKeys(schema, parse(text))]));
    expect(listDeclaredKeys(schema).filter((key) => !used.has(key))).toEqual([]);
  });
});

describe.each([...documentSets])('documents of %s', async (_version, documents) => {
  const model = await loadShippedModel();
  const textOf = (name: string): string => documents.get(name) ?? '';
  const namesOf = (ofKinds: readonly string[]): string[] =>
    [...documents.keys()].filter((name) => ofKinds.includes(kindOf(name)));

  it.each(namesOf(documentKinds))('reads %s as its kind', async (name) => {
    const kind = kindOf(name) as DocumentKind;
    const value = await readText(kind, name, textOf(name));
    expect(value).toEqual(parse(textOf(name)));
    expect(value).toMatchObject({ kind, schemaVersion: 1 });
  });

  it.each(namesOf(outputs))('%s matches the schema of the output', (name) => {
    const validate = compileOutputValidator(kindOf(name) as (typeof outputs)[number]);
    validate(JSON.parse(textOf(name)));
    expect(validate.errors).toBe(null);
  });

  it.each(textFormats)('renders reports as %s', async (format) => {
    const reports = ['report.full.yaml', 'report.minimal.yaml'].map((name) =>
      readText('report', name, textOf(name)),
    );
    const [full = '', minimal = ''] = (await Promise.all(reports)).map((report) =>
      renderers[format](report, reportContext),
    );
    expect(full).toMatch(/Larkfield|Philosophy/);
    expect(minimal).not.toBe('');
  });

  it('scores answers', async () => {
    const answers = await readText('answers', 'answers.full.yaml', textOf('answers.full.yaml'));
    const { asked, said } = assess(model, answers, undefined, '2026-11-23');
    expect(asked.find(({ question }) => question.id === 'philosophy.stated-purpose.heard')?.level).toBe(3);
    expect(said.elements.get('philosophy')).toBe(37.5);
  });

  it.each(['model.full.yaml', 'model.overlay.yaml'])('loads %s as a model', async (name) => {
    const loaded = await load({ [name]: textOf(name) }, model);
    expect(loaded.ok ? [] : loaded.findings).toEqual([]);
  });
});
