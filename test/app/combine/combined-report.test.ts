import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { change, files, makeCompany, run } from '../../support/combine.ts';

describe('check of a combined report', () => {
  const check = async (cwd: string): Promise<{ exitCode: number | null; messages: string[] }> => {
    const { exitCode, stdout } = await run(cwd, 'check', 'report.yaml', '--format', 'json');
    const { findings } = JSON.parse(stdout) as { findings: { check: string; message: string }[] };
    return { exitCode, messages: findings.map((finding) => `${finding.check} ${finding.message}`) };
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
      'The report is of 8 sellers, and `answers` has the answers of 7: a respondent was lost.',
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
    await rm(join(cwd, 'answers/leader.answers.yaml'));
    expect((await check(cwd)).messages[0]).toContain('The source `answers/leader.answers.yaml` is missing');
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
      'seller (8): median 1; 2 at level 0, 3 at level 1, 1 at level 2, 2 at level 3; they are split',
    );
    expect(text).toContain('leader minus sellers: 2 (disputed)');
    const pattern = await run(cwd, 'explain', 'coaching-in-name', '--answers', ...files);
    expect(pattern.stdout).toContain(
      'fits: yes, because of execution.coaching-cadence.last-session (difference 2)',
    );
  });
});
