import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '#domain/types/check.ts';
import { change, makeCompany, run, sellers } from '../../support/combine.ts';

const leader = 'answers/leader.answers.yaml';

/** Checks answers and returns the disputed ones. */
async function findDisputed(cwd: string, ...files: readonly string[]): Promise<readonly string[]> {
  const { exitCode, stdout } = await run(cwd, 'check', ...files, '--format', 'json');
  const { findings } = JSON.parse(stdout) as CheckResult;
  expect(exitCode).toBe(0);
  return findings
    .filter(({ check }) => check === 'answers/disputed')
    .map(({ file, severity, message }) => `${severity} ${file} ${message}`);
}

describe('check of answers files of one company', () => {
  it('finds what the leader and the sellers answer very differently, in the file of the leader', async () => {
    const cwd = await makeCompany();
    const found = await findDisputed(cwd, 'answers');
    expect(found).toHaveLength(10);
    expect(found.every((each) => each.startsWith(`info ${leader} `))).toBe(true);
    expect(found.join('\n')).toContain(
      '`execution.coaching-cadence.last-session` is 3 to the leader and 1 to the sellers',
    );
    // The name of the company may be typed in another way, and what a team agreed on is no answer of the leader.
    await change(join(cwd, 'answers/seller-1.answers.yaml'), (text) =>
      text.replace('Sablewick Filtration', 'sablewick  FILTRATION'),
    );
    await cp(join(cwd, leader), join(cwd, 'answers/agreed.answers.yaml'));
    await change(join(cwd, 'answers/agreed.answers.yaml'), (text) =>
      text.replace('answers:\n', 'agreed: {on: 2026-11-20, voices: 14}\nanswers:\n'),
    );
    expect(await findDisputed(cwd, 'answers')).toEqual(found);
  });

  it('finds nothing where too few sellers answered, also if a file is there twice', async () => {
    const cwd = await makeCompany();
    const few = sellers.slice(0, 4);
    await cp(join(cwd, few[0] ?? ''), join(cwd, 'copy.answers.yaml'));
    expect(await findDisputed(cwd, leader, ...few, 'copy.answers.yaml')).toEqual([]);
    expect(await findDisputed(cwd, leader)).toEqual([]);
    expect(await findDisputed(cwd, leader, ...sellers.slice(0, 5))).not.toEqual([]);
  });

  it('finds it once where a combined report says it too', async () => {
    const cwd = await makeCompany();
    const before = await findDisputed(cwd, 'answers');
    await run(cwd, 'combine', 'answers', '-o', 'report.yaml');
    const found = await findDisputed(cwd, '.');
    expect(found).not.toEqual([]);
    expect(found.length).toBeLessThanOrEqual(before.length);
    expect(found.every((each) => each.startsWith('info report.yaml '))).toBe(true);
  });

  it('compares with the sellers of the same company only', async () => {
    const cwd = await makeCompany();
    await change(join(cwd, leader), (text) => text.replace('Sablewick Filtration', 'Sablewick Pumps'));
    expect(await findDisputed(cwd, 'answers')).toEqual([]);
  });
});
