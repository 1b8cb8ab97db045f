/** Writes the generated parts of `docs/`. A test fails if they are out of date. */
import { writeFile } from 'node:fs/promises';
import { deriveDocs } from './docs/derive-docs.ts';
import { writeDerived } from './write-derived.ts';

const written = await writeDerived(await deriveDocs(), writeFile);
console.log(written.length === 0 ? 'Docs are up to date.' : `Wrote ${written.join(', ')}`);
