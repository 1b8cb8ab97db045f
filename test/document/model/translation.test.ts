import { describe, expect, it } from 'vitest';
import { computeDigest } from '#app/digest.ts';
import { loadModel } from '#document/model/load-model.ts';
import { listTexts, listUntranslated, listWords } from '#document/model/translation.ts';
import type { Model } from '#domain/model.ts';
import { type Texts, makeOverlay, mustLoad, smallTexts, top } from '../../support/model/small-model.ts';

const small = await mustLoad(smallTexts);

/** Makes a translation of the small model. */
const makeTranslation = (text = '', of = 'small@2.1.0'): Texts => ({
  'fr.yaml': `${top}translation: {of: ${of}, language: fr, title: Un petit modèle}\n${text}`,
});

/** Loads texts after a model. Returns the model, or the first fault as `line:column message > fix`. */
async function loadAfter(texts: Texts, before: Model | undefined): Promise<Model | string[]> {
  const files = Object.entries(texts).map(([file, text]) => ({ file, bytes: Buffer.from(text) }));
  const loaded = await loadModel(files, computeDigest, small, before);
  if (loaded.ok) return loaded.model;
  return loaded.findings.map(({ line, column, message, fix }) => `${line}:${column} ${message} > ${fix}`);
}

const mine = await mustLoad(makeOverlay('changes: {scoring: {target: 60}}'), small);

describe('a translation', () => {
  it('is the translated model in other words', async () => {
    const text =
      "changes: {elements: {why: {name: Pourquoi}}, questions: {why.purpose.heard: {ask: {leader: 'Quand ?'}}}}\nmessages: {role.leader: Direction}";
    const model = await loadAfter(makeTranslation(text), undefined);
    const { id, version, digest, scoring, practices } = small;
    expect(model).toMatchObject({ id, version, digest, scoring, language: 'fr', title: 'Un petit modèle' });
    expect(model).toMatchObject({ extends: [], elements: [{ name: 'Pourquoi' }, { name: 'How' }] });
    expect((model as Model).messages['role.leader']).toBe('Direction');
    expect((model as Model).practices[0]?.questions[0]?.ask).toEqual({
      ...practices[0]?.questions[0]?.ask,
      leader: 'Quand ?',
    });
  });

  it.each<[name: string, text: string, fault: string]>([
    [
      'a weight',
      'changes: {questions: {why.purpose.heard: {weight: 2}}}',
      '4:43 `weight` is not a text of the translated model.',
    ],
    ['a threshold', 'changes: {scoring: {target: 60}}', '4:11 A translation has no `scoring`.'],
    ['an element less', 'changes: {remove: {practices: [daily]}}', '4:11 A translation has no `remove`.'],
    [
      'a role more',
      "changes: {questions: {why.purpose.heard: {ask: {customer: 'Quand ?'}}}}",
      '4:49 `customer` is not a text of the translated model.',
    ],
    [
      'evidence more',
      'changes: {questions: {why.purpose.heard: {evidence: [{kind: artifact, what: Une.}, {kind: artifact, what: Deux.}]}}}',
      '4:43 `evidence` has 1 entries in the translated model, and 2 here.',
    ],
    [
      'another kind of evidence',
      'changes: {questions: {why.purpose.heard: {evidence: [{kind: affirmation, what: Une.}]}}}',
      '4:55 This is "artifact" in the translated model, not a text.',
    ],
    [
      'a pattern of its own',
      'retired: [{id: x, since: 1.0.0, why: Gone.}]',
      '4:1 A translation has no `retired`.',
    ],
  ])('changes words only, not %s', async (_name, text, fault) => {
    expect(await loadAfter(makeTranslation(text), undefined)).toEqual([
      `${fault} > A translation changes words only. Move it to a model that \`extends\` the translated one.`,
    ]);
  });

  it.each<[name: string, texts: Texts, before: Model | undefined, fault: string]>([
    [
      'an id that the model lacks',
      makeTranslation('changes: {questions: {why.purpose.herd: {why: Pourquoi.}}}'),
      undefined,
      '4:23 There is no question `why.purpose.herd` in the extended model. > Did you mean `why.purpose.heard`?',
    ],
    [
      'another version',
      makeTranslation('', 'small@2.0.0'),
      undefined,
      '3:19 This translates version 2.0.0 of `small`, and the model has version 2.1.0. > Translate what changed, then write `of: small@2.1.0`.',
    ],
    [
      'another model',
      makeTranslation('', 'tall@2.1.0'),
      undefined,
      '3:19 There is no model `tall` to translate. > Name the model `tall` before this one. Or write `of: small@2.1.0`.',
    ],
    [
      'a model that is extended before',
      makeTranslation(),
      mine,
      '3:19 This translates `small`, and `mine`, which extends it, is named before. > Name this translation before `mine`, or write `of: mine@1.0.0`.',
    ],
    [
      'a complete model after another one',
      smallTexts,
      mine,
      '3:1 `small` is a complete model and uses nothing of `mine`, which is named before it. > Name `small` alone. Or make it an overlay, with `extends: mine@1`.',
    ],
    [
      'a model beside the translation',
      { ...makeTranslation(), ...makeOverlay() },
      undefined,
      '3:1 A translation is the model that it translates, and has no `model` of its own. > Remove one of the two.',
    ],
  ])('says in one fault what is wrong with %s', async (_name, texts, before, fault) => {
    expect(await loadAfter(texts, before)).toEqual([fault]);
  });
});

describe('models that build on each other', () => {
  it('each change what is before them', async () => {
    const french = (await loadAfter(
      makeTranslation('changes: {elements: {why: {name: Pourquoi}}}'),
      undefined,
    )) as Model;
    const own = {
      'own.yaml': `${top}model: {id: own, version: 3.0.0, title: Own, extends: mine@1}\nchanges: {remove: {patterns: [all-talk]}}`,
    };
    const overlay = (await loadAfter(makeOverlay('changes: {scoring: {target: 60}}'), french)) as Model;
    expect(overlay).toMatchObject({ id: 'mine', extends: [{ id: 'small', version: '2.1.0' }] });
    expect(overlay.elements[0]?.name).toBe('Pourquoi');
    const last = await loadAfter(own, overlay);
    expect(last).toMatchObject({
      id: 'own',
      patterns: [],
      language: 'en',
      scoring: { target: 60 },
      extends: [
        { id: 'mine', version: '1.0.0' },
        { id: 'small', version: '2.1.0' },
      ],
    });
  });

  it('name what they could extend', async () => {
    const wrong = { 'own.yaml': `${top}model: {id: own, version: 3.0.0, title: Own, extends: other@1}` };
    expect(await loadAfter(wrong, mine)).toEqual([
      '3:55 There is no model `other@1` to extend. > Name the model `other` before this one. Or extend `mine@1` or `small@2`.',
    ]);
  });

  it('have the language of what they change, unless they say another', async () => {
    const french = (await loadAfter(makeTranslation(), undefined)) as Model;
    const own = { 'own.yaml': `${top}model: {id: own, version: 3.0.0, title: Own, extends: small@2}` };
    expect(await loadAfter(own, french)).toMatchObject({ language: 'fr' });
    const complete = Object.entries(smallTexts).map(([file, text]) => [
      file,
      text.replace(', language: en', ''),
    ]);
    expect(await loadAfter(Object.fromEntries(complete), undefined)).toEqual([
      '3:1 A complete model says its language. > Add `language`, for example `en`.',
    ]);
  });
});

describe('listUntranslated', () => {
  it('counts what is still the same, kind by kind', async () => {
    const text =
      'changes: {elements: {why: {asks: pourquoi le faire, about: Le but du métier.}, how: {about: La manière de faire.}}, questions: {why.purpose.heard: {why: Sans cela rien ne suit.}}}';
    const model = (await loadAfter(makeTranslation(text), undefined)) as Model;
    const missing = listUntranslated(model, small);
    expect(missing.find(({ kind }) => kind === 'questions')).toEqual({
      kind: 'questions',
      ids: ['why.purpose.heard', 'how.daily.seen', 'how.trained.shown'],
      count: 3,
    });
    // Names of two words can be the same in both languages.
    expect(missing.map(({ kind }) => kind)).not.toContain('elements');
    const known = new Set(listTexts(listWords(small)));
    expect(listUntranslated(model, small, known)).toEqual([]);
  });
});
