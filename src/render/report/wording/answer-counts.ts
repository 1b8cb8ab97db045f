/** How many questions are answered, not known, open or not applicable, in words. */
import { type Messages, formatMessage } from '#domain/messages.ts';
import { countAnswers } from '#domain/answers/not-known.ts';
import type { ElementResult, QuestionResult } from '#domain/types/report.ts';

/** Describes how many questions are answered, and lists how many are not known, open or not applicable, if any. */
export function describeCounts(questions: readonly QuestionResult[], messages: Messages): readonly string[] {
  const { answered, unknown, open, notApplicable } = countAnswers(questions);
  return [
    formatMessage(messages, 'report.countAnswered', { count: answered }),
    ...(unknown === 0 ? [] : [formatMessage(messages, 'report.countUnknown', { count: unknown })]),
    ...(open === 0 ? [] : [formatMessage(messages, 'report.countOpen', { count: open })]),
    ...(notApplicable === 0
      ? []
      : [formatMessage(messages, 'report.countNotApplicable', { count: notApplicable })]),
  ];
}

/** Describes how many questions of an element are answered, as `describeScope` does for the whole report. */
export function describeAnswered(
  { status, practices }: ElementResult,
  messages: Messages,
): readonly string[] {
  const questions = practices.flatMap((practice) => practice.questions);
  return status === 'not-asked' ? [] : describeCounts(questions, messages);
}
