/** Freezes the version in package.json: `npm run release:freeze`, once per release (docs/releasing.md). */
import { readFile } from 'node:fs/promises';
import { freezeRelease } from './frozen.ts';

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
console.log(`Wrote ${await freezeRelease(version)}`);
