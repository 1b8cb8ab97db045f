import { listOpenQuestions } from '#domain/interview.ts';
import type { AnswersDocument } from '#domain/types/answers.ts';
import { formatMessage } from '#domain/messages.ts';
import { findPlaceToResume } from './rounds.ts';
import type { Interview } from './state.ts';
import { listAsked } from './options.ts';

/** How a returning person continues. */
export type Next = 'continue' | 'review' | 'finish' | 'full' | 'quit';

/** Asks a returning person how to continue. */
export async function askHowToGoOn(interview: Interview, document: AnswersDocument): Promise<Next> {
  const { asker, model, questions } = interview;
  const { messages } = model;
  const open = listOpenQuestions(questions, document).length;
  const rest = listAsked(model, document, 'full').length - questions.length;
  const counts = { answered: questions.length - open, count: questions.length };
  asker.tell(formatMessage(messages, 'interview.welcomeBack', { ...counts, file: interview.file.path }));
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
      ...(open === 0 ? [{ name: messages['resume.finish'], value: 'finish' as const }] : []),
      { name: messages['resume.quit'], value: 'quit' },
    ],
  });
}
