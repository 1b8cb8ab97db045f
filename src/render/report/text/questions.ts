import type { Evidence, QuestionResult } from '#domain/types/report.ts';
import { formatMessage } from '#domain/messages.ts';
import { measureWidth } from '#render/terminal/layout.ts';
import { type Piece, write } from '#render/terminal/paragraph.ts';
import { kindInWords, describeState } from '#render/report/labels.ts';
import { formatDate, describeReason } from '#render/report/phrases.ts';
import { type Fact, type Page, joinApart, bodyIndent, listFacts, section } from './page.ts';

/** A piece of evidence: what it is, then its kind, date, place, who saw it and whether it counts less. */
function evidencePieces(evidence: Evidence, { words, theme }: Page): Piece[] {
  const { kind, what, ref, seenBy, stale } = evidence;
  const marker = `${theme.signs.dash} `;
  const details = [
    kindInWords(kind, words),
    formatDate(evidence, words),
    ...(seenBy === undefined ? [] : [formatMessage(words, 'report.seenBy', { name: seenBy })]),
    ...(stale === true ? [words['report.countsLess']] : []),
  ];
  const beneath = ' '.repeat(marker.length);
  return [
    { text: what, marker },
    { text: details.join(', '), marker: beneath, paint: theme.faint },
    ...(ref === undefined ? [] : [{ text: ref, marker: beneath, paint: theme.faint }]),
  ];
}

/** The level and what the evidence supports of it; where there is no level, why. */
function standing(question: QuestionResult, { words, model, theme }: Page): string {
  const { state, level, shownLevel, evidence = [], reason } = question;
  if (level === null) {
    const why = reason === undefined ? '' : `: ${describeReason(question, model)}`;
    return describeState(state, words) + why;
  }
  const supports =
    evidence.length === 0 || shownLevel === null
      ? words['report.supportsNothing']
      : formatMessage(words, 'report.supports', { level: shownLevel });
  return [formatMessage(words, 'report.levelOf', { level }), supports].join(` ${theme.signs.dot} `);
}

function questionLines(question: QuestionResult, page: Page): string[] {
  const { words, theme, width } = page;
  const { ask, id, answer, evidence = [], note = '' } = question;
  const rows: Fact[] = [
    [words['report.answer'], answer ?? ''],
    [words['report.evidence'], evidence.flatMap((each) => evidencePieces(each, page))],
    [words['report.note'], note.trim()],
  ];
  const labels = rows.map(([label]) => label);
  return [
    ...write(
      [{ text: ask, paint: theme.strong }, { text: id, paint: theme.faint }, standing(question, page)],
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

/** Every question with its answer, what the evidence supports, the evidence and the note. */
export function renderQuestionsLines(page: Page): string[] {
  const { report, words, theme, width } = page;
  const heading = (text: string): string[] => write([{ text, paint: theme.strong }], bodyIndent, width);
  const elementHeading = (text: string): string[] => {
    const lines = heading(text);
    const rule = theme.signs.rule.repeat(Math.max(...lines.map((line) => measureWidth(line))) - bodyIndent);
    return [...lines, ' '.repeat(bodyIndent) + theme.faint(rule)];
  };
  const groups = report.elements.flatMap(({ name, asks, practices }) => [
    elementHeading(`${name}: ${asks}`),
    ...practices.map((practice) =>
      joinApart([
        heading(practice.name),
        ...practice.questions.map((question) => questionLines(question, page)),
      ]),
    ),
  ]);
  return section(words['report.answers'], groups, page);
}
