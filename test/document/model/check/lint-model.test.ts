import { describe, expect, it } from 'vitest';
import { loadShippedModel } from '#app/model/shipped-model.ts';
import { lintModel } from '#document/model/check/lint-model.ts';
import type { Model } from '#domain/model.ts';
import {
  type Texts,
  changeSmallModel,
  load,
  replacePart,
  mustLoad,
  makeOverlay,
  smallTexts,
} from '../../../support/model/small-model.ts';

const small = await mustLoad(smallTexts);
const [en, de] = [await loadShippedModel(), await loadShippedModel('de')];

describe('lintModel', () => {
  /** Lints a model that loads; returns findings as `file line:column path > message`. */
  async function lint(texts: Texts, shipped?: Model): Promise<string[]> {
    const loaded = await load(texts, shipped);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
    return lintModel(loaded.draft, { ...en.wording, ...de.wording }).map(
      ({ file, line, column, path, message }) => `${file} ${line}:${column} ${path} > ${message}`,
    );
  }

  it('finds nothing in a good model', async () => expect(await lint(smallTexts)).toEqual([]));

  it.each<[string, Texts, string[]]>([
    [
      'a vague level',
      changeSmallModel('why.yaml', 'One of five knows.', 'They mostly know.'),
      [
        'why.yaml 16:77 /practice/questions/0/levels/1/means > Two readers can mean different things by "mostly".',
      ],
    ],
    [
      'an effort that is not marked as an estimate',
      changeSmallModel('why.yaml', 'effort: 1 day (estimate)', 'effort: 1 day'),
      [
        'why.yaml 21:66 /practice/questions/0/recommendations/0/effort > An effort or a time is an estimate and has to say so.',
      ],
    ],
    [
      'an ask that is no sentence',
      changeSmallModel('habit.yaml', "last happen?'", "last happen'"),
      ['habit.yaml 13:21 /practice/questions/0/ask/leader > A question must be a sentence.'],
    ],
  ])('%s', async (_name, texts, expected) => {
    expect(await lint(texts)).toEqual(expected);
  });

  it('checks only what an overlay defines itself, in its own language', async () => {
    const german = (text: string): Texts =>
      replacePart(makeOverlay(text), 'model.yaml', 'language: en', 'language: de');
    expect(await lint(german('changes: {questions: {why.purpose.heard: {weight: 2}}}'), small)).toEqual([]);
    expect(
      await lint(
        german(
          "changes: {questions: {why.purpose.heard: {ask: {leader: 'Wozu'}, levels: [{label: Gar keiner, means: Keiner weiß es.}, {label: Nur einer, means: Einer weiß es.}, {label: Ein paar, means: Meist wissen es drei.}, {label: Fast alle, means: Vier wissen es.}, {label: Alle miteinander, means: Alle wissen es.}]}}}",
        ),
        small,
      ),
    ).toEqual([
      'part-1.yaml 3:57 /changes/questions/why.purpose.heard/ask/leader > A question must be a sentence.',
      'part-1.yaml 3:188 /changes/questions/why.purpose.heard/levels/2/means > Two readers can mean different things by "meist".',
    ]);
  });
});

describe('terms, words and moves', () => {
  const term = (text: string): Texts =>
    changeSmallModel('sources.yaml', 'claims:\n', `terms:\n  - ${text}\nclaims:\n`);
  const messages = async (texts: Texts): Promise<string[]> => {
    const loaded = await load(texts);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
    return lintModel(loaded.draft, en.wording).map(({ message }) => message);
  };

  it.each<[string, Texts, string[]]>([
    [
      'a term that a question uses',
      term('{id: know, term: know, forms: [know], counts: A., doesNotCount: B.}'),
      [],
    ],
    [
      'a term that none uses',
      term('{id: deal, term: deal, forms: [deal], counts: A., doesNotCount: B.}'),
      ['No question uses the term `deal`.'],
    ],
    [
      'a form within a word',
      term('{id: now, term: now, forms: [now], counts: A., doesNotCount: B.}'),
      ['No question uses the term `now`.'],
    ],
    [
      'a countable word that is no term',
      changeSmallModel('why.yaml', 'Four of five know.', 'Four of five initiatives live.'),
      ['People count "initiative" differently, and no term says what counts.'],
    ],
    [
      'a move that freezes what another changes',
      replacePart(
        changeSmallModel(
          'patterns.yaml',
          'practices: [daily]',
          'practices: [daily]\n    touches: {freezes: [stages]}',
        ),
        'skill.yaml',
        'successMeasure: The count.}',
        'successMeasure: The count., touches: {changes: [stages, pay]}}',
      ),
      [
        '`stages` must stay as it is for the first move of all-talk, but the recommendation for how.trained.shown at level 0 or 1 changes it.',
      ],
    ],
    [
      'a move that changes what it freezes for others',
      changeSmallModel(
        'patterns.yaml',
        'practices: [daily]',
        'practices: [daily]\n    touches: {freezes: [stages], changes: [stages]}',
      ),
      [],
    ],
  ])('%s', async (_name, texts, expected) => {
    expect(await messages(texts)).toEqual(expected);
  });
});
