/** Writes the reference of the library, `docs/api.md` and `docs/api`. A test fails if it is out of date. */
import { writeFile } from 'node:fs/promises';
import { generateApiReference } from './docs/api-reference.ts';
import { writeDerived } from './write-derived.ts';

const written = await writeDerived(await generateApiReference(), writeFile);
console.log(written.length === 0 ? 'The reference is up to date.' : `Wrote ${written.join(', ')}`);
