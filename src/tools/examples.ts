/**
 * Writes the generated files in `examples/`: the report of each company with its renderings and its summary, and the
 * output in the README. A test fails if they are out of date.
 */
import { writeFile } from 'node:fs/promises';
import { deriveExamples } from './derive-examples.ts';
import { writeDerived } from './write-derived.ts';

const written = await writeDerived(await deriveExamples(), writeFile);
console.log(written.length === 0 ? 'Examples are up to date.' : `Wrote ${written.join(', ')}`);
