import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CheckResult } from '#domain/types/check.ts';
import type { ReportDocument } from '#domain/types/report.ts';
import { type Printed, runCommand } from '../support/command.ts';
import { type Edit, change } from '../support/docs/edit-text.ts';
import { emptyFolder } from '../support/folder.ts';

const args = ['check', '--no-config', '--as-of', '2026-11-23', '--format', 'json'];

async function check(cwd: string, ...paths: readonly string[]): Promise<CheckResult & Printed> {
  const printed = await runCommand([...args, ...paths], { cwd });
  return { ...(JSON.parse(printed.stdout) as CheckResult), ...printed };
}

/** Where findings are, how serious they are and of which check. */
function placesOf({ findings }: Pick<CheckResult, 'findings'> | ReportDocument): string[] {
  return findings.map(
    ({ file, line, check: id, severity }) => `${file?.split('/').at(-1)}:${line} ${severity} ${id}`,
  );
}

/** The report of the weak example, as `npm run examples` writes it: it lists every finding, the waived ones too. */
const weak = parse(await readFile('examples/harbor-instruments/report.yaml', 'utf8')) as ReportDocument;

describe('the examples of this repository', () => {
  it('pass where the company is strong: nothing found, exit 0', async () => {
    const result = await check('.', 'examples/tarnbeck-cooling');
    expect(placesOf(result)).toEqual([]);
    expect([result.exitCode, result.verdict, result.stderr]).toEqual([
      0,
      { ok: true, exitCode: 0, reasons: [] },
      '',
    ]);
  });

  it('fail where it is weak, with each finding of its report', async () => {
    const result = await check('.', 'examples/harbor-instruments');
    const all = { findings: [...result.findings, ...result.suppressed] };
    expect(placesOf(all).toSorted()).toEqual(placesOf(weak).toSorted());
    expect(result.suppressed.length).toBeGreaterThan(0);
    expect(result.exitCode).toBe(1);
    const errors = result.findings.filter(({ severity }) => severity === 'error').length;
    expect(errors).toBeGreaterThan(1);
    expect(result.verdict.reasons).toEqual([`${errors} findings are of severity error.`]);
  });

  it('say what a report follows from: none of them is out of date', async () => {
    const result = await check('.', 'examples/*/report.yaml');
    expect(placesOf(result)).toEqual([]);
    expect(result.exitCode).toBe(0);
  });

  it('hold answers against the declared system of the same company only', async () => {
    const both = await check('.', 'examples');
    const harbor = both.findings.filter(({ file }) => file.startsWith('examples/harbor-instruments/'));
    const places = placesOf({ findings: harbor });
    expect(places).toEqual(placesOf(await check('.', 'examples/harbor-instruments')));
    expect(places.filter((place) => place.includes('contradicts-system'))).not.toEqual([]);
    const strangers = await check(
      '.',
      'examples/tarnbeck-cooling/answers.yaml',
      'examples/harbor-instruments/sales-system.yaml',
    );
    expect(placesOf(strangers).filter((place) => place.startsWith('answers.yaml'))).toEqual([]);
  });
});

describe('a report', () => {
  async function edited(file: string, edit: Edit | undefined): Promise<CheckResult & Printed> {
    const cwd = await emptyFolder();
    await cp('examples/tarnbeck-cooling', cwd, { recursive: true });
    if (edit === undefined) await rm(join(cwd, file));
    else await writeFile(join(cwd, file), edit(await readFile(join(cwd, file), 'utf8')));
    return check(cwd, 'report.yaml');
  }

  const lineOf = async (text: string): Promise<number> =>
    (await readFile('examples/tarnbeck-cooling/report.yaml', 'utf8'))
      .split('\n')
      .findIndex((line) => line === text) + 1;

  it('that was edited by hand is out of date, at the first line that was', async () => {
    const result = await edited('report.yaml', change('\n  inPlaceShown: 3\n', '\n  inPlaceShown: 4\n'));
    expect(placesOf(result)).toEqual([
      `report.yaml:${await lineOf('  inPlaceShown: 3')} error report/out-of-date`,
    ]);
    expect(result.findings[0]?.message).toContain('summary.inPlaceShown');
    expect(result.exitCode).toBe(1);
  });

  it('whose source changed is out of date', async () => {
    const result = await edited('answers.yaml', (text) => text.replace(/level: 3/, 'level: 0'));
    expect(result.findings.map(({ check: id }) => id)).toEqual(['report/out-of-date']);
    expect(result.exitCode).toBe(1);
  });

  it('of another version of the tool is not', async () => {
    const result = await edited('report.yaml', (text) =>
      text.replace(/^(generator:\n.*\n  version: ).*$/m, '$1"9.9.9"'),
    );
    expect(placesOf(result)).toEqual([]);
  });

  it('whose source is gone says so, and is no fault', async () => {
    const result = await edited('answers.yaml', undefined);
    const line = await lineOf('    path: answers.yaml');
    expect(placesOf(result)).toEqual([`report.yaml:${line} info report/out-of-date`]);
    expect(result.findings[0]?.message).toContain('answers.yaml');
    expect(result.exitCode).toBe(0);
  });
});

describe('answers', () => {
  it('that claim much and show nothing are overclaimed, at the level', async () => {
    const cwd = await emptyFolder();
    const claim = '  philosophy.stated-purpose.heard:\n    level: 4\n';
    const text = await readFile('examples/harbor-instruments/answers.yaml', 'utf8');
    const answers = text.replace(/ {2}philosophy\.stated-purpose\.heard:\n(?: {4}.*\n)*/, claim);
    await writeFile(join(cwd, 'answers.yaml'), answers);
    const line = answers.split(claim)[0]?.split('\n').length ?? 0;
    expect(placesOf(await check(cwd))).toEqual([`answers.yaml:${line + 1} warning answers/overclaimed`]);
  });
});
