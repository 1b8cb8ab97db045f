import type { Evidence, QuestionResult } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { type Piece, write } from '#render/terminal/paragraph.ts';
import { describeAnswerLevel, describeKindOfEvidence, describeState } from '#render/report/wording/labels.ts';
import { formatDate, describeReason, makeLinkable } from '#render/report/wording/phrases.ts';
import { listHeard } from './voices/heard.ts';
import { type Fact, type Page, joinApart, bodyIndent, listFacts, renderSection } from './page.ts';

/**
 * Describes a piece of evidence: what it is, then kind, date, witness, whether it counts less, and its
 * reference.
 */
function describeEvidence(evidence: Evidence, { messages, theme, context }: Page): Piece[] {
  const { kind, what, ref, seenBy, stale } = evidence;
  const marker = `${theme.signs.dash} `;
  const details = [
    describeKindOfEvidence(kind, messages),
    formatDate(evidence, messages),
    ...(seenBy === undefined ? [] : [formatMessage(messages, 'report.seenBy', { name: seenBy })]),
    ...(stale === true ? [messages['report.countsLess']] : []),
  ];
  const beneath = ' '.repeat(marker.length);
  return [
    { text: what, marker },
    { text: details.join(', '), marker: beneath, paint: theme.faint },
    ...(ref === undefined || !(context.isTechnical || makeLinkable(ref) !== undefined)
      ? []
      : [{ text: ref, marker: beneath, paint: theme.faint }]),
  ];
}

/** Describes the level and the level that the evidence supports; without a level, the reason. */
function describeLevel(question: QuestionResult, { messages, model, theme }: Page): string {
  const { state, level, shownLevel, evidence = [], reason } = question;
  if (level === null) {
    const why = reason === undefined ? '' : `: ${describeReason(question, model)}`;
    return describeState(state, messages) + why;
  }
  const supports =
    evidence.length === 0 || shownLevel === null
      ? messages['report.supportsNothing']
      : formatMessage(messages, 'report.supports', { level: shownLevel });
  return [describeAnswerLevel(question, messages).join(', '), supports].join(` ${theme.signs.dot} `);
}

function renderQuestion(question: QuestionResult, page: Page): string[] {
  const { messages, theme, width, context } = page;
  const { ask, id, answer, next, evidence = [], note = '' } = question;
  const { voices } = page.report;
  const said = voices?.questions.find((each) => each.id === id);
  const isHeard = said?.notes?.some((each) => each.note === note) === true;
  const rows: Fact[] = [
    [messages['report.answer'], answer ?? ''],
    [
      next === undefined ? '' : formatMessage(messages, 'report.toReach', { level: next.level }),
      next?.means ?? '',
    ],
    [messages['report.evidence'], evidence.flatMap((each) => describeEvidence(each, page))],
    ...(said === undefined || voices === undefined ? [] : listHeard(said, voices, page)),
    // The same note, with who wrote it, is among the others.
    [messages['report.note'], isHeard ? '' : note.trim()],
  ];
  const labels = rows.map(([label]) => label);
  return [
    ...write(
      [
        { text: ask, paint: theme.strong },
        ...(context.isTechnical ? [{ text: id, paint: theme.faint }] : []),
        describeLevel(question, page),
      ],
      bodyIndent + 2,
      width,
    ),
    ...listFacts(
      rows.filter(([, value]) => value.length > 0),
      bodyIndent + 4,
      page,
      labels,
    ),
  ];
}

/** Renders every question with its answer, evidence and note. */
export function renderQuestionsLines(page: Page): string[] {
  const { report, messages, theme, width } = page;
  const renderHeading = (text: string): string[] => write([{ text, paint: theme.strong }], bodyIndent, width);
  const renderElementHeading = (text: string): string[] => {
    const lines = renderHeading(text);
    const rule = theme.signs.rule.repeat(Math.max(...lines.map((line) => measureWidth(line))) - bodyIndent);
    return [...lines, ' '.repeat(bodyIndent) + theme.faint(rule)];
  };
  const groups = report.elements.flatMap(({ name, asks, practices }) => [
    renderElementHeading(`${name}: ${asks}`),
    ...practices.map((practice) =>
      joinApart([
        renderHeading(practice.name),
        ...practice.questions.map((question) => renderQuestion(question, page)),
      ]),
    ),
  ]);
  return renderSection(messages['report.answers'], groups, page);
}
