import {
  type CheckReport,
  type FileScores,
  type GatedFinding,
  getStatement,
} from '#domain/gate/check-report.ts';
import type { CheckResult, CheckedFinding, FileScore } from '#domain/types/check.ts';
import { roundTo } from '#domain/scoring/numbers.ts';
import { writeJson } from '#document/edit/write.ts';

function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : roundTo(value, digits);
}

function scoresOf(scores: FileScores): FileScore {
  const { file, kind, score, scoreWithoutSuppressed, shown, coverage, inPlace, elements } = scores;
  return {
    file,
    kind,
    score: rounded(score, 1),
    scoreWithoutSuppressed: rounded(scoreWithoutSuppressed, 1),
    shown: rounded(shown, 1),
    coverage: rounded(coverage, 2),
    inPlace,
    elements: elements.map((element) => ({
      id: element.id,
      name: element.name,
      score: rounded(element.score, 1),
    })),
  };
}

function findingOf(finding: GatedFinding): CheckedFinding {
  const { points, fix, element, identity, dueTo } = finding;
  return {
    ...getStatement(finding),
    // A small check over many subjects is worth less than a tenth of a point, which is not nothing.
    points: rounded(points, 2),
    fix: fix ?? null,
    element,
    identity,
    dueTo,
  };
}

/** What `check --format json` prints, as a value of `schemas/check.schema.json`. */
export function checkResultOf(report: CheckReport): CheckResult {
  const { verdict, scores, findings, suppressed, settled, notes, changes, asOf, version } = report;
  return {
    verdict: { ok: verdict.ok, exitCode: verdict.exitCode, reasons: [...verdict.reasons] },
    scores: scores.map(scoresOf),
    findings: findings.map(findingOf),
    suppressed: suppressed.map(({ finding, suppression: by }) => ({
      ...findingOf(finding),
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

/** The whole run as JSON, by the schema `check`; texts of the files are left out. */
export function renderCheckJson(report: CheckReport): string {
  return writeJson(checkResultOf(report));
}
