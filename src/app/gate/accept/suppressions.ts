import { applyWaivers } from '#checks/queries/waivers.ts';
import type { FileScores, GatedFinding, SuppressedFinding } from '#domain/gate/check-report.ts';
import type { Model } from '#domain/model.ts';
import { type Settings, getSeverity } from '#domain/gate/settings.ts';
import { scoreDeclaredLens } from '#domain/scoring/declared-lens.ts';
import type { Baseline } from './baseline.ts';
import type { CheckedFile } from '#app/findings/checked-file.ts';

/** Findings that count, and suppressed ones that are only shown. */
export interface Sorted {
  readonly findings: GatedFinding[];
  readonly suppressed: SuppressedFinding[];
}

/** Splits the findings of a file into those that count and those that a waiver or the baseline suppresses. */
export function applySuppressions(
  file: CheckedFile,
  settings: Settings,
  baseline: Baseline | undefined,
  asOf: string,
): Sorted {
  // Most of many files.
  if (file.findings.length === 0 && file.unusedWaivers.length === 0) return { findings: [], suppressed: [] };
  const { open, waived } = applyWaivers(file.findings, file.waivers, asOf);
  const visible = [...open, ...file.unusedWaivers].flatMap((finding) => {
    const severity = getSeverity(settings, finding.check, finding.severity);
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
  const known = visible.filter((finding) => baseline?.has(finding) === true);
  return {
    findings: visible.filter((finding) => !known.includes(finding)),
    suppressed: [
      ...waived.map(({ finding, waiver }): SuppressedFinding => ({
        finding,
        suppression: {
          by: 'waiver',
          reason: waiver.reason ?? '',
          owner: waiver.owner ?? '',
          until: waiver.until ?? '',
        },
      })),
      ...known.map((finding): SuppressedFinding => ({ finding, suppression: { by: 'baseline' } })),
    ],
  };
}

/** Compares findings of one file by position. */
export function compareByPlace(left: GatedFinding, right: GatedFinding): number {
  return left.line - right.line || left.column - right.column;
}

/** Scores a file as if its suppressed findings were fixed. */
export function scoreWithoutSuppressed(
  file: CheckedFile,
  suppressed: readonly SuppressedFinding[],
  model: Model,
): FileScores | undefined {
  if (file.scores === undefined || suppressed.length === 0 || file.outcomes.length === 0) return file.scores;
  const mended = file.outcomes.map((outcome) => {
    const count = suppressed.filter(({ finding }) => finding.check === outcome.check).length;
    return {
      ...outcome,
      subjects: Math.max(outcome.subjects, Math.min(count, 1)),
      failing: Math.max(0, outcome.failing - count),
    };
  });
  return { ...file.scores, scoreWithoutSuppressed: scoreDeclaredLens(model, mended).overall };
}
