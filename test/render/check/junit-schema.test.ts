import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { renderers } from '#render/check/index.ts';
import { hostileReport } from './hostile-report.ts';
import { makeReport, smallReport, suppressedReport } from './reports.ts';

/** Validates a JUnit file against the schema with xmllint. */
function validate(xml: string): string {
  const schema = 'test/fixtures/external/JUnit.xsd';
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], {
    input: xml,
    encoding: 'utf8',
  });
  return `${status} ${stderr}`;
}

// Without xmllint, formats.test.ts still tests the structure.
describe('the JUnit schema', { tags: ['xmllint'] }, () => {
  it.each([
    ['one of everything', smallReport],
    ['nothing found', makeReport()],
    ['only suppressed', suppressedReport],
    ['hostile', hostileReport],
  ])('%s', (_name, report) => {
    expect(validate(renderers.junit(report))).toBe('0 - validates\n');
  });

  it('rejects an invalid file', () => {
    expect(validate(renderers.junit(smallReport).replace(' hostname="localhost"', ''))).toMatch(/hostname/);
  });
});
