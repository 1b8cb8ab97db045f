/** Holds the shipped questions to the rules for questions: docs/models.md says them for the author of a model. */
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { computeDigest } from '#app/digest.ts';
import { lintModel } from '#document/model/check/lint-model.ts';
import { loadModel } from '#document/model/load-model.ts';
import { type Model, type Question, listQuestions } from '#domain/model.ts';
import { listTerms } from '#domain/terms.ts';
import { loadModelFrom } from '../../src/tools/model-files.ts';

const model = await loadModelFrom('src/model');
const questions = listQuestions(model);
const quick = questions.filter((question) => question.quick);

/** Returns what `model lint` finds in a folder. */
async function lint(folder: string, shipped?: Model): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml'));
  const files = await Promise.all(
    names.toSorted().map(async (file) => ({ file, bytes: await readFile(`${folder}/${file}`) })),
  );
  const loaded = await loadModel(files, computeDigest, shipped);
  if (!loaded.ok) return loaded.findings.map(({ message }) => message);
  return lintModel(loaded.draft).map(({ file, line, message }) => `${file}:${line} ${message}`);
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0;

describe('the shipped questions', () => {
  it('keep to the rules that `model lint` checks, in both languages', async () => {
    expect(await lint('src/model')).toEqual([]);
    expect(await lint('src/overlays/de', model)).toEqual([]);
  });

  it('are 40, give or take three', () => {
    expect(questions.length).toBeGreaterThanOrEqual(37);
    expect(questions.length).toBeLessThanOrEqual(43);
  });

  it('each ask who did it last, with which customer, in which month', () => {
    const lacking = questions.filter(({ probe }) => !/\b(who|whose|which|what)\b.*\bmonth\b/i.test(probe));
    expect(lacking.map(({ id }) => id)).toEqual([]);
    const noCustomer = questions.filter(({ probe }) => !/customer|deal|account|\bwhom\b/i.test(probe));
    expect(noCustomer.map(({ id }) => id)).toEqual([]);
  });

  it('have no level that asks for a test or a paper', () => {
    const paper = /\b(written|in writing|document|dated|survey|on file|tested|by lot)\b/i;
    const found = questions.flatMap(({ id, levels }) =>
      levels.filter(({ means }) => paper.test(means)).map(({ means }) => `${id}: ${means}`),
    );
    expect(found).toEqual([]);
  });

  it('use at most fifteen terms each', () => {
    const many = questions.filter((question) => listTerms(question, model.terms).length > 15);
    expect(many.map(({ id }) => id)).toEqual([]);
  });

  it('fit account managers, or may not apply', () => {
    const aboutDeals = /\b(deals?|stages?|(a|the) sale|orders?)\b/i;
    const lacking = questions.filter(
      ({ ask, askAccountManagers, mayNotApply }) =>
        aboutDeals.test(ask.leader) && askAccountManagers === undefined && !mayNotApply,
    );
    expect(lacking.map(({ id, ask }) => `${id}: ${ask.leader}`)).toEqual([]);
  });
});

describe('the quick set', () => {
  it('has twelve questions, all elements and every block of Execution', () => {
    expect(quick).toHaveLength(12);
    const parts = model.elements.flatMap(({ id, blocks }) =>
      blocks.length === 0 ? [id] : blocks.map((block) => `${id}.${block.id}`),
    );
    const asked = new Set(
      quick.map(({ element, block }) => (block === null ? element : `${element}.${block}`)),
    );
    expect([...asked].toSorted()).toEqual(parts.toSorted());
  });

  it('has at most 900 words', () => {
    const words = quick.flatMap(({ ask, levels }) => [
      ask.leader,
      ...levels.flatMap(({ label, means }) => [label, means]),
    ]);
    expect(words.reduce((sum, text) => sum + countWords(text), 0)).toBeLessThanOrEqual(900);
  });

  it('has at least nine questions that a leader knows from own knowledge', () => {
    expect(quick.filter(({ guessFor }) => !guessFor.includes('leader')).length).toBeGreaterThanOrEqual(9);
  });
});

describe('recommendations', () => {
  const each = questions.flatMap((question) =>
    question.recommendations.map((recommendation) => ({ question, recommendation })),
  );
  const getName = ({ id }: Question, levels: readonly number[]): string => `${id}@${levels.join('-')}`;

  it('say to sellers who are one team nothing of managers or other teams', () => {
    const others = /\b(managers?|teams|regions?|each team|every team|two teams)\b/i;
    const found = each.flatMap(({ question, recommendation }) => {
      const { levels, touches: _touches, inOneTeam = {}, ...base } = recommendation;
      return Object.entries({ ...base, ...inOneTeam })
        .filter(([, text]) => others.test(String(text)))
        .map(([key, text]) => `${getName(question, levels)} ${key}: ${String(text)}`);
    });
    expect(found).toEqual([]);
  });

  it('name their subject: no two begin with the same words and none with a pronoun', () => {
    const short = each.filter(({ recommendation }) => countWords(recommendation.do) < 6);
    expect(short.map(({ recommendation }) => recommendation.do)).toEqual([]);
    const texts = each.map(({ recommendation }) => recommendation.do);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    expect(texts.filter((text) => /\b(it|them|this|that) again\b/i.test(text))).toEqual([]);
  });

  it('say what they touch', () => {
    const lacking = each.filter(({ recommendation }) => recommendation.touches === undefined);
    expect(lacking.map(({ question, recommendation }) => getName(question, recommendation.levels))).toEqual(
      [],
    );
    expect(model.patterns.filter(({ touches }) => touches === undefined).map(({ id }) => id)).toEqual([]);
  });
});
