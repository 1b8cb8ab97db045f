import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { change, example, files, makeCompany, readReport, run, sellers } from '../../support/combine.ts';

describe('combine', () => {
  it('writes the report of the example, whatever the order of the files, and so does score', async () => {
    const cwd = await makeCompany();
    const before = await readFile(`${example}/report.yaml`, 'utf8');
    for (const [command, given] of [
      ['combine', files],
      ['combine', files.toReversed()],
      ['score', [...files.slice(5), ...files.slice(0, 5)]],
    ] as const) {
      const { exitCode, stderr } = await run(cwd, command, ...given, '-o', 'report.yaml');
      expect([exitCode, stderr]).toEqual([0, expect.stringContaining('“Coaching cadence” 75')]);
      expect(await readFile(join(cwd, 'report.yaml'), 'utf8')).toBe(before);
    }
  });

  it('of one file writes what score writes', async () => {
    const cwd = await makeCompany();
    for (const file of ['answers/leader.answers.yaml', 'answers/seller-1.answers.yaml']) {
      const scored = await run(cwd, 'score', file);
      expect(await run(cwd, 'combine', file)).toEqual(scored);
      await cp(join(cwd, file), join(cwd, 'copy.yaml'));
      const combined = await run(cwd, 'combine', file, 'copy.yaml');
      expect(combined.stdout).toBe(scored.stdout);
      expect(combined.stderr).toBe(`Note: copy.yaml is a copy of ${file}, so it counts once.\n`);
    }
  });

  it('reports a copy, an empty file and a person who answered twice', async () => {
    const cwd = await makeCompany();
    await cp(join(cwd, 'answers/seller-1.answers.yaml'), join(cwd, 'again.yaml'));
    await cp(join(cwd, 'answers/manager-north.answers.yaml'), join(cwd, 'north.yaml'));
    await change(join(cwd, 'north.yaml'), (text) => text.replace('level: 3', 'level: 2'));
    const top = 'kind: answers\nschemaVersion: 1\nmodel: {id: sales-system, version: 1.0.0}\n';
    await writeFile(
      join(cwd, 'empty.yaml'),
      `${top}organization: {name: sablewick  FILTRATION}\nrespondent: {role: seller}\nanswers: {}\n`,
    );
    const more = ['again.yaml', 'north.yaml', 'empty.yaml'];
    const { exitCode, stderr } = await run(cwd, 'combine', ...files, ...more, '-o', 'report.yaml');
    expect(exitCode).toBe(0);
    expect(stderr.split('\n').filter((line) => line.startsWith('Note'))).toEqual([
      'Note: again.yaml is a copy of answers/seller-1.answers.yaml, so it counts once.',
      'Note: empty.yaml has no answers yet, so it was left out.',
      'Note: Marek Olthof answered more than once, in answers/manager-north.answers.yaml, north.yaml; each counts. Leave out all but one if it is the same person.',
    ]);
    const { voices } = await readReport(cwd);
    expect(voices?.respondents).toHaveLength(15);
  });

  it('refuses answers of different organizations, with a list', async () => {
    const cwd = await makeCompany();
    await change(join(cwd, 'answers/seller-3.answers.yaml'), (text) =>
      text.replace('Sablewick Filtration', 'Sablewick Pumps'),
    );
    const { exitCode, stderr } = await run(cwd, 'combine', ...sellers, '-o', 'report.yaml');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('  Sablewick Pumps: answers/seller-3.answers.yaml\n');
    expect(await readdir(cwd)).toEqual(['answers']);
  });

  it('refuses answers to another model or major version, and names every file', async () => {
    const cwd = await makeCompany();
    await change(join(cwd, 'answers/seller-3.answers.yaml'), (text) =>
      text.replace('id: sales-system', 'id: other'),
    );
    await change(join(cwd, 'answers/seller-5.answers.yaml'), (text) =>
      text.replace('version: 1.0.0', 'version: 2.0.0'),
    );
    const { exitCode, stderr } = await run(cwd, 'combine', ...files);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/seller-3[^]*seller-5/);
  });

  it.each(['2', '0', 'many', '3.5'])('refuses groups of %s', async (size) => {
    const cwd = await makeCompany();
    const { exitCode, stderr } = await run(cwd, 'combine', ...files, '--min-group', size);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('whole number from 3 up')]);
  });

  it('shows units with smaller groups, and names only if asked', async () => {
    const cwd = await makeCompany();
    const whole = await readFile(`${example}/report.yaml`, 'utf8');
    expect(whole).not.toContain('you see the water run off');
    await run(cwd, 'combine', ...files, '--min-group', '3', '--with-names', '-o', 'report.yaml');
    const { voices } = await readReport(cwd);
    expect(voices).toMatchObject({ minGroup: 3, withNames: true });
    const question = voices?.questions.find(({ id }) => id === 'philosophy.customer-role.role-definition');
    const units = question?.byUnit.filter(({ role }) => role === 'seller').map(({ units: own }) => own);
    expect(units).toEqual([['North'], ['Export', 'South']]);
    expect(JSON.stringify(voices)).toContain('you see the water run off');
  });

  it('refuses to write beside a report of other sellers, but writes over it', async () => {
    const cwd = await makeCompany();
    await run(cwd, 'combine', ...files, '-o', 'report.yaml');
    const others = files.filter((file) => !file.includes('seller-8'));
    for (const args of [others, [...files, '--min-group', '3']]) {
      const beside = await run(cwd, 'combine', ...args, '-o', 'second.yaml');
      expect([beside.exitCode, beside.stderr]).toEqual([2, expect.stringContaining('a single seller said')]);
    }
    expect(await readdir(cwd)).toEqual(['answers', 'report.yaml']);
    expect((await run(cwd, 'combine', ...files, '-o', 'same.yaml')).exitCode).toBe(0);
    await rm(join(cwd, 'same.yaml'));
    expect((await run(cwd, 'combine', ...others, '-o', 'report.yaml')).exitCode).toBe(0);
  });

  it('of two hundred respondents shows a group for each unit', async () => {
    const cwd = await makeCompany();
    const text = await readFile(join(cwd, 'answers/seller-1.answers.yaml'), 'utf8');
    const crowd = Array.from({ length: 200 }, (_, index) => `crowd-${index}.yaml`);
    for (const [index, name] of crowd.entries()) {
      const own = text.replace('unit: North', `unit: Unit ${index % 8}`);
      await writeFile(join(cwd, name), own.replaceAll(/level: \d/g, `level: ${(index >> 3) % 5} # ${index}`));
    }
    const { exitCode } = await run(
      cwd,
      'combine',
      ...crowd,
      'answers/leader.answers.yaml',
      '-o',
      'report.yaml',
    );
    expect(exitCode).toBe(0);
    const { voices } = await readReport(cwd);
    const [question] = voices?.questions ?? [];
    // Of so many, those of a unit are listed together.
    expect(voices?.respondents.map(({ role, unit, count }) => [role, unit, count])).toEqual([
      ['leader', undefined, undefined],
      ...Array.from({ length: 8 }, (_, index) => ['seller', `Unit ${index}`, 25]),
    ]);
    const { stdout } = await run(cwd, 'report', 'report.yaml', '--length', 'summary', '--format', 'text');
    expect(stdout).toContain('One leader and 200 sellers answered.');
    expect(question?.byUnit).toHaveLength(8);
    expect(question?.byRole.seller).toMatchObject({
      count: 200,
      median: 2,
      counts: { levels: [40, 40, 40, 40, 40] },
    });
  });

  it('lets answers that a team agreed on govern', async () => {
    const cwd = await makeCompany();
    const id = 'execution.coaching-cadence.last-session';
    await writeFile(
      join(cwd, 'agreed.answers.yaml'),
      `kind: answers\nschemaVersion: 1\nmodel: {id: sales-system, version: 1.0.0}\norganization: {name: Sablewick Filtration}\nrespondent: {role: leader}\nagreed: {on: 2026-11-20, voices: 14}\nanswers:\n  ${id}: {level: 2, note: We looked at the calendars., dissent: North sees 3.}\n`,
    );
    await run(cwd, 'combine', ...files, 'agreed.answers.yaml', '-o', 'report.yaml');
    const { voices, elements, sources } = await readReport(cwd);
    expect(voices?.agreed).toEqual({ on: '2026-11-20', voices: 14 });
    expect(voices?.respondents).toHaveLength(14);
    expect(voices?.questions.find((question) => question.id === id)).toMatchObject({
      governs: 'agreed',
      dissent: 'North sees 3.',
    });
    const questions = elements.flatMap(({ practices }) => practices).flatMap((each) => each.questions);
    expect(questions.find((question) => question.id === id)).toMatchObject({ level: 2 });
    expect(sources.filter(({ agreed }) => agreed)).toMatchObject([{ path: 'agreed.answers.yaml' }]);
    expect((await run(cwd, 'check', 'report.yaml')).stdout).not.toContain('out-of-date');
  });
});
