import { cp, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Printed, runCommand } from './command.ts';
import { makeEmptyFolder } from './folder.ts';

/** The example of fourteen respondents. */
export const example = 'examples/sablewick-filtration';
const names = (await readdir(`${example}/answers`)).toSorted();

/** Answers of all respondents, relative to the company. */
export const files = names.map((name) => `answers/${name}`);

/** Answers of the sellers. */
export const sellers = files.filter((file) => file.includes('seller'));

/** Makes a copy of the example: the answers of fourteen respondents. */
export async function makeCompany(): Promise<string> {
  const folder = await makeEmptyFolder();
  await cp(`${example}/answers`, join(folder, 'answers'), { recursive: true });
  return folder;
}

/** Runs the command on the day of the example. */
export const run = (cwd: string, ...args: readonly string[]): Promise<Printed> =>
  runCommand([...args, '--as-of', '2026-11-23'], { cwd });

/** Reads a report that was written. */
export const readReport = async (cwd: string, name = 'report.yaml'): Promise<ReportDocument> =>
  parse(await readFile(join(cwd, name), 'utf8')) as ReportDocument;

/** Changes the text of a file. */
export async function change(path: string, replace: (text: string) => string): Promise<void> {
  await writeFile(path, replace(await readFile(path, 'utf8')));
}
