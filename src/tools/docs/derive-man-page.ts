import { readFile } from 'node:fs/promises';
import { renderManPage } from './man-page.ts';
import { version } from '#app/version.ts';
import { renderMan } from '#render/man/man.ts';

/** Day on which the changelog says that a version came out; undefined where it did not yet. */
export function parseDay(changelog: string, released: string): string | undefined {
  const heading = changelog.split('\n').find((line) => line.startsWith(`## [${released}] `));
  return heading === undefined ? undefined : /\d{4}-\d\d-\d\d$/.exec(heading)?.[0];
}

/** The manual page. It has the day of its version and never that of the build, so that it repeats. */
export async function deriveManPage(): Promise<string> {
  return renderMan(renderManPage(process, parseDay(await readFile('CHANGELOG.md', 'utf8'), version)));
}
