import { type CheckReport } from '#domain/gate/check-report.ts';
import { type Floors, decideGate, findFailing } from '#domain/gate/gate.ts';
import type { GateCase } from '../../domain/gate/gate-cases.ts';
import { makeFinding, makeReport, makeScores } from '../../render/check/reports.ts';

/** Makes a report of `check`. The verdict comes from the gate, everything else from the case. */
export function checkReportOf(given: GateCase): CheckReport {
  const findings = (given.findings ?? []).map((finding, index) =>
    makeFinding({
      line: index + 1,
      identity: `/${index}`,
      ...(typeof finding === 'string' ? { severity: finding, check: `system/some-${finding}` } : finding),
    }),
  );
  const scores = (given.scores ?? []).map(makeScores);
  const floors: Floors = { failSeverity: 'error', minElement: new Map(), ...given.floors };
  const verdict = decideGate(
    {
      findings,
      scores,
      movements: given.movements ?? [],
      uncompared: given.uncompared ?? [],
      oldEvidence: given.oldEvidence ?? [],
      stale: given.stale ?? 0,
    },
    floors,
  );
  return makeReport({
    findings,
    failing: findFailing(findings, floors),
    scores,
    suppressed: [],
    notes: [],
    changes: [],
    settled: [],
    verdict,
  });
}
