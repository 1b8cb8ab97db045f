import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '#domain/types/check.ts';
import { change, files, makeCompany, run, sellers } from '../../support/combine.ts';

describe('check of a combined report', () => {
  const check = async (cwd: string): Promise<{ exitCode: number | null; messages: string[] }> => {
    const { exitCode, stdout } = await run(cwd, 'check', 'report.yaml', '--format', 'json');
    const { findings } = JSON.parse(stdout) as CheckResult;
    return { exitCode, messages: findings.map((finding) => `${finding.check} ${finding.message}`) };
  };

  const removeAnswers = async (cwd: string, ...names: readonly string[]): Promise<void> => {
    for (const name of names) await rm(join(cwd, `answers/${name}.answers.yaml`));
  };

  it('finds the questions that the leader and the sellers answer very differently', async () => {
    const cwd = await makeCompany();
    await run(cwd, 'combine', ...files, '-o', 'report.yaml');
    const { exitCode, messages } = await check(cwd);
    expect([exitCode, messages.length]).toEqual([0, 10]);
    expect(messages.join('\n')).toContain(
      'answers/disputed `execution.coaching-cadence.last-session` is 3 to the leader and 1 to the sellers',
    );
  });

  it('finds a respondent who was lost, added or changed', async () => {
    const cwd = await makeCompany();
    await run(cwd, 'combine', ...files, '-o', 'report.yaml');
    const seller = join(cwd, 'answers/seller-4.answers.yaml');
    const text = await readFile(seller, 'utf8');
    await rm(seller);
    expect((await check(cwd)).messages[0]).toContain(
      'The report covers 8 sellers, but `answers` has the answers of 7: a respondent was lost.',
    );
    await mkdir(join(cwd, 'answers/late'));
    await writeFile(join(cwd, 'answers/late/seller-9.answers.yaml'), text);
    expect((await check(cwd)).exitCode).toBe(0);
    await writeFile(seller, text.replace('level: 0', 'level: 4'));
    expect((await check(cwd)).messages[0]).toContain('the answers of 9: a respondent was added');
    await rm(join(cwd, 'answers/late'), { recursive: true });
    const changed = await check(cwd);
    expect([changed.exitCode, changed.messages[0]]).toEqual([
      1,
      expect.stringContaining('differs from its sources'),
    ]);
  });

  it.each([
    ['manager-north', 'a respondent was lost'],
    ['leader', 'a respondent was lost'],
    ['agreed', 'what the team agreed on was lost'],
  ])('fails without the answers of %s, as without those of a seller', async (name, says) => {
    const cwd = await makeCompany();
    await cp(join(cwd, 'answers/leader.answers.yaml'), join(cwd, 'answers/agreed.answers.yaml'));
    await change(join(cwd, 'answers/agreed.answers.yaml'), (text) =>
      text.replace('answers:\n', 'agreed: {on: 2026-11-20, voices: 14}\nanswers:\n'),
    );
    await run(cwd, 'combine', 'answers', '-o', 'report.yaml');
    expect(await check(cwd)).toMatchObject({ exitCode: 0 });
    await removeAnswers(cwd, name);
    const { exitCode, messages } = await check(cwd);
    expect([exitCode, messages[0]]).toEqual([
      1,
      `report/out-of-date The source \`answers/${name}.answers.yaml\` is missing, and other answers of the report are there: ${says}.`,
    ]);
  });

  it('passes without the answers of all sellers, or without any answers, as it is handed over', async () => {
    const cwd = await makeCompany();
    await run(cwd, 'combine', ...files, '-o', 'report.yaml');
    await removeAnswers(cwd, ...sellers.map((file) => basename(file, '.answers.yaml')));
    const withoutSellers = await check(cwd);
    expect([withoutSellers.exitCode, withoutSellers.messages[0]]).toEqual([
      0,
      'report/out-of-date `answers` has no answers of sellers, so the report could not be recomputed.',
    ]);
    await rm(join(cwd, 'answers'), { recursive: true });
    const alone = await check(cwd);
    expect([alone.exitCode, alone.messages.filter((each) => each.includes('is missing')).length]).toEqual([
      0, 6,
    ]);
  });

  it('finds a report that was edited by hand', async () => {
    const cwd = await makeCompany();
    await run(cwd, 'combine', ...files, '-o', 'report.yaml');
    await change(join(cwd, 'report.yaml'), (text) =>
      text.replace('gapReading: disputed', 'gapReading: agree'),
    );
    expect((await check(cwd)).messages[0]).toMatch(
      /differs from its sources at `voices\.questions\.\d+\.gapReading`/,
    );
  });
});

describe('explain of several answers', () => {
  it('says whose answer counts, with the answers of each role and unit', async () => {
    const cwd = await makeCompany();
    const id = 'execution.coaching-cadence.last-session';
    const { stdout } = await run(cwd, 'explain', id, '--answers', ...files);
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain('The median of 8 sellers counts.');
    expect(text).toContain(
      'seller: median 1 of 8; 2 at level 0, 3 at level 1, 1 at level 2, 2 at level 3; split',
    );
    expect(text).toContain('leader minus sellers: 2 (disputed)');
    const pattern = await run(cwd, 'explain', 'coaching-in-name', '--answers', ...files);
    expect(pattern.stdout).toContain(
      'fits: yes, because of execution.coaching-cadence.last-session (difference 2)',
    );
  });
});
