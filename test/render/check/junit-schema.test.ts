import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { renderers } from '#render/check/index.ts';
import { hostileReport } from './hostile-report.ts';
import { makeReport, smallReport, suppressedReport } from './reports.ts';

const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;

/** What xmllint says of a JUnit file, held to the schema. */
function judge(xml: string): string {
  const schema = 'test/fixtures/external/JUnit.xsd';
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, '-'], {
    input: xml,
    encoding: 'utf8',
  });
  return `${status} ${stderr}`;
}

it('CI has xmllint (Debian: libxml2-utils)', () => {
  if (!hasXmllint)
    console.warn('xmllint is missing (Debian: libxml2-utils): JUnit is not held to its schema.');
  expect(hasXmllint || process.env['CI'] === undefined).toBe(true);
});

// A desk without xmllint has the structural tests of formats.test.ts.
describe.runIf(hasXmllint)('JUnit by its schema', () => {
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
