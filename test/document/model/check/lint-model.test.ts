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
      ['why.yaml 15:31 /practice/questions/0/levels/1 > Two readers can mean different things by "mostly".'],
    ],
    [
      'an effort that is not marked as an estimate',
      changeSmallModel('why.yaml', 'effort: 1 day (estimate)', 'effort: 1 day'),
      [
        'why.yaml 19:66 /practice/questions/0/recommendations/0/effort > An effort or a time is an estimate and has to say so.',
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
          "changes: {questions: {why.purpose.heard: {ask: {leader: 'Wozu'}, levels: [Keiner weiß es., Einer weiß es., Meist wissen es drei., Vier wissen es., Alle wissen es.]}}}",
        ),
        small,
      ),
    ).toEqual([
      'part-1.yaml 3:57 /changes/questions/why.purpose.heard/ask/leader > A question must be a sentence.',
      'part-1.yaml 3:108 /changes/questions/why.purpose.heard/levels/2 > Two readers can mean different things by "meist".',
    ]);
  });
});
