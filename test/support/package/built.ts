import { resolve } from 'node:path';

/** The built command. */
export const bin = resolve('bin/sales-audit.js');
