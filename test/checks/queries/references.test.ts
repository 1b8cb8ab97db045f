import { describe, expect, it } from 'vitest';
import type { PathState } from '#checks/define-check.ts';
import { findReferences } from '#checks/queries/references.ts';
import missingEvidencePath from '#checks/system/missing-evidence-path.ts';
import { toPointer } from '#document/read/fault.ts';
import { runOn, parseSystem } from '../../support/checks/check-system.ts';

const run = (yaml: string, states: Readonly<Record<string, PathState>>) =>
  runOn(missingEvidencePath, yaml, { paths: new Map(Object.entries(states)) });

describe('check system/missing-evidence-path', () => {
  it('fails its failing example and passes its passing one', () => {
    const { fails, passes } = missingEvidencePath.example;
    const looked = {
      'docs/pay-plan-2019.md': 'missing',
      'https://wiki.example.com/pay-plan': 'address',
    } as const;
    expect(run(fails, looked).failures).toHaveLength(1);
    expect(run(passes, looked)).toEqual({ subjects: 1, failures: [] });
  });

  it('reports the problem of each broken reference', () => {
    const { subjects, failures } = run(
      `
roles: [{id: a, description: {ref: gone.md, purposeRef: there.md}}]
process: {forecast: {errorLog: ../../etc/passwd}}
method: {buyerFeedback: "https://example.com/x"}
execution: {coaching: {coachDevelopment: "file:///etc", playbooks: [{skill: a, url: nobody-looked.md}]}}`,
      {
        'gone.md': 'missing',
        'there.md': 'there',
        '../../etc/passwd': 'outside',
        'https://example.com/x': 'address',
        'file:///etc': 'unsafe',
      },
    );
    expect(subjects).toBe(5);
    expect(failures.map(({ path, message }) => [toPointer(path), message])).toEqual([
      ['/roles/0/description/ref', expect.stringContaining('`gone.md` does not exist')],
      ['/process/forecast/errorLog', expect.stringContaining('is outside the repository')],
      ['/execution/coaching/coachDevelopment', expect.stringContaining('was not checked: it is neither')],
    ]);
  });
});

describe('a reference that is not looked at', () => {
  it.each([
    ['docs\\pay plan.md', 'a backslash separates folders only on Windows', '`docs/pay plan.md`'],
    ['/home/me/plan.md', 'an absolute path', 'relative to the root of the repository'],
    ['C:/plan.md', 'it is neither a path inside the repository', 'a plain path inside'],
    ['ftp://example.com/x', 'nor an http(s) address', 'http(s) address'],
  ])('%s: says why, and what to write', (ref, why, fix) => {
    const system = `method: {buyerFeedback: ${JSON.stringify(ref)}}`;
    const [failure] = run(system, { [ref]: 'unsafe' }).failures;
    expect(failure?.message).toContain(why);
    expect(failure?.fix).toContain(fix);
  });
});

describe('references', () => {
  it('collects every reference of a declared system with its path', () => {
    const system = parseSystem(`
roles: [{id: a}, {id: b, description: {ref: r1, purposeRef: r2}}]
philosophy: {pay: {ref: r3}}
process: {forecast: {errorLog: r4}}
method: {buyerFeedback: r5, insights: [{id: a, source: docs/study.pdf}, {id: b, source: Own records 2025/26}]}
execution:
  coaching: {playbooks: [{skill: a}, {skill: b, url: r6}], coachDevelopment: r7}
  practice:
    - {skill: a, standard: "docs/diagnose.md#standard"}
    - {skill: b, standard: Three calls/week}
    - {skill: c, standard: and/or}
    - {skill: d, standard: "https://example.com/standard"}`);
    expect(findReferences(system).map(({ path, value }) => `${toPointer(path)} ${value}`)).toEqual([
      '/roles/1/description/ref r1',
      '/roles/1/description/purposeRef r2',
      '/philosophy/pay/ref r3',
      '/process/forecast/errorLog r4',
      '/method/buyerFeedback r5',
      '/method/insights/0/source docs/study.pdf',
      '/execution/coaching/playbooks/1/url r6',
      '/execution/coaching/coachDevelopment r7',
      '/execution/practice/0/standard docs/diagnose.md#standard',
      '/execution/practice/3/standard https://example.com/standard',
    ]);
    expect(findReferences(parseSystem(''))).toEqual([]);
  });
});
