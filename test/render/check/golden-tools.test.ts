import { expect, it } from 'vitest';
import { renderers } from '#render/check/index.ts';
import { context, makeReport, smallReport } from './reports.ts';

const [, error] = smallReport.findings;
const report = makeReport({
  rules: smallReport.rules.slice(0, 1),
  findings: error === undefined ? [] : [error],
  suppressed: smallReport.suppressed.slice(0, 1),
  verdict: { ok: false, exitCode: 1, reasons: ['1 error found.'] },
});

it('json', () => {
  expect(renderers.json(report)).toMatchInlineSnapshot();
});

it('junit', () => {
  expect(renderers.junit(report)).toMatchInlineSnapshot();
});

it('gitlab', () => {
  expect(renderers.gitlab(report)).toMatchInlineSnapshot();
});

it('sarif: a result', () => {
  const { runs } = JSON.parse(renderers.sarif(report, context));
  expect(JSON.stringify(runs[0].results[1], null, 1)).toMatchInlineSnapshot();
});

it('sarif: a rule', () => {
  const { runs } = JSON.parse(renderers.sarif(report, context));
  expect(JSON.stringify(runs[0].tool.driver.rules[0], null, 1)).toMatchInlineSnapshot();
});
