/** Questions with answers, evidence and notes, collapsed by element. */
import type { ElementResult, Evidence, PracticeResult, QuestionResult } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { escapeMarkdown, escapeMarkdownCode, escapeUri } from '#render/escape.ts';
import { type Card, type NumberedMove, makeCardMaker } from '#render/report/cards.ts';
import { describeAnswerLevel, describeKindOfEvidence, describeState } from '#render/report/wording/labels.ts';
import { describeAnswered } from '#render/report/wording/answer-counts.ts';
import { formatDate, makeLinkable, describeReason } from '#render/report/wording/phrases.ts';
import { renderHeard } from './voices/heard.ts';
import { renderLink } from './anchors.ts';
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

function renderEvidence(evidence: Evidence, { messages, context }: Page): string {
  const { kind, what, ref, seenBy, stale } = evidence;
  const about = [
    describeKindOfEvidence(kind, messages),
    formatDate(evidence, messages),
    ...(seenBy === undefined ? [] : [formatMessage(messages, 'report.seenBy', { name: seenBy })]),
    ...(stale === true ? [messages['report.countsLess']] : []),
  ];
  const isPlaceShown = ref !== undefined && (context.isTechnical || makeLinkable(ref) !== undefined);
  // A list item must be one line.
  return [escapeMarkdown(what), escapeMarkdown(about.join(', ')), isPlaceShown ? renderPlace(ref) : '']
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

/** Renders the card of a question. One that needs no words is collapsed. */
function renderCard(card: Card, page: Page): readonly string[] {
  const { messages } = page;
  const { question, isContradicted, isFolded, heard } = card;
  const { ask, evidence = [], note, next } = question;
  // The same note, with who wrote it.
  const isHeard = heard?.question.notes?.some((each) => each.note === note) === true;
  const blocks = [
    renderAnswer(question, page),
    isContradicted ? escapeMarkdown(messages['report.contradicted']) : '',
    next === undefined
      ? ''
      : renderLabeled(formatMessage(messages, 'report.toReach', { level: next.level }), next.means),
    ...(evidence.length === 0 ? [] : [renderList(evidence.map((each) => renderEvidence(each, page)))]),
    ...(heard === undefined ? [] : renderHeard(heard, page)),
    ...(note === undefined || note.trim() === '' || isHeard ? [] : [renderQuote(note)]),
  ];
  return isFolded
    ? renderDetails(describeAnswerLevel(question, messages).join(', '), ask, blocks)
    : [renderStrong(ask), ...blocks];
}

/** Renders links from the cards of a practice back to the table of practices and to the move that concerns it. */
function renderBack(move: NumberedMove | undefined, { messages, anchors }: Page): string {
  if (anchors.practices === undefined) return '';
  const action =
    move === undefined
      ? ''
      : renderLink(
          escapeMarkdown(formatMessage(messages, 'report.action', { number: move.number })),
          anchors.moves[move.number - 1],
        );
  const practices = renderLink(escapeMarkdown(messages['report.practices']), anchors.practices);
  return [practices, action].filter((link) => link !== '').join(' · ');
}

function renderPractice(practice: PracticeResult, element: ElementResult, page: Page): readonly string[] {
  const makeCard = makeCardMaker(page.report);
  const cards = practice.questions.map((question) => makeCard({ question, practice }, element));
  return [
    renderHeading(3, practice.name),
    ...cards.flatMap((card) => renderCard(card, page)),
    renderBack(cards[0]?.move, page),
  ];
}

function renderElement(element: ElementResult, page: Page): readonly string[] {
  const { messages } = page;
  const asked = element.practices.filter(({ questions }) => questions.length > 0);
  const known = asked.length === 0 ? [messages['status.notAsked']] : describeAnswered(element, messages);
  return renderDetails(
    element.name,
    [element.asks, ...known].join(' · '),
    asked.flatMap((practice) => renderPractice(practice, element, page)),
  );
}

/** Renders every question that was asked, by element. */
export const renderAnswersSection: Section = (page) => [
  renderHeading(2, page.messages['report.answers']),
  ...page.report.elements.flatMap((element) => renderElement(element, page)),
];
