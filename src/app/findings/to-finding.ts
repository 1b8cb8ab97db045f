import type { Check, Failure } from '#checks/define-check.ts';
import { joinSubjects } from '#checks/queries/absence.ts';
import { computeIdentity, slugify } from '#checks/queries/identity.ts';
import { type Sourced, makeFindingAt } from '#document/read/sourced.ts';
import type { GatedFinding } from '#domain/gate/check-report.ts';
import type { Finding } from '#domain/types/report.ts';

/** Converts a finding of reading a document for the gate. */
export function toGatedFinding(finding: Finding, file: string): GatedFinding {
  return {
    ...finding,
    file,
    path: finding.path ?? '',
    line: finding.line ?? 1,
    column: finding.column ?? 1,
    points: null,
    element: null,
    identity: finding.path ?? '',
    dueTo: null,
  };
}

/** Converts a failure of a check to a finding. */
export function toFinding(
  document: Sourced<unknown>,
  check: Check,
  failure: Failure,
  points: { readonly points: number; readonly element: string } | undefined,
): GatedFinding {
  const { message, fix, at, path, missing, subjects } = failure;
  const covered = subjects === undefined ? undefined : joinSubjects(subjects.map(slugify));
  const below =
    missing === undefined || covered === undefined ? (missing ?? covered) : `${missing}/${covered}`;
  const severity = failure.severity ?? check.severity;
  const place = makeFindingAt(document, path, { check: check.id, severity, message, fix }, at ?? 'value');
  return {
    ...toGatedFinding(place, document.file),
    points: points?.points ?? null,
    element: points?.element ?? null,
    identity: computeIdentity(document.value, path, below),
    dueTo: failure.dueTo ?? null,
    ...(missing !== undefined && { isMissing: true }),
  };
}
