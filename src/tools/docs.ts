/**
 * Writes the generated pages of `docs/`, the figures in the other pages, the manual page, the files in `examples/` and
 * the output in the README. A test fails if they are out of date.
 */
import { writeFile } from 'node:fs/promises';
import { deriveDocs } from './docs/derive-docs.ts';
import { deriveExamples } from './docs/derive-examples.ts';
import { writeDerived } from './write-derived.ts';

// One after the other: both write to the README.
const pages = await writeDerived(await deriveDocs(), writeFile);
const examples = await writeDerived(await deriveExamples(), writeFile);
const written = [...pages, ...examples];
console.log(written.length === 0 ? 'Docs and examples are up to date.' : `Wrote ${written.join(', ')}`);
