import {
  type CheckReport,
  type FileScores,
  type GatedFinding,
  getStatement,
} from '#domain/gate/check-report.ts';
import type { CheckResult, CheckedFinding, FileScore } from '#domain/types/check.ts';
import { settleKnown } from '#domain/scoring/numbers.ts';
import { writeJson } from '#document/edit/write.ts';

function toFileScore(scores: FileScores): FileScore {
  const { file, kind, score, scoreWithoutSuppressed, shown, coverage, inPlace, elements } = scores;
  return {
    file,
    kind,
    score: settleKnown(score),
    scoreWithoutSuppressed: settleKnown(scoreWithoutSuppressed),
    shown: settleKnown(shown),
    coverage: settleKnown(coverage),
    inPlace,
    elements: elements.map((element) => ({
      id: element.id,
      name: element.name,
      score: settleKnown(element.score),
    })),
  };
}

function toCheckedFinding(finding: GatedFinding): CheckedFinding {
  const { points, fix, element, identity, dueTo } = finding;
  return {
    ...getStatement(finding),
    points: settleKnown(points),
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
