/**
 * Writes everything in `examples/` that follows from something else there: the report of each company's
 * answers with its renderings, and its summary as text; and the run that the README shows. A golden test holds
 * the files to it.
 */
import { writeFile } from 'node:fs/promises';
import { deriveExamples } from './derive-examples.ts';
import { writeDerived } from './write-derived.ts';

const written = await writeDerived(await deriveExamples(), writeFile);
console.log(written.length === 0 ? 'Examples are up to date.' : `Wrote ${written.join(', ')}`);
