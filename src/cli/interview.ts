import { isDate } from '#domain/calendar.ts';
import { declaredFor } from '#domain/declared.ts';
import { supportedLevel } from '#domain/evidence.ts';
import {
  type QuestionView,
  answerInWords,
  answerTo,
  asNotApplicable,
  asUnknown,
  atLevel,
  firstOpen,
  minutesFor,
  openQuestions,
  withAnswer,
  withEvidence,
  withNote,
} from '#domain/interview.ts';
import type { Model, Question } from '#domain/model.ts';
import { wordingFor } from '#domain/questionnaire.ts';
import type { Answer, AnswersDocument, Evidence } from '#domain/types/answers.ts';
import type { SystemDocument } from '#domain/types/sales-system.ts';
import { say } from '#domain/words.ts';
import type { Asker } from '#io/asker.ts';
import { safeLine } from '#render/escape.ts';
import { renderBanner, renderHelp, kindInWords } from '#render/help.ts';
import { clip, measureOf } from '#render/layout.ts';
import { timeLeft } from '#render/question.ts';
import type { Theme } from '#render/theme.ts';
import type { AnswersFile } from './answers-file.ts';

/** What the questions are asked with. */
export interface Interview {
  readonly model: Model;
  readonly asker: Asker;
  readonly file: AnswersFile;
  /** The asked set in asking order. */
  readonly questions: readonly Question[];
  readonly theme: Theme;
  /** The declared system, to show beside what is asked. */
  readonly system: SystemDocument | undefined;
  /** The day that answers are given on, YYYY-MM-DD. */
  readonly today: string;
  /** An element's bar, for when all its questions are answered. */
  readonly elementBar: (element: string, document: AnswersDocument) => Promise<string>;
}

/** How a round of questions ended. */
export type Round = 'finished' | 'quit';

const limits = { what: 2000, ref: 2000, seenBy: 300, note: 10_000 } as const;

/** Says that a text is too long; undefined where it is not. */
export function lengthFault(text: string, limit: number, model: Model): string | undefined {
  if (text.length <= limit) return undefined;
  return say(model.words, 'intake.tooLong', { length: text.length, limit });
}

function documentOf({ file }: Interview): AnswersDocument {
  if (file.document === undefined) throw new TypeError('The interview has no answers file.');
  return file.document;
}

function viewOf(interview: Interview, place: number, question: Question): QuestionView {
  const { model, questions, today } = interview;
  const { words } = model;
  const document = documentOf(interview);
  const answer = answerTo(document, question);
  const open = questions.slice(place).filter((each) => answerTo(document, each) === undefined);
  const evidence = answer?.evidence ?? [];
  const level = supportedLevel(evidence, question, model.scoring, today);
  const saved = [
    ...(answer === undefined ? [] : [answerInWords(answer, model, words)]),
    ...(evidence.length === 0
      ? []
      : [
          say(words, 'interview.evidenceCount', { count: evidence.length }),
          say(words, 'interview.showsLevel', { level: Math.min(level, answer?.level ?? level) }),
        ]),
  ];
  return {
    element: model.elements.find(({ id }) => id === question.element)?.name ?? question.element,
    practice: model.practices.find(({ id }) => id === question.practice)?.name ?? question.practice,
    place: place + 1,
    count: questions.length,
    minutesLeft: minutesFor(Math.max(1, open.length)),
    ask: wordingFor(question, document.respondent.role),
    levels: question.levels,
    mayNotApply: question.mayNotApply,
    saved: saved.length === 0 ? undefined : saved.join(', '),
    note: answer?.note,
    declared: interview.system && declaredFor(interview.system, question.practice),
    evidence: evidence.map(({ kind, date, what }) =>
      [kind, date, what].filter((part) => part !== undefined).join(' '),
    ),
  };
}

async function saveAnswer({ file }: Interview, question: Question, answer: Answer): Promise<void> {
  await file.change((document) => withAnswer(document, question, answer));
}

async function askEvidence({ asker, model, today }: Interview): Promise<Evidence | undefined> {
  const { words } = model;
  const kind = await asker.choose(
    words['evidence.kind'],
    (['artifact', 'affirmation', 'declaration'] as const).map((value) => ({
      name: `${value}: ${kindInWords(value, model)}`,
      value,
    })),
  );
  const limited = (limit: number) => (text: string) => lengthFault(text, limit, model);
  const what = await asker.text({ message: words['evidence.what'], validate: limited(limits.what) });
  if (what === '') return undefined;
  const date = await asker.text({
    message: words['evidence.date'],
    validate: (text) =>
      text === '' || isDate(text) ? undefined : say(words, 'evidence.dateWrong', { example: today }),
  });
  const ref = await asker.text({ message: words['evidence.ref'], validate: limited(limits.ref) });
  const seenBy = await asker.text({ message: words['evidence.seenBy'], validate: limited(limits.seenBy) });
  return {
    kind,
    ...(date !== '' && { date }),
    what,
    ...(ref !== '' && { ref }),
    ...(seenBy !== '' && { seenBy }),
  };
}

async function askNote({ asker, model }: Interview, before: string | undefined): Promise<string> {
  const { words } = model;
  const hint = before === undefined ? undefined : safeLine(before);
  const text = await asker.text({
    message: words['note.ask'],
    ...(hint !== undefined && { hint }),
    validate: (typed) => lengthFault(typed, limits.note, model),
  });
  if (text === '-') return '';
  return text === '' ? (before ?? '') : text;
}

async function askNotApplicable({ asker, model, today }: Interview, question: Question): Promise<Answer> {
  const { words } = model;
  const reasons = model.notApplicableReasons.filter(({ id }) => question.notApplicableReasons.includes(id));
  const reason = await asker.choose(
    words['notApplicable.reason'],
    reasons.map(({ id, means }) => ({ name: means, value: id })),
  );
  const why = await asker.text({
    message: words['notApplicable.why'],
    validate: (text) => lengthFault(text, limits.note, model),
  });
  return asNotApplicable(reason, why, today);
}

/** Where the person goes from a question. */
type Step = 'next' | 'back' | 'quit';

/** Asks one question until the person moves on; everything given is saved at once. */
async function askQuestion(interview: Interview, place: number, question: Question): Promise<Step> {
  const { asker, model, theme, today } = interview;
  const { words } = model;
  let highlighted: number | null | undefined;
  let message: string | undefined;
  for (;;) {
    const before = answerTo(documentOf(interview), question);
    const marked = highlighted === undefined ? (before?.level ?? null) : highlighted;
    const action = await asker.question(viewOf(interview, place, question), marked, message);
    message = undefined;
    switch (action.act) {
      case 'level':
        await saveAnswer(interview, question, atLevel(before, action.level, today));
        return 'next';
      case 'unknown':
        await saveAnswer(interview, question, asUnknown(before, today));
        return 'next';
      case 'not-applicable':
        await saveAnswer(interview, question, await askNotApplicable(interview, question));
        return 'next';
      case 'skip':
        return 'next';
      case 'back':
        if (place > 0) return 'back';
        message = words['interview.firstQuestion'];
        break;
      case 'quit':
        return 'quit';
      case 'help':
        asker.show(renderHelp(question, model, measureOf(asker.columns()), theme));
        break;
      case 'note':
      case 'evidence': {
        // Attached to the level that is highlighted, else to what is saved.
        const answer = action.level === null ? before : atLevel(before, action.level, today);
        highlighted = action.level;
        if (answer === undefined) {
          message = words[action.act === 'note' ? 'interview.answerFirst' : 'interview.levelFirst'];
        } else if (action.act === 'note') {
          await saveAnswer(interview, question, withNote(answer, await askNote(interview, answer.note)));
        } else if (answer.level === undefined) {
          message = words['interview.levelFirst'];
        } else {
          const evidence = await askEvidence(interview);
          if (evidence !== undefined) await saveAnswer(interview, question, withEvidence(answer, evidence));
        }
        break;
      }
    }
  }
}

function showBanner({ asker, model, questions, theme }: Interview, place: number): void {
  const index = model.elements.findIndex(({ id }) => id === questions[place]?.element);
  const element = model.elements[index];
  if (element === undefined) return;
  const where = say(model.words, 'interview.elementPlace', {
    place: index + 1,
    count: model.elements.length,
    first: questions.findIndex((each) => each.element === element.id) + 1,
    last: questions.findLastIndex((each) => each.element === element.id) + 1,
  });
  const progress = [where, timeLeft(minutesFor(questions.length - place), model.words)];
  asker.show(renderBanner(element, progress, measureOf(asker.columns()), theme));
}

/** Shows the bar of an element when its last question was passed and any of them has an answer. */
async function showElementBar(interview: Interview, element: string): Promise<void> {
  interview.asker.show(`\n${await interview.elementBar(element, documentOf(interview))}`);
}

/** Asks the questions from a place to the end. */
export async function askFrom(interview: Interview, start: number): Promise<Round> {
  const { questions } = interview;
  let place = start;
  let shown: string | undefined;
  for (;;) {
    const question = questions[place];
    if (question === undefined) return 'finished';
    if (question.element !== shown) {
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
    if (questions[place]?.element !== question.element) await showElementBar(interview, question.element);
  }
}

/** Lets the person look through the answers and change any, until they finish or quit. */
export async function review(interview: Interview): Promise<Round> {
  const { asker, model, questions, theme } = interview;
  const { words } = model;
  for (;;) {
    const document = documentOf(interview);
    const open = openQuestions(questions, document).length;
    const width = measureOf(asker.columns()) - 4;
    const entry = (question: Question): string => {
      const answer = answerTo(document, question);
      const state = answer === undefined ? words['review.open'] : answerInWords(answer, model, words);
      const practice = model.practices.find(({ id }) => id === question.practice)?.name ?? question.practice;
      const ask = safeLine(wordingFor(question, document.respondent.role));
      return clip(`${practice}: ${state} ${theme.signs.dash} ${ask}`, width, theme.signs.ellipsis);
    };
    const counts = { answered: questions.length - open, count: questions.length, open };
    const chosen = await asker.choose<number | Round>(say(words, 'review.title', counts), [
      {
        name: open === 0 ? words['review.finish'] : say(words, 'review.finishOpen', { open }),
        value: 'finished',
      },
      ...questions.map((question, index) => ({ name: entry(question), value: index })),
      { name: words['review.quit'], value: 'quit' },
    ]);
    if (typeof chosen === 'string') return chosen;
    const question = questions[chosen];
    if (question !== undefined && (await askQuestion(interview, chosen, question)) === 'quit') return 'quit';
  }
}

/** Index of the first question without an answer. */
export function placeToResume(interview: Interview): number {
  return firstOpen(interview.questions, documentOf(interview));
}
