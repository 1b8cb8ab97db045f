/** Writes what in `docs/` follows from the model and the code. A golden test holds the files to it. */
import { writeFile } from 'node:fs/promises';
import { deriveDocs } from './docs/derive-docs.ts';
import { writeDerived } from './write-derived.ts';

const written = await writeDerived(await deriveDocs(), writeFile);
console.log(written.length === 0 ? 'Docs are up to date.' : `Wrote ${written.join(', ')}`);
