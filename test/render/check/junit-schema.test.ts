import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { renderers } from '#render/check/index.ts';
import { hostileReport } from './hostile-report.ts';
import { makeReport, smallReport, suppressedReport } from './reports.ts';

/** What xmllint says of a JUnit file, held to the schema. */
function judge(xml: string): string {
  const schema = 'test/fixtures/external/JUnit.xsd';
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], {
    input: xml,
    encoding: 'utf8',
  });
  return `${status} ${stderr}`;
}

// Without xmllint there are still the structural tests of formats.test.ts.
describe('JUnit by its schema', { tags: ['xmllint'] }, () => {
  it.each([
    ['one of everything', smallReport],
    ['nothing found', makeReport()],
    ['only suppressed', suppressedReport],
    ['hostile', hostileReport],
  ])('%s', (_name, report) => {
    expect(judge(renderers.junit(report))).toBe('0 - validates\n');
  });

  it('a file that breaks the schema is refused', () => {
    expect(judge(renderers.junit(smallReport).replace(' hostname="localhost"', ''))).toMatch(/hostname/);
  });
});
