/**
 * No model may make its check quadratic: counted in steps, as for reading in `read/linear.test.ts`. Only the steps of
 * what is done with the values that were read count, so that the many steps of reading hide nothing.
 */
import { afterAll, expect, it } from 'vitest';
import { modelShapes } from '../../../src/tools/nightly/model-shapes.ts';
import { startCountingSteps } from '../../support/steps.ts';

const steps = startCountingSteps(/\/(src\/document\/(model|schema)|src\/domain|fastest-levenshtein)\//);
const { lintModel } = await import('#document/model/check/lint-model.ts');
const { loadShippedModel } = await import('#app/model/shipped-model.ts');
const { listTerms } = await import('#domain/terms.ts');
const { load, mustLoad, smallTexts } = await import('../../support/model/small-model.ts');
afterAll(() => steps.stop());

it.each(modelShapes.map((shape) => [shape.name, shape] as const))(
  'the steps of checking %s grow linearly',
  async (_, { make }) => {
    const shipped = await loadShippedModel();
    const check = async (bytes: number): Promise<number> => {
      const texts = make(bytes);
      const loaded = await load(texts, shipped);
      return (loaded.ok ? lintModel(loaded.draft) : loaded.findings).length;
    };
    await check(64_000);
    const counts: number[] = [];
    for (const bytes of [16_000, 32_000, 64_000]) counts.push(await steps.count(() => check(bytes)));
    const [few = 0, more = 0, many = 0] = counts;
    // Twice as much for twice the growth; four times as much if every entry is compared with every other.
    expect((many - more) / Math.max(more - few, 5000)).toBeLessThan(3);
  },
);

it('the steps of listing the terms of each question grow linearly', async () => {
  const { practices } = await mustLoad(smallTexts);
  const [question] = practices.flatMap(({ questions }) => questions);
  if (question === undefined) throw new Error('The model has no question.');
  const list = (count: number): void => {
    const terms = Array.from({ length: count }, (_, index) => ({
      id: `term-${index}`,
      term: 'Term',
      counts: 'A',
      doesNotCount: 'A',
      forms: Array.from({ length: 20 }, (_form, at) => `form ${at} of ${index}`),
    }));
    for (let index = 0; index < count; index += 1) {
      const asking = { ...question, ask: { leader: `Is there form 3 of ${index}?` } };
      expect(listTerms(asking, terms)).toContain(terms[index]);
    }
  };
  list(50);
  const [few = 0, more = 0] = [await steps.count(() => list(100)), await steps.count(() => list(200))];
  expect(more / few).toBeLessThan(3);
});
