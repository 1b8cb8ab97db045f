/** Labels for the enumerated values of a report, shared by all renderings. */
import type { Evidence, Finding, Move, QuestionResult, Status } from '#domain/types/report.ts';
import type { Words } from '#domain/messages.ts';

/** Returns the label of a status. */
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

/** Returns the label of a kind of move. */
export function describeMove(move: Move['move'], words: Words): string {
  const names = {
    close: words['plan.close'],
    'find-out': words['plan.findOut'],
    prove: words['plan.prove'],
  } satisfies Record<Move['move'], string>;
  return names[move];
}

/** Returns the label of the state of an answer. */
export function describeState(state: QuestionResult['state'], words: Words): string {
  const names = {
    answered: words['report.stateAnswered'],
    unknown: words['report.stateUnknown'],
    'not-applicable': words['report.stateNotApplicable'],
    unanswered: words['report.stateUnanswered'],
  } satisfies Record<QuestionResult['state'], string>;
  return names[state];
}

/** Returns the label of a kind of evidence. */
export function describeKindOfEvidence(kind: Evidence['kind'], words: Words): string {
  const names = {
    declaration: words['report.kindDeclaration'],
    affirmation: words['report.kindAffirmation'],
    artifact: words['report.kindArtifact'],
  } satisfies Record<Evidence['kind'], string>;
  return names[kind];
}

/** Returns the label of a severity. */
export function describeSeverity(severity: Finding['severity'], words: Words): string {
  const names = {
    error: words['report.severityError'],
    warning: words['report.severityWarning'],
    info: words['report.severityInfo'],
  } satisfies Record<Finding['severity'], string>;
  return names[severity];
}
