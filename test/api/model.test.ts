import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ModelText } from '../../src/index.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';
import { importBuiltLibrary } from '../support/package/library.ts';

const { loadModel, loadShippedModel, makeQuestionnaire, shippedOverlays, getWording } =
  await importBuiltLibrary();

async function readFiles(folder: string): Promise<ModelText[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml'));
  return Promise.all(
    names.map(async (name) => ({ file: name, text: await readFile(join(folder, name), 'utf8') })),
  );
}

describe('loadShippedModel', () => {
  it('loads the same model as the sources', async () => {
    expect(await loadShippedModel()).toEqual(await loadModelFrom('src/model'));
  });

  it.each(shippedOverlays)('loads the same model in %s', async (overlay) => {
    const { id, version, digest, scoring } = await loadShippedModel();
    const model = await loadShippedModel(overlay);
    expect(model).toMatchObject({ id, version, digest, scoring, extends: [], language: overlay });
    expect(model.elements[0]?.name).toBe('Philosophie');
  });
});

describe('loadModel', () => {
  it('assembles a full model from files in any order', async () => {
    const files = await readFiles('src/model');
    const loaded = await loadModel(files);
    const { practices } = await loadShippedModel();
    expect(loaded).toMatchObject({ ok: true, model: { practices } });
    expect(await loadModel(files.toReversed())).toEqual(loaded);
  });

  it('assembles a translation of the shipped model, and an overlay on it', async () => {
    const german = await loadModel(await readFiles('src/overlays/de'));
    if (!german.ok) throw new Error(german.findings[0]?.message);
    expect(german.model).toEqual(await loadShippedModel('de'));
    const text =
      'kind: model\nschemaVersion: 1\nmodel: {id: own, version: 2.0.0, title: Own, extends: sales-system@1}\nchanges: {scoring: {target: 60}}';
    const own = await loadModel([{ file: 'model.yaml', text }], { base: german.model });
    const { id, version } = german.model;
    expect(own).toMatchObject({
      model: { id: 'own', language: 'de', extends: [{ id, version }], scoring: { target: 60 } },
    });
    expect(own.ok && own.model.elements).toEqual(german.model.elements);
    expect(own.ok && own.model.digest).not.toBe(german.model.digest);
  });

  it('returns every problem, file by file, and never throws', async () => {
    const files = await readFiles('src/model');
    const broken = files.map(({ file, text }) => ({
      file,
      text: String(text).replace(/^kind: model$/m, file === 'model.yaml' ? 'kind: modell' : 'kind: model'),
    }));
    expect(await loadModel(broken)).toMatchObject({
      ok: false,
      findings: [{ file: 'model.yaml', path: '/kind', fix: expect.stringContaining('model') }],
    });
    for (const some of [[], [{ file: 'a', text: '' }], [{ file: 'a', text: Uint8Array.of(0xff) }]]) {
      expect(await loadModel(some)).toMatchObject({ ok: false, findings: [{ severity: 'error' }] });
    }
  });
});

describe('makeQuestionnaire', () => {
  it('asks a leader everything, and others the questions worded for their role', async () => {
    const model = await loadShippedModel();
    const all = makeQuestionnaire(model, 'leader', 'full');
    const sellers = makeQuestionnaire(model, 'seller', 'full');
    expect(all).toHaveLength(model.practices.flatMap(({ questions }) => questions).length);
    expect(sellers.length).toBeLessThan(all.length);
    for (const question of sellers) expect(getWording(question, 'seller')).toBe(question.ask.seller);
  });
});
