import { it } from 'vitest';
import { expectToRun } from '../../support/docs/expect-to-run.ts';

// The page builds the project three times. Only a hang is a failure.
it('every step of docs/adding.md works', () => expectToRun('docs/adding.md'), 600_000);
