import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { renderers } from '#render/check/index.ts';
import { hostileReport } from './hostile-report.ts';
import { context, makeReport, smallReport, suppressedReport } from './reports.ts';

const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;

it.each([
  ['one of everything', smallReport],
  ['nothing found', makeReport()],
  ['only suppressed', suppressedReport],
  ['hostile', hostileReport],
])('JUnit by the schema: %s', (_name, report) => {
  if (!hasXmllint) {
    // A gate that quietly does not look is none; at a desk the structural tests in formats.test.ts have to do.
    console.warn('xmllint is missing (Debian: libxml2-utils), so JUnit was not held to its schema.');
    expect(process.env['CI'], 'CI needs xmllint: install libxml2-utils.').toBeUndefined();
    return;
  }
  const { status, stderr } = spawnSync(
    'xmllint',
    ['--noout', '--nonet', '--schema', 'test/fixtures/external/JUnit.xsd', '-'],
    { input: renderers.junit(report), encoding: 'utf8' },
  );
  expect(stderr).toBe('- validates\n');
  expect(status).toBe(0);
});
