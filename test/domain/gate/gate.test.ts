import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideGate } from '#domain/gate/gate.ts';
import { decide } from '#domain/verdict.ts';
import { checkReportOf } from '../../support/report/gate-report.ts';
import { type GateCase, gateCases } from './gate-cases.ts';

describe('the gate', () => {
  it.each(gateCases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const { verdict } = checkReportOf(each);
    expect(verdict).toEqual({
      ok: each.reasons.length === 0,
      exitCode: each.reasons.length === 0 ? 0 : 1,
      reasons: each.reasons,
    });
    expect(decide({ end: 'checked', exitCode: verdict.exitCode }).exitCode).toBe(verdict.exitCode);
  });

  it('passes exactly if there is no reason, and more findings never help', () => {
    const severities = fc.array(fc.constantFrom('error', 'warning', 'info'), { maxLength: 6 });
    const floors = fc.record({
      failSeverity: fc.constantFrom('error', 'warning', 'info', 'never'),
      maxWarnings: fc.nat({ max: 4 }),
    });
    fc.assert(
      fc.property(severities, floors, (findings, limits) => {
        const of = (some: GateCase['findings']) =>
          checkReportOf({ name: '', reasons: [], findings: some ?? [], floors: limits }).verdict;
        const verdict = of(findings);
        expect([verdict.ok, verdict.exitCode === 0]).toEqual(Array(2).fill(verdict.reasons.length === 0));
        expect(verdict.ok || !of([...findings, 'info']).ok).toBe(true);
      }),
    );
  });

  it('enforces nothing that is undefined', () => {
    const floors = { failSeverity: 'error', minElement: new Map() } as const;
    const input = {
      findings: [],
      scores: [],
      movements: [{ file: 'a', before: 90, now: null }],
      uncompared: [{ file: 'b', why: 'b is not checked any more.' }],
      oldEvidence: [],
      stale: 0,
    };
    expect(decideGate(input, floors).ok).toBe(true);
  });
});
