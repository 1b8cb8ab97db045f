import { describe, expect, it } from 'vitest';
import type { Severity } from '#domain/gate/check-report.ts';
import { renderers } from '#render/check/index.ts';
import { context, makeFinding, makeReport } from './reports.ts';

/** Returns a failed report with 70 findings of each severity in turn: information first, errors last. */
function makeLongReport(): ReturnType<typeof makeReport> {
  const findings = Array.from({ length: 210 }, (_, index) => {
    const severity: Severity = index < 70 ? 'info' : index < 140 ? 'warning' : 'error';
    return makeFinding({ severity, message: `Finding ${index}.`, line: index + 1 });
  });
  return makeReport({
    findings,
    failing: new Set(findings.slice(140)),
    verdict: { ok: false, exitCode: 1, reasons: ['70 findings are of severity error.'] },
  });
}

const countFindings = (text: string): number => text.match(/Finding \d+\./g)?.length ?? 0;

describe('the text of many findings in a file', () => {
  const report = makeLongReport();

  it('has the worst hundred, in the order of the file, and says how many there are', () => {
    const text = renderers.text(report, context);
    const shown = [...text.matchAll(/Finding (\d+)\./g)].map(([, index]) => Number(index));
    expect(shown).toEqual(Array.from({ length: 100 }, (_, index) => (index < 30 ? 70 + index : 110 + index)));
    expect(text).toContain('110 more in this file, none of them worse.');
    expect(text).toContain('70 errors, 70 warnings, 70 info');
  });

  it('has all that fail if nothing else is asked for, and everything with --verbose', () => {
    expect(countFindings(renderers.text(report, { ...context, detail: 'quiet' }))).toBe(70);
    const verbose = renderers.text(report, { ...context, detail: 'verbose' });
    expect(countFindings(verbose)).toBe(210);
    expect(verbose).not.toContain('more in this file');
  });

  it('says nothing of more where there is only one', () => {
    const findings = report.findings.slice(0, 101);
    const text = renderers.text({ ...report, findings, failing: new Set(findings) }, context);
    expect(countFindings(text)).toBe(101);
    expect(text).not.toContain('more in this file');
  });
});
