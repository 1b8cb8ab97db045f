import { readFile } from 'node:fs/promises';
import { describeManPage } from './man-page.ts';
import { version } from '#app/version.ts';
import { renderMan } from '#render/man/man.ts';

/** Parses the release date of a version from the changelog. Returns undefined if it is not released yet. */
export function parseDay(changelog: string, released: string): string | undefined {
  const heading = changelog.split('\n').find((line) => line.startsWith(`## [${released}] `));
  return heading === undefined ? undefined : /\d{4}-\d\d-\d\d$/.exec(heading)?.[0];
}

/** Derives the manual page. Its date is that of the release, not of the build, so that builds are reproducible. */
export async function deriveManPage(): Promise<string> {
  return renderMan(describeManPage(process, parseDay(await readFile('CHANGELOG.md', 'utf8'), version)));
}
