/** What a report of several respondents leaves out, and why. */
import { type Messages, formatMessage, joinNames } from '#domain/messages.ts';
import type { Voices } from '#domain/types/report.ts';

/** Something left out, with the questions that it concerns. */
export interface LeftOut {
  readonly text: string;
  /** Ids of the questions, which the text counts. */
  readonly questions: readonly string[];
}

/** Lists what is left out of the sellers' answers and why: the rule, names, and each thing that the rule hides. */
export function listLeftOut(
  { minGroup, withNames, suppressed, questions: all }: Voices,
  messages: Messages,
): readonly LeftOut[] {
  const makeLeftOut = (text: string): LeftOut => ({ text, questions: [] });
  return [
    makeLeftOut(formatMessage(messages, 'voices.groupRule', { count: minGroup })),
    makeLeftOut(messages[withNames ? 'voices.withNames' : 'voices.withoutNames']),
    ...suppressed.map(({ reason, units = [], questions = all.map(({ id }) => id) }): LeftOut => {
      switch (reason) {
        case 'few-sellers':
          return {
            text: formatMessage(messages, 'voices.leftFew', { count: minGroup, questions: questions.length }),
            questions,
          };
        case 'small-unit':
          return makeLeftOut(
            formatMessage(messages, 'voices.leftUnits', {
              count: minGroup,
              units: joinNames(units, messages),
            }),
          );
        case 'same-answer':
          return {
            text: formatMessage(messages, 'voices.leftSame', { questions: questions.length }),
            questions,
          };
      }
    }),
  ];
}
