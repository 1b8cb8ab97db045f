import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CheckResult } from '#domain/types/check.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Printed, runCommand } from '../support/command.ts';
import type { Edit } from '../support/docs/edit-text.ts';
import { makeEmptyFolder } from '../support/folder.ts';

const args = ['check', '--no-config', '--as-of', '2026-11-23', '--format', 'json'];

async function check(cwd: string, ...paths: readonly string[]): Promise<CheckResult & Printed> {
  const printed = await runCommand([...args, ...paths], { cwd });
  return { ...(JSON.parse(printed.stdout) as CheckResult), ...printed };
}

/** Lists the findings as `file:line severity check`. */
function listPlaces({ findings }: Pick<CheckResult, 'findings'> | ReportDocument): string[] {
  return findings.map(
    ({ file, line, check: id, severity }) => `${file?.split('/').at(-1)}:${line} ${severity} ${id}`,
  );
}

/** The committed report of the weak example, which lists every finding, including waived ones. */
const weak = parse(await readFile('examples/harbor-instruments/report.yaml', 'utf8')) as ReportDocument;

describe('the examples of this repository', () => {
  it('pass for the strong company, with no findings and exit code 0', async () => {
    const result = await check('.', 'examples/tarnbeck-cooling');
    expect(listPlaces(result)).toEqual([]);
    expect([result.exitCode, result.verdict, result.stderr]).toEqual([
      0,
      { ok: true, exitCode: 0, reasons: [] },
      '',
    ]);
  });

  it('fail for the weak company, with each finding of its report', async () => {
    const result = await check('.', 'examples/harbor-instruments');
    const all = { findings: [...result.findings, ...result.suppressed] };
    expect(listPlaces(all).toSorted()).toEqual(listPlaces(weak).toSorted());
    expect(result.suppressed.length).toBeGreaterThan(0);
    expect(result.exitCode).toBe(1);
    const errors = result.findings.filter(({ severity }) => severity === 'error').length;
    expect(errors).toBeGreaterThan(1);
    expect(result.verdict.reasons).toEqual([`${errors} findings are of severity error.`]);
  });

  it('have reports that are up to date with their sources', async () => {
    const result = await check('.', 'examples/*/report.yaml');
    // People who see a practice differently are no fault of a report.
    const findings = result.findings.filter(({ check: name }) => name !== 'answers/disputed');
    expect(listPlaces({ findings })).toEqual([]);
    expect(result.exitCode).toBe(0);
  });

  it('compare answers only with the declared system of the same company', async () => {
    const both = await check('.', 'examples');
    const harbor = both.findings.filter(({ file }) => file.startsWith('examples/harbor-instruments/'));
    const places = listPlaces({ findings: harbor });
    expect(places).toEqual(listPlaces(await check('.', 'examples/harbor-instruments')));
    expect(places.filter((place) => place.includes('contradicts-system'))).not.toEqual([]);
    const strangers = await check(
      '.',
      'examples/tarnbeck-cooling/answers.yaml',
      'examples/harbor-instruments/sales-system.yaml',
    );
    expect(listPlaces(strangers).filter((place) => place.startsWith('answers.yaml'))).toEqual([]);
  });
});

describe('a report', () => {
  async function edited(file: string, edit: Edit | undefined): Promise<CheckResult & Printed> {
    const cwd = await makeEmptyFolder();
    await cp('examples/tarnbeck-cooling', cwd, { recursive: true });
    if (edit === undefined) await rm(join(cwd, file));
    else await writeFile(join(cwd, file), edit(await readFile(join(cwd, file), 'utf8')));
    return check(cwd, 'report.yaml');
  }

  const getLine = async (text: string): Promise<number> =>
    (await readFile('examples/tarnbeck-cooling/report.yaml', 'utf8'))
      .split('\n')
      .findIndex((line) => line === text) + 1;

  it.each<[string, RegExp, string, string]>([
    ['a number', /^  inPlaceShown: 3$/m, '  inPlaceShown: 4', 'summary.inPlaceShown'],
    ['the next level of a question', /(?<= {12}next:\n {14}level: )4$/m, '3', 'next.level'],
    [
      'the road of an element',
      /(?<= {2}roads:\n {4}- element: philosophy\n {6}practices: )\[\]$/m,
      '[joint-work]',
      'plan.roads',
    ],
  ])('is out of date if edited by hand, at the first changed line: %s', async (_what, found, edit, place) => {
    const whole = await readFile('examples/tarnbeck-cooling/report.yaml', 'utf8');
    const line = whole.slice(0, whole.search(found)).split('\n').length;
    const result = await edited('report.yaml', (text) => text.replace(found, edit));
    expect(listPlaces(result)).toEqual([`report.yaml:${line} error report/out-of-date`]);
    expect(result.findings[0]?.message).toContain(place);
    expect(result.exitCode).toBe(1);
  });

  it('is out of date if its source changed', async () => {
    const result = await edited('answers.yaml', (text) => text.replace(/level: 3/, 'level: 0'));
    expect(result.findings.map(({ check: id }) => id)).toEqual(['report/out-of-date']);
    expect(result.exitCode).toBe(1);
  });

  it('is not out of date if from another version of the tool', async () => {
    const result = await edited('report.yaml', (text) =>
      text.replace(/^(generator:\n.*\n  version: ).*$/m, '$1"9.9.9"'),
    );
    expect(listPlaces(result)).toEqual([]);
  });

  it('mentions a missing source, which is no fault', async () => {
    const result = await edited('answers.yaml', undefined);
    const line = await getLine('    path: answers.yaml');
    expect(listPlaces(result)).toEqual([`report.yaml:${line} info report/out-of-date`]);
    expect(result.findings[0]?.message).toContain('answers.yaml');
    expect(result.exitCode).toBe(0);
  });
});

describe('answers', () => {
  it('are overclaimed if they claim much without evidence, reported at the level', async () => {
    const cwd = await makeEmptyFolder();
    const claim = '  philosophy.stated-purpose.heard:\n    level: 4\n';
    const text = await readFile('examples/harbor-instruments/answers.yaml', 'utf8');
    const answers = text.replace(/ {2}philosophy\.stated-purpose\.heard:\n(?: {4}.*\n)*/, claim);
    await writeFile(join(cwd, 'answers.yaml'), answers);
    const line = answers.split(claim)[0]?.split('\n').length ?? 0;
    expect(listPlaces(await check(cwd))).toEqual([`answers.yaml:${line + 1} warning answers/overclaimed`]);
  });
});
