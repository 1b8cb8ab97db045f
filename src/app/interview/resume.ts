import { listOpenQuestions } from '#domain/interview/interview.ts';
import { formatMessage } from '#domain/messages.ts';
import { findPlaceToResume } from './rounds.ts';
import { type Interview, toDocument } from './state.ts';

/** How a returning person continues. */
export type Next = 'continue' | 'review' | 'finish' | 'full' | 'quit';

/**
 * Asks those who return how to continue.
 *
 * @param rest number of questions of the full audit that are not among those of the interview
 */
export async function askHowToGoOn(interview: Interview, rest: number): Promise<Next> {
  const { asker, manner, model, questions } = interview;
  const { messages } = model;
  const open = listOpenQuestions(questions, toDocument(interview)).length;
  const counts = { answered: questions.length - open, count: questions.length };
  asker.tell(formatMessage(messages, manner.messages.welcomeBack, { ...counts, file: interview.file.path }));
  return asker.choose<Next>({
    message: messages['resume.choose'],
    choices: [
      ...(open > 0
        ? [
            {
              name: formatMessage(messages, 'resume.continue', {
                place: findPlaceToResume(interview) + 1,
                count: counts.count,
              }),
              value: 'continue' as const,
            },
          ]
        : []),
      ...(open === 0 && rest > 0
        ? [{ name: formatMessage(messages, 'resume.full', { count: rest }), value: 'full' as const }]
        : []),
      { name: messages['resume.review'], value: 'review' },
      ...(open === 0 ? [{ name: messages[manner.messages.finish], value: 'finish' as const }] : []),
      { name: messages['resume.quit'], value: 'quit' },
    ],
  });
}
