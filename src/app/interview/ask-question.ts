import {
  type QuestionView,
  describeAnswer,
  getAnswer,
  toUnknown,
  makeAnswer,
  estimateMinutes,
  describeEvidence,
} from '#domain/interview/interview.ts';
import type { Question } from '#domain/model.ts';
import { getWording } from '#domain/scoring/questionnaire.ts';
import type { Answer } from '#domain/types/answers.ts';
import { formatMessage } from '#domain/messages.ts';
import { renderHelp } from '#render/terminal/help.ts';
import { limitWidth } from '#render/terminal/layout.ts';
import { renderVoicesPage } from '#render/terminal/voices.ts';
import { askDissent, askNote, askNotApplicable, changeEvidence } from './ask/ask-details.ts';
import { askLowest } from './ask/ask-lowest.ts';
import { writeDeclarations } from './declared.ts';
import { type Interview, toDocument } from './state.ts';

function makeView(interview: Interview, place: number, question: Question): QuestionView {
  const { manner, model, questions } = interview;
  const { messages } = model;
  const document = toDocument(interview);
  const answer = getAnswer(document, question);
  const open = questions.slice(place).filter((each) => getAnswer(document, each) === undefined);
  const evidence = answer?.evidence ?? [];
  const saved = [
    ...(answer === undefined ? [] : [describeAnswer(answer, model, messages)]),
    ...(evidence.length === 0
      ? []
      : [formatMessage(messages, 'interview.evidenceCount', { count: evidence.length })]),
    ...(answer?.lowest === undefined ? [] : [formatMessage(messages, 'interview.lowest', answer.lowest)]),
  ];
  return {
    element: model.elements.find(({ id }) => id === question.element)?.name ?? question.element,
    practice: model.practices.find(({ id }) => id === question.practice)?.name ?? question.practice,
    place: place + 1,
    count: questions.length,
    minutesLeft: estimateMinutes(Math.max(1, open.length), manner.minutesEach),
    ask: getWording(question, document.respondent.role, document.context?.customers),
    isGuess: manner.mayGuess && question.guessFor.includes(document.respondent.role),
    levels: question.levels,
    keys: manner.keys.filter((key) => key !== 'not-applicable' || question.mayNotApply),
    saved: saved.length === 0 ? undefined : saved.join(', '),
    remarks: answer === undefined ? [] : manner.listRemarks(answer, interview),
    declared: interview.system && writeDeclarations(interview.system, question.practice, messages),
    evidence: evidence.map(describeEvidence),
    voices: manner.voices.get(question.id),
  };
}

/** Where a question leads. */
type Step = 'next' | 'back' | 'quit';

/** Asks one question until the person moves on. Each answer is saved before it looks done. */
export async function askQuestion(interview: Interview, place: number, question: Question): Promise<Step> {
  const { asker, file, manner, model, theme, today } = interview;
  const { messages } = model;
  const save = async (answer: Answer): Promise<void> => {
    await file.change((document) => manner.record(document, question, answer));
  };
  const levelFirst = formatMessage(messages, 'interview.levelFirst', { highest: question.levels.length - 1 });
  const voices = manner.voices.get(question.id);
  const pages = {
    help: (columns: number) => renderHelp(question, model, limitWidth(columns), theme),
    voices: (columns: number) =>
      voices === undefined ? [] : renderVoicesPage(voices, limitWidth(columns), theme, messages),
  };
  let highlighted: number | null | undefined;
  let message: string | undefined;
  for (;;) {
    const before = getAnswer(toDocument(interview), question);
    const action = await asker.question({
      view: makeView(interview, place, question),
      pages,
      highlighted: highlighted === undefined ? (before?.level ?? null) : highlighted,
      message,
      save: (chosen) => {
        if (chosen.act === 'level') return save(makeAnswer(before, chosen.level, today));
        return chosen.act === 'unknown' ? save(toUnknown(before, today)) : undefined;
      },
    });
    message = undefined;
    switch (action.act) {
      case 'level':
        await manner.askMore(interview, question, save);
        return 'next';
      case 'unknown':
      case 'skip':
        return 'next';
      case 'not-applicable':
        await askNotApplicable(interview, question, save);
        return 'next';
      case 'back':
        if (place > 0) return 'back';
        message = messages['interview.firstQuestion'];
        break;
      case 'quit':
        return 'quit';
      case 'help':
      case 'voices':
        asker.show(pages[action.act](asker.columns()).join('\n'));
        break;
      default: {
        // Attached to the level that is highlighted, else to what is saved.
        const answer = action.level === null ? before : makeAnswer(before, action.level, today);
        highlighted = action.level;
        if (answer === undefined) {
          message = action.act === 'note' ? messages['interview.answerFirst'] : levelFirst;
        } else if (action.act === 'note' || action.act === 'reason') {
          await askNote(interview, answer, save, `${action.act}.ask`);
        } else if (action.act === 'dissent') {
          await askDissent(interview, answer, save);
        } else if (answer.level === undefined) {
          message = levelFirst;
        } else if (action.act === 'lowest') {
          if (answer.level === 0) message = messages['lowest.none'];
          else await askLowest(interview, question, answer, save);
        } else {
          await changeEvidence(interview, answer, save);
        }
        break;
      }
    }
  }
}
