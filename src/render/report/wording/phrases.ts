/** Phrases shared by all renderings of a report. */
import type { Model } from '#domain/model.ts';
import { countAnswers, findQuestions, listUnknowns } from '#domain/answers/not-known.ts';
import type { Evidence, Move, PracticeResult, QuestionResult, ReportDocument } from '#domain/types/report.ts';
import { type Messages, formatMessage, joinNames } from '#domain/messages.ts';
import { describeCounts } from './answer-counts.ts';
import { listLenses } from './lenses.ts';
import { formatDay } from '#domain/format-day.ts';
import { roundToOneDigit, formatPercent } from './numbers.ts';

/** Whether any practice has a score. */
function isScored({ elements }: ReportDocument): boolean {
  return elements.some(({ practices }) => practices.some(({ score }) => score !== null));
}

/** Explains an empty list of gaps: every practice is at its target, or none was scored. */
export function describeNoGaps(report: ReportDocument, messages: Messages): string {
  return messages[isScored(report) ? 'report.noGaps' : 'report.nothingScored'];
}

/** Explains a plan without moves: every practice that was asked about is at its target, or none was scored. */
export function describeNoPlan(report: ReportDocument, messages: Messages): string {
  return messages[isScored(report) ? 'summary.nothingToDo' : 'report.nothingScored'];
}

/**
 * Returns a lookup from ids of elements, blocks, practices and questions to names. An unknown id is returned
 * unchanged.
 */
export function makeNameLookup(report: ReportDocument): (id: string) => string {
  const names = new Map<string, string>();
  for (const element of report.elements) {
    names.set(element.id, element.name);
    for (const block of element.blocks) names.set(`${element.id}.${block.id}`, block.name);
    for (const practice of element.practices) {
      names.set(practice.id, practice.name);
      for (const question of practice.questions)
        names.set(question.id, `${practice.name}: “${question.ask}”`);
    }
  }
  return (id) => names.get(id) ?? id;
}

/** Formats the date of a piece of evidence. */
export function formatDate({ date }: Evidence, messages: Messages): string {
  return date === undefined
    ? messages['report.undated']
    : formatMessage(messages, 'report.datedOn', { date: formatDay(date, messages) });
}

/**
 * Returns a reference that is safe to link; undefined for paths and for schemes other than http and https.
 */
export function makeLinkable(ref: string): string | undefined {
  return /^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/iu.test(ref) ? ref : undefined;
}

/** Says how many questions were asked, and what became of them. */
function describeAsked(report: ReportDocument, messages: Messages): string {
  const { asked, outOf, scope } = report.summary;
  const questions = findQuestions(report).map(({ question }) => question);
  if (scope !== 'quick' && countAnswers(questions).answered === outOf)
    return formatMessage(messages, 'scope.allAnswered', { outOf });
  const counts = joinNames(describeCounts(questions, messages), messages);
  if (scope === 'quick') return formatMessage(messages, 'scope.quick', { asked, outOf, counts });
  return asked < outOf
    ? formatMessage(messages, 'scope.part', { asked, outOf, counts })
    : formatMessage(messages, 'scope.all', { outOf, counts });
}

/** Says in at most three sentences how much was asked and answered, and how far evidence carries the answers. */
export function describeScope(report: ReportDocument, messages: Messages): readonly string[] {
  const { claims } = report.summary;
  const { stale } = listUnknowns(report);
  return [
    describeAsked(report, messages),
    ...(claims.made === 0
      ? []
      : [formatMessage(messages, claims.made === 1 ? 'scope.claimsOne' : 'scope.claims', { ...claims })]),
    ...(stale.length === 0
      ? []
      : [
          formatMessage(messages, stale.length === 1 ? 'scope.staleOne' : 'scope.stale', {
            count: stale.length,
          }),
        ]),
  ];
}

/** Lists the limits of a report, one line each: its scope and whether it is provisional. */
export function describeLimits(report: ReportDocument, messages: Messages): readonly string[] {
  return [
    describeScope(report, messages).join(' '),
    ...(report.summary.provisional ? [messages['summary.provisional']] : []),
  ];
}

/**
 * Returns why a question does not apply: the wording of the model if available, otherwise the id of the
 * reason.
 */
export function describeReason({ reason = '' }: QuestionResult, model: Model | undefined): string {
  return model?.notApplicableReasons.find(({ id }) => id === reason)?.means ?? reason;
}

/**
 * Explains how the result was computed and its limits, one paragraph each. Names thresholds only if the model
 * is available.
 */
export function describeMethod(
  report: ReportDocument,
  messages: Messages,
  model: Model | undefined,
): readonly string[] {
  const scoring = model?.scoring;
  return [
    messages['report.methodWhat'],
    messages['report.methodScore'],
    ...(scoring === undefined
      ? [messages['report.methodLensesShort']]
      : [
          formatMessage(messages, 'report.methodStatus', {
            inPlace: roundToOneDigit(report.thresholds.inPlaceAt, messages),
            floor: roundToOneDigit(report.thresholds.neglectedBelow, messages),
            known: formatPercent(scoring.knownFromCoverage, messages),
          }),
          formatMessage(messages, 'report.methodLenses', {
            instance: scoring.evidenceCaps.instance,
            declaration: scoring.evidenceCaps.declaration,
            affirmation: scoring.evidenceCaps.affirmation,
            artifact: scoring.evidenceCaps.artifact,
          }),
        ]),
    ...(listLenses(report).includes('declared') ? [messages['report.methodDeclared']] : []),
    messages['report.methodOrder'],
    messages['report.methodLimits'],
  ];
}

/** Returns the name of an id of the report. */
type NameOf = (id: string) => string;

/** Returns the title of a move: its practice with the element in parentheses, or the element alone. */
export function renderMoveTitle({ name, practice, element }: Move, getName: NameOf): string {
  return practice === null ? name : `${name} (${getName(element)})`;
}

/** Describes which practices have to be closed first. */
export function describeWaits(blockedBy: readonly string[], getName: NameOf, messages: Messages): string {
  return blockedBy.length === 0
    ? messages['report.nothingBlocks']
    : formatMessage(messages, 'report.waitsFor', { names: blockedBy.map(getName).join(', ') });
}

/** Practices below one heading. */
export interface PracticeGroup {
  /** Name of the element and, if any, of the block. */
  readonly name: string;
  readonly practices: readonly PracticeResult[];
}

/** Groups the practices of a report by element and block, in order. Empty groups are omitted. */
export function groupPractices({ elements }: ReportDocument): readonly PracticeGroup[] {
  return elements
    .flatMap(({ name, blocks, practices }) => {
      const known = new Set(blocks.map(({ id }) => id));
      return [
        { name, practices: practices.filter(({ block }) => block === null || !known.has(block)) },
        ...blocks.map((block) => ({
          name: `${name}: ${block.name}`,
          practices: practices.filter((practice) => practice.block === block.id),
        })),
      ];
    })
    .filter(({ practices }) => practices.length > 0);
}
