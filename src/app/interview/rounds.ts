import {
  describeAnswer,
  getAnswer,
  findFirstOpen,
  estimateMinutes,
  listOpenQuestions,
} from '#domain/interview/interview.ts';
import type { Question } from '#domain/model.ts';
import { getWording } from '#domain/scoring/questionnaire.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeLine } from '#render/escape.ts';
import { renderBanner } from '#render/terminal/help.ts';
import { clip, limitWidth } from '#render/terminal/layout.ts';
import { estimateTimeLeft } from '#render/terminal/question-parts.ts';
import { askQuestion } from './ask-question.ts';
import { type Interview, toDocument } from './state.ts';

/** How a round of questions ended. */
export type Round = 'finished' | 'quit';

function showBanner({ asker, manner, model, questions, theme }: Interview, place: number): void {
  const index = model.elements.findIndex(({ id }) => id === questions[place]?.element);
  const element = model.elements[index];
  if (element === undefined) return;
  const where = formatMessage(model.messages, 'interview.elementPlace', {
    place: index + 1,
    count: model.elements.length,
    first: questions.findIndex((each) => each.element === element.id) + 1,
    last: questions.findLastIndex((each) => each.element === element.id) + 1,
  });
  const progress = [
    where,
    estimateTimeLeft(estimateMinutes(questions.length - place, manner.minutesEach), model.messages),
  ];
  asker.show(renderBanner(element, progress, limitWidth(asker.columns()), theme));
}

/** Asks the questions from a place to the end. */
export async function askFrom(interview: Interview, start: number): Promise<Round> {
  const { manner, questions } = interview;
  let place = start;
  let shown: string | undefined;
  for (;;) {
    const question = questions[place];
    if (question === undefined) return 'finished';
    if (manner.isByElement && question.element !== shown) {
      showBanner(interview, place);
      shown = question.element;
    }
    const step = await askQuestion(interview, place, question);
    if (step === 'quit') return 'quit';
    if (step === 'back') {
      place -= 1;
      continue;
    }
    place += 1;
  }
}

/** Lets the person review and change answers, until they finish or quit. */
export async function review(interview: Interview): Promise<Round> {
  const { asker, manner, model, questions, theme } = interview;
  const { messages } = model;
  for (;;) {
    const document = toDocument(interview);
    const open = listOpenQuestions(questions, document).length;
    const width = limitWidth(asker.columns()) - 4;
    const renderEntry = (question: Question): string => {
      const answer = getAnswer(document, question);
      const state = answer === undefined ? messages['review.open'] : describeAnswer(answer, model, messages);
      const practice = model.practices.find(({ id }) => id === question.practice)?.name ?? question.practice;
      const ask = getWording(question, document.respondent.role, document.context?.customers);
      const text = escapeLine(`${practice}: ${state} ${theme.signs.dash} ${ask}`);
      return clip(text, width, theme.signs.ellipsis);
    };
    const counts = { answered: questions.length - open, count: questions.length, open };
    const chosen = await asker.choose<number | Round>({
      message: formatMessage(messages, manner.messages.review, counts),
      choices: [
        {
          name:
            open === 0
              ? messages[manner.messages.finish]
              : formatMessage(messages, manner.messages.finishOpen, { open }),
          value: 'finished',
        },
        ...questions.map((question, index) => ({ name: renderEntry(question), value: index })),
        { name: messages['review.quit'], value: 'quit' },
      ],
    });
    if (typeof chosen === 'string') return chosen;
    const question = questions[chosen];
    if (question !== undefined && (await askQuestion(interview, chosen, question)) === 'quit') return 'quit';
  }
}

/** Returns the index of the first question without an answer. */
export function findPlaceToResume(interview: Interview): number {
  return findFirstOpen(interview.questions, toDocument(interview));
}
