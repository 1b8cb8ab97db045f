import { describe, expect, it } from 'vitest';
import { type CheckReport, describeVerdict } from '#domain/gate/check-report.ts';
import { checkFormats, renderJobSummary, renderers } from '#render/check/index.ts';
import { hashFnv1a } from '#render/check/fingerprint.ts';
import { compileExternalValidator } from '../../support/schema/external-schema.ts';
import { compileOutputValidator } from '../../support/schema/output-schema.ts';
import { hostileReport } from './hostile-report.ts';
import { context, makeFinding, makeReport, makeScores, smallReport, suppressedReport } from './reports.ts';
import { type XmlElement, readXml } from './read-xml.ts';

const validateJson = compileOutputValidator('check');

const floor = makeReport({
  scores: [makeScores()],
  verdict: { ok: false, exitCode: 1, reasons: ['The score 41 is below the floor 50.'] },
});

const warned = makeReport({ findings: [makeFinding({ severity: 'warning' })] });

/** Every kind of outcome: [name, report]. */
const cases: readonly (readonly [string, CheckReport])[] = [
  ['failed with one of everything', smallReport],
  ['passed with nothing found', makeReport()],
  ['passed with everything suppressed', suppressedReport],
  ['passed with a warning', warned],
  ['failed by a floor alone', floor],
  ['without a file', makeReport({ files: [], texts: new Map(), rules: [] })],
  ['hostile', hostileReport],
];

const validateSarif = await compileExternalValidator('sarif-2.1.0');

function findElements(root: XmlElement, name: string): XmlElement[] {
  return root.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findElements(child, name),
  ]);
}

describe.each(cases)('%s', (_name, report) => {
  const words = describeVerdict(report);

  it.each(checkFormats)('%s: ends in one newline and is deterministic', (format) => {
    const text = renderers[format](report, context);
    expect(text).toBe(renderers[format](report, context));
    expect(text).toMatch(/[^\n]\n$/);
    expect(text.startsWith('\ufeff')).toBe(false);
  });

  it('text, github, markdown: contains the verdict, in logs as the last line', () => {
    for (const format of ['text', 'github'] as const) {
      expect(renderers[format](report, context).split('\n').at(-2)).toBe(words);
    }
    expect(renderers.markdown(report, context)).toContain(`\n**${words}**\n`);
    expect(renderJobSummary(report, context)).toContain(`\n**${words}**\n`);
  });

  it('json: is valid and complete', () => {
    const value = JSON.parse(renderers.json(report));
    validateJson(value);
    expect(validateJson.errors).toBe(null);
    expect(value.verdict).toEqual(report.verdict);
    expect(Object.keys(value).join()).toBe(
      'verdict,scores,findings,suppressed,settled,notes,changes,asOf,generator',
    );
    const keys = 'check,severity,message,file,path,line,column,points,fix,element,identity,dueTo';
    for (const finding of value.findings) expect(Object.keys(finding).join()).toBe(keys);
    for (const finding of value.suppressed) expect(Object.keys(finding).join()).toBe(`${keys},suppression`);
  });

  it('sarif: is valid and complete', () => {
    const value = JSON.parse(renderers.sarif(report, context));
    validateSarif(value);
    expect(validateSarif.errors).toBe(null);
    const [run] = value.runs;
    expect(run.invocations[0]).toMatchObject({
      exitCode: report.verdict.exitCode,
      exitCodeDescription: words,
    });
    expect(run.results).toHaveLength(report.findings.length);
    for (const { ruleId, ruleIndex } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    }
  });

  it('junit: the verdict case fails if and only if the gate does', () => {
    const root = readXml(renderers.junit(report));
    const suite = root.children.at(-1);
    expect(suite?.attributes['failures']).toBe(report.verdict.ok ? '0' : '1');
    expect(findElements(root, 'system-out').at(-1)?.text).toContain(words);
    for (const each of root.children) {
      expect(each.attributes['tests']).toBe(String(findElements(each, 'testcase').length));
      expect(each.attributes['failures']).toBe(String(findElements(each, 'failure').length));
      expect(each.attributes['skipped']).toBe(String(findElements(each, 'skipped').length));
    }
  });

  it('gitlab: lists open findings with unique fingerprints', () => {
    const issues: { fingerprint: string }[] = JSON.parse(renderers.gitlab(report, context));
    expect(issues).toHaveLength(report.findings.length);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });
});

describe('fingerprints', () => {
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('FNV-1a of %j is %s', (text, hash) => {
    expect(hashFnv1a(text)).toBe(hash);
  });

  it('ignore lines and messages, and distinguish duplicates', () => {
    const listFingerprints = (findings: CheckReport['findings']): string[] =>
      JSON.parse(renderers.gitlab(makeReport({ findings }), context)).map(
        ({ fingerprint }: { fingerprint: string }) => fingerprint,
      );
    const [first] = listFingerprints([makeFinding()]);
    expect(listFingerprints([makeFinding({ line: 90, message: 'Other words.', path: '/other' })])).toEqual([
      first,
    ]);
    const [again, second] = listFingerprints([makeFinding(), makeFinding({ line: 5 })]);
    expect(again).toBe(first);
    expect(second).not.toBe(first);
  });
});

describe('points', () => {
  it.each([
    [null, undefined],
    [0, undefined],
    [0.4, 'less than 1'],
    [0.99, 'less than 1'],
    [0.9999999999999, '1'],
    [3.5, '4'],
  ])('formats %j as %j', (points, words) => {
    const text = renderers.text(makeReport({ scores: [makeScores()], findings: [makeFinding({ points })] }), {
      ...context,
      detail: 'verbose',
    });
    expect(
      /fixing this adds (.*) to the declared score of Philosophy/.exec(
        text.replaceAll(/\s+\|?\s*/g, ' '),
      )?.[1],
    ).toBe(words);
  });
});

it('github: shows 9 per severity, most valuable first, and counts the rest', () => {
  const findings = Array.from({ length: 12 }, (_, index) => makeFinding({ points: index, line: index + 1 }));
  const report = makeReport({ findings: [makeFinding({ severity: 'info' }), ...findings] });
  const [head = ''] = renderers.github(report, context).split('\n\n');
  const lines = head.split('\n');
  expect(lines.map((line) => /line=(\d+)/.exec(line)?.[1])).toEqual([
    '12',
    '11',
    '10',
    '9',
    '8',
    '7',
    '6',
    '5',
    '4',
    undefined,
    '4',
  ]);
  expect(lines[9]).toBe('::error title=sales-audit::3 more errors: the log of this step lists all of them.');
  expect(lines[10]).toMatch(/^::notice /);
});
