/** Labels for the enumerated values of a report, shared by all renderings. */
import type { ElementResult, Evidence, Finding, Move, QuestionResult } from '#domain/types/report.ts';
import { type Messages, formatMessage } from '#domain/messages.ts';
import { type Verdict, getVerdict } from './verdicts.ts';

/** Returns the label of an element's status: what is in place says whether it is proven. */
export function describeStatus(
  element: Pick<ElementResult, 'status' | 'proven'>,
  messages: Messages,
): string {
  const names = {
    proven: messages['status.proven'],
    claimed: messages['status.claimed'],
    partial: messages['status.partial'],
    missing: messages['status.neglected'],
    unknown: messages['status.unknown'],
    'not-asked': messages['status.notAsked'],
  } satisfies Record<Verdict, string>;
  return names[getVerdict(element)];
}

/** Returns the label of a kind of move. */
export function describeMove(move: Move['move'], messages: Messages): string {
  const names = {
    close: messages['plan.close'],
    'find-out': messages['plan.findOut'],
    prove: messages['plan.prove'],
  } satisfies Record<Move['move'], string>;
  return names[move];
}

/** Returns the label of the state of an answer. */
export function describeState(state: QuestionResult['state'], messages: Messages): string {
  const names = {
    answered: messages['report.stateAnswered'],
    unknown: messages['report.stateUnknown'],
    'not-applicable': messages['report.stateNotApplicable'],
    unanswered: messages['report.stateUnanswered'],
  } satisfies Record<QuestionResult['state'], string>;
  return names[state];
}

/** Returns the label of a kind of evidence. */
export function describeKindOfEvidence(kind: Evidence['kind'], messages: Messages): string {
  const names = {
    instance: messages['report.kindInstance'],
    declaration: messages['report.kindDeclaration'],
    affirmation: messages['report.kindAffirmation'],
    artifact: messages['report.kindArtifact'],
  } satisfies Record<Evidence['kind'], string>;
  return names[kind];
}

/** Returns the label of a severity. */
export function describeSeverity(severity: Finding['severity'], messages: Messages): string {
  const names = {
    error: messages['report.severityError'],
    warning: messages['report.severityWarning'],
    info: messages['report.severityInfo'],
  } satisfies Record<Finding['severity'], string>;
  return names[severity];
}

/**
 * Describes an answered level in parts: the level with its label, where it is lowest, and whether it is a guess. Empty
 * without a level.
 */
export function describeAnswerLevel(
  { level, label, lowest, guess }: QuestionResult,
  messages: Messages,
): readonly string[] {
  if (level === null) return [];
  return [
    formatMessage(messages, 'report.levelOf', { level, label: label ?? '' }),
    ...(lowest === undefined ? [] : [formatMessage(messages, 'report.lowest', lowest)]),
    ...(guess === true ? [messages['report.guess']] : []),
  ];
}

/** Returns a text that begins with a capital letter: the title of a column is one wherever its label is not. */
export function capitalize(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
