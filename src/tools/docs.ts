/** Writes the pages of `docs/` that follow from the model and from the commands. A golden test holds the files to it. */
import { writeFile } from 'node:fs/promises';
import { deriveDocs, writeDerived } from './derive-docs.ts';

const written = await writeDerived(await deriveDocs(), writeFile);
console.log(written.length === 0 ? 'Docs are up to date.' : `Wrote ${written.join(', ')}`);
