/** Counts the steps that a reference of many folders takes. */
import { afterAll, expect, it } from 'vitest';
import { makeEmptyFolder } from '../support/folder.ts';
import { startCountingSteps } from '../support/steps.ts';

const steps = startCountingSteps(/\/src\/io\/references\.ts/);
const { findReferenceStates } = await import('#io/references.ts');
afterAll(() => steps.stop());

it('a reference below many folders that are not there is missing after a few looks', async () => {
  const base = await makeEmptyFolder();
  const reference = `${'a/'.repeat(1000)}b.md`;
  const look = (): unknown => findReferenceStates([reference], base).get(reference);
  expect(look()).toBe('missing');
  expect(await steps.count(look)).toBeLessThan(200);
});
