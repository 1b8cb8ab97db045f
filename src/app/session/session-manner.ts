import { getAnswer, minutesPerDiscussion, setAnswer } from '#domain/interview/interview.ts';
import { formatMessage } from '#domain/messages.ts';
import type { QuestionVoices } from '#domain/types/report.ts';
import { askDissent, askNote } from '#app/interview/ask/ask-details.ts';
import { type Interview, type Manner, toDocument } from '#app/interview/state.ts';

/**
 * Makes the manner of a session: a team sees what its people answered, and agrees on a level, with the reason and with
 * who sees it differently.
 *
 * @param voices what people answered, as far as it may be shown
 * @param count number of people who answered
 */
export function makeSessionManner(voices: readonly QuestionVoices[], count: number, today: string): Manner {
  return {
    minutesEach: minutesPerDiscussion,
    isByElement: false,
    mayGuess: false,
    keys: [
      'help',
      'voices',
      'reason',
      'dissent',
      'evidence',
      'lowest',
      'unknown',
      'not-applicable',
      'skip',
      'back',
      'quit',
    ],
    messages: {
      welcomeBack: 'session.welcomeBack',
      review: 'session.review',
      finish: 'session.finish',
      finishOpen: 'session.finishOpen',
    },
    voices: new Map(voices.map((each) => [each.id, each])),
    listRemarks: ({ answeredOn, note, dissent }, { model: { messages } }) => [
      ...(answeredOn === undefined
        ? []
        : [formatMessage(messages, 'session.agreedOn', { date: answeredOn })]),
      ...(note === undefined ? [] : [`${messages['session.reason']}: ${note}`]),
      ...(dissent === undefined ? [] : [`${messages['session.dissent']}: ${dissent}`]),
    ],
    askMore: async (interview, question, save) => {
      // Each is asked about the answer as it was saved last.
      const read = (from: Interview) => getAnswer(toDocument(from), question);
      const agreed = read(interview);
      if (agreed !== undefined) await askNote(interview, agreed, save, 'reason.ask');
      const explained = read(interview);
      if (explained !== undefined) await askDissent(interview, explained, save);
    },
    record: (answers, question, answer) => ({
      ...setAnswer(answers, question, answer),
      agreed: { on: today, voices: count },
    }),
  };
}
