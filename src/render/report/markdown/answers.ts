/** Every question with its answer, its evidence and its note, folded away by element. */
import type { ElementResult, Evidence, QuestionResult } from '#domain/types/report.ts';
import { say } from '#domain/messages.ts';
import { safeMarkdown, safeMarkdownCode, safeUri } from '#render/escape.ts';
import { kindInWords, stateInWords } from '#render/report/labels.ts';
import { percent } from '#render/report/numbers.ts';
import { dateInWords, linkable, reasonInWords } from '#render/report/phrases.ts';
import { type Page, type Section, details, heading, labelled, lines, list, quote, strong } from './parts.ts';

/** Where a piece of evidence can be found: a link only where it is an address of the web. */
function place(ref: string): string {
  const address = linkable(ref);
  return address === undefined ? safeMarkdownCode(ref) : `[${safeMarkdown(address)}](${safeUri(address)})`;
}

function evidenceItem(evidence: Evidence, { words }: Page): string {
  const { kind, what, ref, seenBy, stale } = evidence;
  const about = [
    kindInWords(kind, words),
    dateInWords(evidence, words),
    ...(seenBy === undefined ? [] : [say(words, 'report.seenBy', { name: seenBy })]),
    ...(stale === true ? [words['report.countsLess']] : []),
  ];
  // An item of a list is one line.
  return [safeMarkdown(what), safeMarkdown(about.join(', ')), ref === undefined ? '' : place(ref)]
    .filter((part) => part !== '')
    .join('<br>');
}

/** The level with its text, or why there is none; then what the evidence supports, and the id to ask about. */
function answerLines(question: QuestionResult, { words, model }: Page): string {
  const { state, level, shownLevel, answer, evidence = [], reason } = question;
  const status = stateInWords(state, words);
  const label = level === null ? status : say(words, 'report.levelOf', { level });
  const text = level === null ? (reason === undefined ? '' : reasonInWords(question, model)) : answer;
  const supports =
    evidence.length === 0
      ? words['report.supportsNothing']
      : shownLevel === null
        ? ''
        : say(words, 'report.supports', { level: shownLevel });
  const about = [safeMarkdown(level === null ? '' : supports), safeMarkdownCode(question.id)];
  return lines([
    text === null || text === '' ? strong(label) : labelled(label, text),
    about.filter((each) => each !== '').join(' · '),
  ]);
}

function questionBlocks(question: QuestionResult, page: Page): string[] {
  const { evidence = [], note } = question;
  return [
    strong(question.ask),
    answerLines(question, page),
    ...(evidence.length === 0 ? [] : [list(evidence.map((each) => evidenceItem(each, page)))]),
    ...(note === undefined || note.trim() === '' ? [] : [quote(note)]),
  ];
}

function elementBlocks(element: ElementResult, page: Page): readonly string[] {
  const { words } = page;
  const asked = element.practices.filter(({ questions }) => questions.length > 0);
  const known =
    element.coverage === null
      ? words['status.notAsked']
      : say(words, 'summary.answered', { percent: percent(element.coverage) });
  return details(
    element.name,
    `${element.asks} · ${known}`,
    asked.flatMap(({ name, questions }) => [
      heading(3, name),
      ...questions.flatMap((question) => questionBlocks(question, page)),
    ]),
  );
}

/** Every question that was asked, element by element. */
export const answersSection: Section = (page) => [
  heading(2, page.words['report.answers']),
  ...page.report.elements.flatMap((element) => elementBlocks(element, page)),
];
