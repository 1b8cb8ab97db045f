import {
  type CheckReport,
  type FileScores,
  type GatedFinding,
  getStatement,
} from '#domain/gate/check-report.ts';
import type { CheckResult, CheckedFinding, FileScore } from '#domain/types/check.ts';
import { roundTo } from '#domain/scoring/numbers.ts';
import { writeJson } from '#document/edit/write.ts';

function roundKnown(value: number | null, digits: number): number | null {
  return value === null ? null : roundTo(value, digits);
}

function toFileScore(scores: FileScores): FileScore {
  const { file, kind, score, scoreWithoutSuppressed, shown, coverage, inPlace, elements } = scores;
  return {
    file,
    kind,
    score: roundKnown(score, 1),
    scoreWithoutSuppressed: roundKnown(scoreWithoutSuppressed, 1),
    shown: roundKnown(shown, 1),
    coverage: roundKnown(coverage, 2),
    inPlace,
    elements: elements.map((element) => ({
      id: element.id,
      name: element.name,
      score: roundKnown(element.score, 1),
    })),
  };
}

function toCheckedFinding(finding: GatedFinding): CheckedFinding {
  const { points, fix, element, identity, dueTo } = finding;
  return {
    ...getStatement(finding),
    // A check over many subjects can be worth less than a tenth of a point, which is not nothing.
    points: roundKnown(points, 2),
    fix: fix ?? null,
    element,
    identity,
    dueTo,
  };
}

/** Converts a run to the value that `check --format json` prints, see `schemas/check.schema.json`. */
export function toCheckResult(report: CheckReport): CheckResult {
  const { verdict, scores, findings, suppressed, settled, notes, changes, asOf, version } = report;
  return {
    verdict: { ok: verdict.ok, exitCode: verdict.exitCode, reasons: [...verdict.reasons] },
    scores: scores.map(toFileScore),
    findings: findings.map(toCheckedFinding),
    suppressed: suppressed.map(({ finding, suppression: by }) => ({
      ...toCheckedFinding(finding),
      suppression:
        by.by === 'baseline'
          ? { by: by.by }
          : { by: by.by, reason: by.reason, owner: by.owner, until: by.until },
    })),
    settled: [...settled],
    notes: [...notes],
    changes: [...changes],
    asOf,
    generator: { name: 'sales-audit', version },
  };
}

/** Renders the run as JSON, without the texts of the files. */
export function renderCheckJson(report: CheckReport): string {
  return writeJson(toCheckResult(report));
}
