/** The questions with their answers, what is unknown, the own words of the respondent, method and findings. */
import { listUnknowns, type PlacedQuestion } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import { sortWorstFirst } from '#domain/gate/check-report.ts';
import type { Evidence, Finding } from '#domain/types/report.ts';
import { groupFindings, listEntryFacts, renderEntryTitle } from '#render/report/appendix.ts';
import { type Card, makeCardMaker } from '#render/report/cards.ts';
import type { ReportContext } from '#render/report/context.ts';
import { describeMaker } from '#render/report/cover.ts';
import { describeAnswered } from '#render/report/wording/answer-counts.ts';
import { describeFindings, formatPlace, listFindingFacts } from '#render/report/wording/finding-phrases.ts';
import {
  describeAnswerLevel,
  describeKindOfEvidence,
  describeSeverity,
  describeState,
} from '#render/report/wording/labels.ts';
import { hasText, listBusinessFacts, listVoices } from '#render/report/wording/own-words.ts';
import {
  describeLimits,
  describeMethod,
  describeReason,
  formatDate,
  makeLinkable,
} from '#render/report/wording/phrases.ts';
import { renderHeard } from './voices.ts';
import {
  type Block,
  type Page,
  type Section,
  makeHeading,
  makeLabeled,
  makeList,
  makeQuote,
  makeText,
} from './parts.ts';

function renderEvidence(evidence: Evidence, { messages, isTechnical }: ReportContext): Block[] {
  const { kind, what, ref, seenBy, stale } = evidence;
  const about = [
    describeKindOfEvidence(kind, messages),
    formatDate(evidence, messages),
    ...(seenBy === undefined ? [] : [formatMessage(messages, 'report.seenBy', { name: seenBy })]),
    ...(stale === true ? [messages['report.countsLess']] : []),
  ].join(', ');
  const link = ref === undefined ? undefined : makeLinkable(ref);
  const place = ref === undefined || link !== undefined || !isTechnical ? '' : `, ${ref}`;
  return makeList([`${what} (${about}${place})`, ...(link === undefined ? [] : [{ text: link, link }])]);
}

/** Renders a question so that it can be understood alone: the answer, the next level, evidence and note. */
function renderQuestion({ question, isContradicted, heard }: Card, page: Page): Block[] {
  const { context, colors } = page;
  const { messages, model, isTechnical } = context;
  const { ask, state, level, answer, next, evidence = [], note, reason, shownLevel } = question;
  const label =
    level === null ? describeState(state, messages) : describeAnswerLevel(question, messages).join(', ');
  const text =
    level === null ? (reason === undefined ? '' : describeReason(question, model)) : (answer ?? '');
  const supports =
    shownLevel === null || evidence.length === 0
      ? messages['report.supportsNothing']
      : formatMessage(messages, 'report.supports', { level: shownLevel });
  return [
    makeText(ask, { bold: true, isKept: true }),
    text === '' ? makeText(label, { bold: true }) : makeLabeled(label, text),
    ...(level === null ? [] : [makeText(supports, { color: colors.faint })]),
    ...(isTechnical ? [makeText(question.id)] : []),
    ...(isContradicted ? [makeText(messages['report.contradicted'], { bold: true })] : []),
    ...(next === undefined
      ? []
      : [makeLabeled(formatMessage(messages, 'report.toReach', { level: next.level }), next.means)]),
    ...evidence.flatMap((each) => renderEvidence(each, context)),
    ...(heard === undefined ? (hasText(note) ? [makeQuote(note)] : []) : renderHeard(heard, page)),
  ];
}

/** Renders every question that was asked, by element. */
export const renderAnswers: Section = (page) => {
  const { report, context } = page;
  const makeCard = makeCardMaker(report);
  return [
    makeHeading(1, context.messages['report.answers']),
    ...report.elements.flatMap((element) => [
      makeHeading(2, element.name),
      makeText([element.asks, ...describeAnswered(element, context.messages)].join(' · ')),
      ...element.practices.flatMap((practice) =>
        practice.questions.length === 0
          ? []
          : [
              makeHeading(3, practice.name),
              ...practice.questions.flatMap((question) =>
                renderQuestion(makeCard({ question, practice }, element), page),
              ),
            ],
      ),
    ]),
  ];
};

/** Renders what the respondent said before, after and at the end. */
export const renderOwnWords: Section = ({ report, context: { messages } }) => {
  const voices = listVoices(report, messages);
  if (voices.length === 0) return [];
  return [
    makeHeading(1, messages['report.ownWords']),
    ...voices.flatMap(({ when, question, text }) => [makeLabeled(when, question), makeQuote(text)]),
  ];
};

/** Renders the facts about the business. */
export const renderBusiness: Section = ({ report, context: { messages } }) => {
  const facts = listBusinessFacts(report, messages);
  if (facts.length === 0) return [];
  return [
    makeHeading(1, messages['report.context']),
    ...facts.map(([label, text]) => makeLabeled(label, text)),
  ];
};

/** Renders the questions that are open, and the evidence that counts for less. */
export const renderUnknowns: Section = ({ report, context }) => {
  const { messages, model } = context;
  const known = listUnknowns(report);
  const namePlace = ({ practice, question }: PlacedQuestion): string => `${practice.name}: ${question.ask}`;
  const groups: readonly (readonly [title: string, items: readonly string[]])[] = [
    [messages['report.dontKnow'], known.unknown.map(namePlace)],
    [messages['report.leftOpen'], known.unanswered.map(namePlace)],
    [
      messages['report.doesNotApply'],
      known.notApplicable.map((each) => `${namePlace(each)} (${describeReason(each.question, model)})`),
    ],
    [
      messages['report.stale'],
      known.stale.map(
        ({ practice, evidence }) => `${practice.name}: ${evidence.what} (${formatDate(evidence, messages)})`,
      ),
    ],
    [
      formatMessage(messages, 'report.unproven', { count: known.unproven.length }),
      known.unproven.map(namePlace),
    ],
  ];
  return [
    makeHeading(1, messages['report.unknowns']),
    ...describeLimits(report, messages).map((line) => makeText(line)),
    ...groups.flatMap(([title, items]) =>
      items.length === 0 ? [] : [makeHeading(2, title), ...makeList(items)],
    ),
  ];
};

/** Renders how the result was computed, and its limits. */
export const renderMethod: Section = ({ report, context: { messages, model, isTechnical } }) => [
  makeHeading(1, messages['report.method']),
  ...describeMethod(report, messages, model).map((paragraph) => makeText(paragraph)),
  makeText(describeMaker(report, messages, isTechnical)),
];

/** Renders a finding with everything that leads to its place in the file. */
function renderTechnical(finding: Finding, { context: { messages }, getName }: Page): Block[] {
  const { check, severity, message } = finding;
  return [
    makeLabeled(`${describeSeverity(severity, messages)} · ${check} · ${formatPlace(finding)}`, message),
    ...listFindingFacts(finding, getName, messages).map(([label, text]) => makeLabeled(label, text)),
  ];
}

/** Renders the findings of the checks: by element in words of the business or, technical, one by one with places. */
export const renderFindings: Section = (page) => {
  const { report, context } = page;
  const { messages, isTechnical } = context;
  return [
    makeHeading(1, messages['report.findings']),
    makeText(describeFindings(report, messages)),
    ...(isTechnical
      ? sortWorstFirst(report.findings).flatMap((finding) => renderTechnical(finding, page))
      : groupFindings(report, context).flatMap(({ name, entries }) => [
          makeHeading(2, name),
          ...entries.flatMap((entry) => [
            makeText(renderEntryTitle(entry), { bold: true }),
            ...(entry.text === '' ? [] : [makeText(entry.text)]),
            ...listEntryFacts(entry, context).map(([label, text]) => makeLabeled(label, text)),
          ]),
        ])),
  ];
};
