import type { Check } from './define-check.ts';
import missingPurpose from './philosophy/missing-purpose.ts';
import sellerOnlyExit from './process/seller-only-exit.ts';

/** Every check, in the order of the design: one line for each. A test holds folder and list to each other. */
export const checks: readonly Check[] = [missingPurpose, sellerOnlyExit];
