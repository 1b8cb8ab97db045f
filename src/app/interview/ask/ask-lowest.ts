import { listPlaces } from '#domain/declarations.ts';
import { setLowest } from '#domain/interview/interview.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Question } from '#domain/model.ts';
import type { Answer } from '#domain/types/answers.ts';
import { escapeLine } from '#render/escape.ts';
import { describeLevel } from '#render/terminal/question-parts.ts';
import { findLengthFault } from './ask-details.ts';
import type { Interview, Save } from '#app/interview/state.ts';

/** Most characters of a place. */
const placeLength = 300;

/** Asks where it is lowest. Offers the units and roles of the declared system, if there are any. */
async function askPlace(
  { asker, model, system }: Interview,
  before: string | undefined,
  save: (where: string) => Promise<void>,
): Promise<void> {
  const { messages } = model;
  const places = system === undefined ? [] : listPlaces(system);
  if (places.length > 0) {
    const place = await asker.choose<string | undefined>({
      message: messages['lowest.where'],
      choices: [
        ...places.map((name) => ({ name: escapeLine(name), value: name })),
        { name: messages['lowest.elsewhere'], value: undefined },
      ],
      save: async (chosen) => {
        if (chosen !== undefined) await save(chosen);
      },
    });
    if (place !== undefined) return;
  }
  await asker.text({
    message: messages['lowest.where'],
    ...(before !== undefined && { initial: before }),
    validate: (text) => (text === '' ? messages['lowest.empty'] : findLengthFault(text, placeLength, model)),
    save,
  });
}

/** Asks for the lowest level and where it is, and saves both; or removes them. */
export async function askLowest(
  interview: Interview,
  question: Question,
  answer: Answer,
  save: Save,
): Promise<void> {
  const { asker, model } = interview;
  const { messages } = model;
  const level = await asker.choose<number | null>({
    message: messages['lowest.level'],
    firstNumber: 0,
    choices: [
      ...question.levels
        .slice(0, answer.level)
        .map((each, index) => ({ name: describeLevel(each), value: index })),
      { name: formatMessage(messages, 'lowest.same', { level: answer.level ?? 0 }), value: null },
    ],
    save: async (chosen) => {
      if (chosen === null) await save(setLowest(answer, undefined));
    },
  });
  if (level === null) return;
  await askPlace(interview, answer.lowest?.where, (where) => save(setLowest(answer, { level, where })));
}
