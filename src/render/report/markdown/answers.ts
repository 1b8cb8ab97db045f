/** Questions with answers, evidence and notes, collapsed by element. */
import type { ElementResult, Evidence, QuestionResult } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeMarkdown, escapeMarkdownCode, escapeUri } from '#render/escape.ts';
import { describeAnswerLevel, describeKindOfEvidence, describeState } from '#render/report/wording/labels.ts';
import { describeAnswered } from '#render/report/wording/answer-counts.ts';
import { formatDate, makeLinkable, describeReason } from '#render/report/wording/phrases.ts';
import {
  type Page,
  type Section,
  renderDetails,
  renderHeading,
  renderLabeled,
  joinLines,
  renderList,
  renderQuote,
  renderStrong,
} from './parts.ts';

/** Renders the reference of a piece of evidence, linked only if it is a web address. */
function renderPlace(ref: string): string {
  const address = makeLinkable(ref);
  return address === undefined
    ? escapeMarkdownCode(ref)
    : `[${escapeMarkdown(address)}](${escapeUri(address)})`;
}

function renderEvidence(evidence: Evidence, { messages }: Page): string {
  const { kind, what, ref, seenBy, stale } = evidence;
  const about = [
    describeKindOfEvidence(kind, messages),
    formatDate(evidence, messages),
    ...(seenBy === undefined ? [] : [formatMessage(messages, 'report.seenBy', { name: seenBy })]),
    ...(stale === true ? [messages['report.countsLess']] : []),
  ];
  // A list item must be one line.
  return [escapeMarkdown(what), escapeMarkdown(about.join(', ')), ref === undefined ? '' : renderPlace(ref)]
    .filter((part) => part !== '')
    .join('<br>');
}

/** Renders the level and its text, or why there is none; then the supported level and, for those who edit the file, the id. */
function renderAnswer(question: QuestionResult, { messages, model, context }: Page): string {
  const { state, level, shownLevel, answer, evidence = [], reason } = question;
  const status = describeState(state, messages);
  const label = level === null ? status : describeAnswerLevel(question, messages).join(', ');
  const text = level === null ? (reason === undefined ? '' : describeReason(question, model)) : answer;
  const supports =
    evidence.length === 0
      ? messages['report.supportsNothing']
      : shownLevel === null
        ? ''
        : formatMessage(messages, 'report.supports', { level: shownLevel });
  const about = [
    escapeMarkdown(level === null ? '' : supports),
    context.isTechnical ? escapeMarkdownCode(question.id) : '',
  ];
  return joinLines([
    text === null || text === '' ? renderStrong(label) : renderLabeled(label, text),
    about.filter((each) => each !== '').join(' · '),
  ]);
}

function renderQuestion(question: QuestionResult, page: Page): string[] {
  const { evidence = [], note } = question;
  return [
    renderStrong(question.ask),
    renderAnswer(question, page),
    ...(evidence.length === 0 ? [] : [renderList(evidence.map((each) => renderEvidence(each, page)))]),
    ...(note === undefined || note.trim() === '' ? [] : [renderQuote(note)]),
  ];
}

function renderElement(element: ElementResult, page: Page): readonly string[] {
  const { messages } = page;
  const asked = element.practices.filter(({ questions }) => questions.length > 0);
  const known = asked.length === 0 ? [messages['status.notAsked']] : describeAnswered(element, messages);
  return renderDetails(
    element.name,
    [element.asks, ...known].join(' · '),
    asked.flatMap(({ name, questions }) => [
      renderHeading(3, name),
      ...questions.flatMap((question) => renderQuestion(question, page)),
    ]),
  );
}

/** Renders every question that was asked, by element. */
export const renderAnswersSection: Section = (page) => [
  renderHeading(2, page.messages['report.answers']),
  ...page.report.elements.flatMap((element) => renderElement(element, page)),
];
