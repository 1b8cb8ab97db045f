/** What every rendering of a report calls the states, kinds and grades that the report names by a key. */
import type { Evidence, Finding, Move, QuestionResult, Status } from '#domain/types/report.ts';
import type { Words } from '#domain/messages.ts';

/** Status of an element in words. */
export function describeStatus(status: Status, words: Words): string {
  const names = {
    'in-place': words['status.inPlace'],
    partial: words['status.partial'],
    neglected: words['status.neglected'],
    unknown: words['status.unknown'],
    'not-asked': words['status.notAsked'],
  } satisfies Record<Status, string>;
  return names[status];
}

/** What a move is called. */
export function describeMove(move: Move['move'], words: Words): string {
  const names = {
    close: words['plan.close'],
    'find-out': words['plan.findOut'],
    prove: words['plan.prove'],
  } satisfies Record<Move['move'], string>;
  return names[move];
}

/** State of an answer in words. */
export function describeState(state: QuestionResult['state'], words: Words): string {
  const names = {
    answered: words['report.stateAnswered'],
    unknown: words['report.stateUnknown'],
    'not-applicable': words['report.stateNotApplicable'],
    unanswered: words['report.stateUnanswered'],
  } satisfies Record<QuestionResult['state'], string>;
  return names[state];
}

/** Kind of evidence in words. */
export function kindInWords(kind: Evidence['kind'], words: Words): string {
  const names = {
    declaration: words['report.kindDeclaration'],
    affirmation: words['report.kindAffirmation'],
    artifact: words['report.kindArtifact'],
  } satisfies Record<Evidence['kind'], string>;
  return names[kind];
}

/** Severity of a finding in words. */
export function describeSeverity(severity: Finding['severity'], words: Words): string {
  const names = {
    error: words['report.severityError'],
    warning: words['report.severityWarning'],
    info: words['report.severityInfo'],
  } satisfies Record<Finding['severity'], string>;
  return names[severity];
}
