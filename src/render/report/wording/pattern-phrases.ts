/** Phrases of the balance and of the patterns, shared by all renderings of a report. */
import { makeNumberer } from '#render/report/backlog.ts';
import { findQuestions } from '#domain/answers/not-known.ts';
import { type Messages, formatMessage, joinNames } from '#domain/messages.ts';
import type { ElementResult, Pattern, PatternReason, ReportDocument } from '#domain/types/report.ts';
import { formatWholePoints, formatWholeScore, roundToOneDigit } from './numbers.ts';
import { makeNameLookup } from './phrases.ts';

/** Returns the names of the elements at a position of the sequence as a list. */
export function listElementsAt(
  position: ElementResult['position'],
  { elements }: ReportDocument,
  messages: Messages,
): string {
  const names = elements.filter((element) => element.position === position).map(({ name }) => name);
  return joinNames(names, messages);
}

/** Describes the balance, -4..4 levels or null, in a sentence with the names of the elements. */
export function describeBalance(balance: number | null, report: ReportDocument, messages: Messages): string {
  if (balance === null) return messages['report.balanceUnknown'];
  const points = formatWholePoints(Math.abs(balance) * 25, messages);
  const [middle, bookends] = [
    listElementsAt('middle', report, messages),
    listElementsAt('bookend', report, messages),
  ];
  if (points === '0') return formatMessage(messages, 'report.balanceEven', { middle, bookends });
  const key = points === '1' ? 'report.balanceAheadOne' : 'report.balanceAhead';
  return balance > 0
    ? formatMessage(messages, key, { ahead: middle, points, behind: bookends })
    : formatMessage(messages, key, { ahead: bookends, points, behind: middle });
}

/** Returns the score, 0..100 or null, of an element, a block or a practice of the report. */
function findScore(id: string, { elements }: ReportDocument): number | null | undefined {
  const parts = elements.flatMap((element) => [
    { key: element.id, score: element.score },
    ...element.blocks.map((block) => ({ key: `${element.id}.${block.id}`, score: block.score })),
    ...element.practices.map((practice) => ({ key: practice.id, score: practice.score })),
  ]);
  return parts.find(({ key }) => key === id)?.score;
}

/** Describes why a pattern shows, in a sentence without conditions. Checks are named by id unless `nameCheck` has names. */
export function describePatternReason(
  { id, level, where, fails, of }: PatternReason,
  report: ReportDocument,
  messages: Messages,
  nameCheck: (id: string) => string = (check) => check,
): string {
  if (fails !== undefined)
    return formatMessage(messages, fails ? 'report.checkFails' : 'report.checkPasses', {
      check: nameCheck(id),
    });
  if (id === 'balance') return describeBalance(level ?? null, report, messages);
  const score = findScore(id, report);
  const name = makeNameLookup(report)(id);
  if (score !== undefined)
    return formatMessage(messages, 'report.becauseScore', { name, score: formatWholeScore(score, messages) });
  const found = findQuestions(report).find(({ question }) => question.id === id);
  const practice = found?.practice.name ?? id;
  if (of !== undefined) {
    const key = of === 'spread' ? 'report.becauseSpread' : 'report.becauseDifference';
    return formatMessage(messages, key, { practice, levels: roundToOneDigit(level ?? 0, messages) });
  }
  if (where !== undefined)
    return formatMessage(messages, 'report.becauseLowest', { practice, level: level ?? 0, where });
  return formatMessage(messages, 'report.becauseAnswer', {
    practice,
    ask: found?.question.ask ?? id,
    label: found?.question.label ?? String(level ?? 0),
  });
}

/** A reason of a pattern in a sentence. */
export interface ReasonSentence {
  readonly text: string;
  /** Id of what the reason is about. */
  readonly id: string;
}

/** Describes why a pattern shows, one sentence for each reason. Reasons that read the same are listed once. */
export function listPatternReasons(
  { because }: Pattern,
  report: ReportDocument,
  messages: Messages,
  nameCheck?: (id: string) => string,
): readonly ReasonSentence[] {
  const sentences = because.map((reason) => ({
    text: describePatternReason(reason, report, messages, nameCheck),
    id: reason.id,
  }));
  return sentences.filter(({ text }, index) => sentences.findIndex((each) => each.text === text) === index);
}

/** Lists the practices of a pattern that have a number in the plan, with it. */
export function listPatternPractices(
  { practices = [] }: Pattern,
  report: ReportDocument,
  messages: Messages,
): readonly { readonly id: string; readonly text: string }[] {
  const getName = makeNameLookup(report);
  const number = makeNumberer(report, messages);
  return report.gaps
    .filter(({ practice }) => practices.includes(practice))
    .map(({ practice: id }) => ({ id, text: number({ id, name: getName(id) }) }));
}

/** Patterns that are shown in full. Of further ones only the names are. */
const shownPatterns = 3;

/** Splits the patterns of a report into those to show in full and a line with the names of the rest. */
export function choosePatterns(
  { patterns }: ReportDocument,
  messages: Messages,
): { readonly shown: readonly Pattern[]; readonly rest: string | undefined } {
  const names = patterns.slice(shownPatterns).map(({ name }) => name);
  return {
    shown: patterns.slice(0, shownPatterns),
    rest:
      names.length === 0
        ? undefined
        : formatMessage(messages, 'report.morePatterns', { names: names.join(', ') }),
  };
}
