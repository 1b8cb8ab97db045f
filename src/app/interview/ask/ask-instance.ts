import { addEvidence, getAnswer, needsInstance } from '#domain/interview/interview.ts';
import type { Question } from '#domain/model.ts';
import { findLengthFault, limits } from './ask-details.ts';
import { type Interview, type Save, toDocument } from '#app/interview/state.ts';

/** Whether a text is a level or a key, typed by somebody who expects the next question. */
const isKey = (text: string): boolean => /^(?:\d+|[a-z?])$/i.test(text);

/**
 * Asks who did it last, with which customer and in which month, after an answer of level 3 or 4. What is said is saved
 * as evidence of kind `instance`, dated on the day of the interview. Pressing Enter skips it.
 */
export async function askInstance(interview: Interview, question: Question, save: Save): Promise<void> {
  const { asker, model, today } = interview;
  const answer = getAnswer(toDocument(interview), question);
  if (answer === undefined || !needsInstance(answer)) return;
  await asker.text({
    message: question.probe,
    hint: model.messages['instance.hint'],
    isLong: true,
    validate: (text) =>
      isKey(text) ? model.messages['instance.noCase'] : findLengthFault(text, limits.what, model),
    save: async (what) => {
      if (what !== '') await save(addEvidence(answer, { kind: 'instance', date: today, what }));
    },
  });
}
