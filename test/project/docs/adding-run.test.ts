import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { runPage } from '../../support/docs/run-page.ts';

// The page builds the project and its docs. Only a hang is a failure.
it('every step of docs/adding.md works', { timeout: 600_000 }, async () => {
  expect(await runPage('docs/adding.md')).toBe(await readFile('docs/adding.md', 'utf8'));
});
