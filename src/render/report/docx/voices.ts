/** What several respondents said: who they are, how each side sees the practices, and what is left out. */
import { findQuestions } from '#domain/answers/not-known.ts';
import { formatMessage } from '#domain/messages.ts';
import type { Voices } from '#domain/types/report.ts';
import type { Heard } from '#render/report/cards.ts';
import {
  describeGap,
  describeGroup,
  formatDistance,
  listGroups,
  listLowest,
  nameAuthor,
} from '#render/report/voices/answers.ts';
import { listLeftOut } from '#render/report/voices/left-out.ts';
import { describeAgreed, describeWhoAnswered, listPeople } from '#render/report/voices/people.ts';
import {
  formatGap,
  listSides,
  nameSide,
  sortByGap,
  writePerceptionTitle,
} from '#render/report/voices/perception.ts';
import { describeSpread, listSpreads } from '#render/report/voices/spread.ts';
import { formatWholeScore } from '#render/report/wording/numbers.ts';
import {
  type Block,
  type Page,
  type Section,
  makeHeading,
  makeLabeled,
  makeList,
  makeQuote,
  makeTable,
  makeText,
} from './parts.ts';

type VoicesPage = Page & { readonly voices: Voices };

/** Returns a function that returns the text of a question. */
function makeAskLookup({ report }: Page): (id: string) => string {
  const asked = new Map(findQuestions(report).map(({ question }) => [question.id, question.ask]));
  return (id) => asked.get(id) ?? id;
}

/** Practices in a summary: those with the largest gaps. */
const mostInSummary = 3;

/** Renders the scores that each side gives to each practice, the largest gap first. */
function renderPerceptions(page: VoicesPage): Block[] {
  const { voices, getName, context } = page;
  const { messages } = context;
  if (voices.practices.length === 0) return [];
  const sides = listSides(voices);
  const sorted = sortByGap(voices.practices);
  const shown = context.length === 'summary' ? sorted.slice(0, mostInSummary) : sorted;
  const rows = shown.map((practice) => [
    getName(practice.id),
    ...sides.map((side) => formatWholeScore(practice[side], messages)),
    { text: formatGap(practice.gap, messages), bold: true },
  ]);
  const head = [
    messages['report.practice'],
    ...sides.map((side) => nameSide(side, voices, messages)),
    messages['voices.gap'],
  ];
  return [
    makeText(messages['voices.gapAbout']),
    makeTable(page, head, rows, [4, ...sides.map(() => 1.5), 1.2]),
    ...(shown.length < sorted.length
      ? [makeText(formatMessage(messages, 'voices.moreRows', { count: sorted.length - shown.length }))]
      : []),
  ];
}

/** Renders the readings that apply, each with its questions. */
function renderReadings(page: VoicesPage): Block[] {
  const { messages } = page.context;
  const ask = makeAskLookup(page);
  const { readings } = page.voices;
  if (readings.length === 0) return [];
  return [
    makeHeading(2, messages['voices.readings']),
    ...readings.flatMap(({ name, means, firstMove, questions }) => [
      makeHeading(3, name),
      makeText(means),
      makeLabeled(messages['report.firstMove'], firstMove),
      makeLabeled(messages['voices.readingHolds'], ''),
      ...makeList(questions.map(ask)),
    ]),
  ];
}

/** Renders the questions that the units answer most differently. */
function renderSpread(page: VoicesPage): Block[] {
  const { messages } = page.context;
  const ask = makeAskLookup(page);
  const rows = listSpreads(page.voices, messages);
  if (rows.length === 0) return [];
  const head = [messages['report.question'], messages['voices.units'], messages['voices.apartBy']];
  return [
    makeHeading(2, messages['voices.spread']),
    makeText(describeSpread(rows, messages)),
    makeTable(
      page,
      head,
      rows.map(({ id, units, spread }) => [ask(id), units, formatDistance(spread, messages)]),
      [5, 3.5, 1.5],
    ),
  ];
}

/** Renders who answered by role and unit, and what is left out. */
function renderPeople(page: VoicesPage): Block[] {
  const { voices, context } = page;
  const { messages } = context;
  const rows = listPeople(voices, messages).map(({ role, unit, count, names }) => [
    role,
    unit === '' ? '–' : unit,
    String(count),
    names.length === 0 ? '–' : names.join(', '),
  ]);
  const head = [
    messages['report.role'],
    messages['voices.unit'],
    messages['voices.people'],
    messages['voices.names'],
  ];
  return [
    makeHeading(2, messages['report.respondents']),
    makeTable(page, head, rows, [2.5, 2.5, 1.2, 4]),
    makeHeading(2, messages['voices.leftOut']),
    ...makeList(listLeftOut(voices, messages).map(({ text }) => text)),
  ];
}

/** Renders what several respondents said of the practices. Nothing for a report of one person. */
export const renderVoices: Section = (page) => {
  const { report, context } = page;
  const { messages } = context;
  const { voices } = report;
  if (voices === undefined) return [];
  const own: VoicesPage = { ...page, voices };
  const agreed = describeAgreed(voices, messages);
  return [
    makeHeading(1, messages['voices.title']),
    makeText(`${writePerceptionTitle(report, voices, messages)}.`, { bold: true }),
    makeText([describeWhoAnswered(voices, messages), ...(agreed === undefined ? [] : [agreed])].join(' ')),
    ...renderPerceptions(own),
    ...(context.length === 'summary'
      ? []
      : [...renderReadings(own), ...renderSpread(own), ...renderPeople(own)]),
  ];
};

/** Renders what each group answered to a question, whose answer counts, and the notes. */
export function renderHeard({ question, voices }: Heard, { context }: Page): Block[] {
  const { messages, isTechnical } = context;
  const { because, dissent, notes = [] } = question;
  const gap = describeGap(question, messages);
  const lowest = listLowest(question, messages);
  return [
    ...(gap === undefined ? [] : [makeText(gap, { bold: true })]),
    ...makeList(
      listGroups(question, voices, messages)
        .filter(({ isUnit }) => !isUnit)
        .map((group) => `${group.name}: ${describeGroup(group, messages, isTechnical)}`),
    ),
    makeLabeled(messages['voices.governs'], because),
    ...(lowest.length === 0 ? [] : [makeLabeled(messages['voices.lowest'], lowest.join('; '))]),
    ...(dissent === undefined ? [] : [makeLabeled(messages['voices.dissent'], ''), makeQuote(dissent)]),
    ...notes.flatMap((note) => [
      makeLabeled(messages['report.note'], nameAuthor(note, messages)),
      makeQuote(note.note),
    ]),
  ];
}
