import { listDeclarations } from '#domain/declarations.ts';
import { computeSupportedLevel } from '#domain/scoring/evidence.ts';
import {
  type QuestionView,
  describeAnswer,
  getAnswer,
  toUnknown,
  makeAnswer,
  estimateMinutes,
  setAnswer,
  addEvidence,
  setNote,
} from '#domain/interview.ts';
import type { Question } from '#domain/model.ts';
import { getWording } from '#domain/scoring/questionnaire.ts';
import type { Answer } from '#domain/types/answers.ts';
import { formatMessage } from '#domain/messages.ts';
import { renderHelp } from '#render/terminal/help.ts';
import { limitWidth } from '#render/terminal/layout.ts';
import { askEvidence, askNote, askNotApplicable } from './ask-details.ts';
import { type Interview, toDocument } from './state.ts';

function makeView(interview: Interview, place: number, question: Question): QuestionView {
  const { model, questions, today } = interview;
  const { messages } = model;
  const document = toDocument(interview);
  const answer = getAnswer(document, question);
  const open = questions.slice(place).filter((each) => getAnswer(document, each) === undefined);
  const evidence = answer?.evidence ?? [];
  const level = computeSupportedLevel(evidence, question, model.scoring, today);
  const saved = [
    ...(answer === undefined ? [] : [describeAnswer(answer, model, messages)]),
    ...(evidence.length === 0
      ? []
      : [
          formatMessage(messages, 'interview.evidenceCount', { count: evidence.length }),
          formatMessage(messages, 'interview.showsLevel', { level: Math.min(level, answer?.level ?? level) }),
        ]),
  ];
  return {
    element: model.elements.find(({ id }) => id === question.element)?.name ?? question.element,
    practice: model.practices.find(({ id }) => id === question.practice)?.name ?? question.practice,
    place: place + 1,
    count: questions.length,
    minutesLeft: estimateMinutes(Math.max(1, open.length)),
    ask: getWording(question, document.respondent.role),
    levels: question.levels,
    mayNotApply: question.mayNotApply,
    saved: saved.length === 0 ? undefined : saved.join(', '),
    note: answer?.note,
    declared: interview.system && listDeclarations(interview.system, question.practice),
    evidence: evidence.map(({ kind, date, what }) =>
      [kind, date, what].filter((part) => part !== undefined).join(' '),
    ),
  };
}

async function saveAnswer({ file }: Interview, question: Question, answer: Answer): Promise<void> {
  await file.change((document) => setAnswer(document, question, answer));
}

/** Where a question leads. */
type Step = 'next' | 'back' | 'quit';

/** Asks one question until the person moves on, and saves each answer at once. */
export async function askQuestion(interview: Interview, place: number, question: Question): Promise<Step> {
  const { asker, model, theme, today } = interview;
  const { messages } = model;
  let highlighted: number | null | undefined;
  let message: string | undefined;
  for (;;) {
    const before = getAnswer(toDocument(interview), question);
    const marked = highlighted === undefined ? (before?.level ?? null) : highlighted;
    const action = await asker.question(makeView(interview, place, question), marked, message);
    message = undefined;
    switch (action.act) {
      case 'level':
        await saveAnswer(interview, question, makeAnswer(before, action.level, today));
        return 'next';
      case 'unknown':
        await saveAnswer(interview, question, toUnknown(before, today));
        return 'next';
      case 'not-applicable':
        await saveAnswer(interview, question, await askNotApplicable(interview, question));
        return 'next';
      case 'skip':
        return 'next';
      case 'back':
        if (place > 0) return 'back';
        message = messages['interview.firstQuestion'];
        break;
      case 'quit':
        return 'quit';
      case 'help':
        asker.show(renderHelp(question, model, limitWidth(asker.columns()), theme));
        break;
      case 'note':
      case 'evidence': {
        // Attached to the level that is highlighted, else to what is saved.
        const answer = action.level === null ? before : makeAnswer(before, action.level, today);
        highlighted = action.level;
        if (answer === undefined) {
          message = messages[action.act === 'note' ? 'interview.answerFirst' : 'interview.levelFirst'];
        } else if (action.act === 'note') {
          await saveAnswer(interview, question, setNote(answer, await askNote(interview, answer.note)));
        } else if (answer.level === undefined) {
          message = messages['interview.levelFirst'];
        } else {
          const evidence = await askEvidence(interview);
          if (evidence !== undefined) await saveAnswer(interview, question, addEvidence(answer, evidence));
        }
        break;
      }
    }
  }
}
