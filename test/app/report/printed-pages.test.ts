import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { ReportDocument } from '#domain/types/report.ts';
import { chooseMessages } from '#domain/voices/several-messages.ts';
import { listActions, listMissingProofs } from '#render/report/wording/actions.ts';
import { describeOverall, listSurprise, renderCounts } from '#render/report/wording/headline.ts';
import { runCommand } from '../../support/command.ts';
import { makeEmptyFolder } from '../../support/folder.ts';
import { reportContext } from '../../support/report/report-context.ts';

const run = promisify(execFile);

/** Dots per inch of the pictures of pages. */
const resolution = 20;

/** Share of the height of a page below which the margin with its page number begins. */
const bodyEnd = 0.945;

/** Draws the pages of a PDF, and returns how far down each one is filled, as a share of its body. */
async function measureFilling(pdf: string): Promise<number[]> {
  const options = { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 } as const;
  const { stdout } = await run('pdftoppm', ['-r', String(resolution), '-gray', pdf], options);
  const pages: number[] = [];
  for (let at = 0; at < stdout.length;) {
    const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(stdout.toString('latin1', at, at + 32));
    if (head === null) throw new Error('This is no picture of a page.');
    const [all, width, height] = [head[0], Number(head[1]), Number(head[2])];
    const start = at + all.length;
    const end = Math.floor(height * bodyEnd);
    const rows = Array.from({ length: end }, (_, row) => {
      const from = start + row * width;
      return stdout.subarray(from, from + width).some((dot) => dot < 240);
    });
    pages.push((rows.lastIndexOf(true) + 1) / end);
    at = start + width * height;
  }
  return pages;
}

/** Returns the height of the lowest line of each page, in points: that of a heading is larger than that of a text. */
async function measureLastLines(pdf: string): Promise<number[]> {
  const { stdout } = await run('pdftotext', ['-bbox', pdf, '-']);
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) => {
      const height = Number(/height="([\d.]+)"/.exec(page)?.[1]);
      const words = [...page.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"/g)]
        .map(([, top, bottom]) => [Number(top), Number(bottom)] as const)
        .filter(([, bottom]) => bottom < height * bodyEnd);
      const [top, bottom] = words.toSorted((a, b) => a[1] - b[1]).at(-1) ?? [0, 0];
      return bottom - top;
    });
}

/** Returns what the first page of a report should say, and does not. */
async function findMissing(pdf: string, company: string): Promise<readonly string[]> {
  const { stdout } = await run('pdftotext', ['-l', '1', pdf, '-']);
  // pdftotext leaves a hyphen out where a line breaks after it.
  const compare = (text: string): string => text.replaceAll(/[-\s]+/g, '');
  const page = compare(stdout);
  const report = parse(await readFile(join('examples', company, 'report.yaml'), 'utf8')) as ReportDocument;
  const messages = chooseMessages(report, reportContext.messages);
  return [
    report.summary.sentence,
    describeOverall(report, messages),
    ...listActions(report, messages).map(({ act }) => act),
    ...listMissingProofs(report, messages),
    ...listSurprise(report, messages),
    ...renderCounts(report, messages),
  ].filter((text) => !page.includes(compare(text)));
}

/** Prints the report of an example, and returns the path of the PDF. */
async function print(company: string, ...options: readonly string[]): Promise<string> {
  const cwd = await makeEmptyFolder();
  const report = resolve('examples', company, 'report.yaml');
  const { exitCode, stderr } = await runCommand(['report', report, '-o', 'report.pdf', ...options], { cwd });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: 'Wrote report.pdf\n' });
  return join(cwd, 'report.pdf');
}

describe('printed pages', { tags: ['browser', 'pdfinfo'] }, () => {
  it.each([
    ['harbor-instruments', 'a4'],
    ['tarnbeck-cooling', 'letter'],
    ['sablewick-filtration', 'letter'],
    ['fernlatch', 'a4'],
  ])(
    '%s on %s: the result is on the first page, and no page but the last is under a third full or ends with a heading',
    async (company, paper) => {
      const pdf = await print(company, '--paper', paper);
      const filling = (await measureFilling(pdf)).slice(0, -1);
      expect(filling.length).toBeGreaterThan(5);
      expect(Math.min(...filling)).toBeGreaterThan(1 / 3);
      expect(Math.max(...(await measureLastLines(pdf)))).toBeLessThan(15);
      expect(await findMissing(pdf, company)).toEqual([]);
    },
  );

  // Letter is shorter than A4.
  it.each(['harbor-instruments', 'fernlatch', 'sablewick-filtration'])(
    '%s on letter: the summary has two pages',
    async (company) => {
      const pdf = await print(company, '--paper', 'letter', '--length', 'summary');
      expect(await measureFilling(pdf)).toHaveLength(2);
      expect(await findMissing(pdf, company)).toEqual([]);
    },
  );
});
