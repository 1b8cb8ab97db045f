/** The columns of the tables. Their names are a contract: other programs read them. */
import { roundTo } from '#domain/scoring/numbers.ts';
import { digits } from '#domain/report/digits.ts';
import type {
  ElementResult,
  Evidence,
  Finding,
  Gap,
  PracticeResult,
  QuestionResult,
  Recommendation,
  ReportDocument,
} from '#domain/types/report.ts';
import type { Column, Value } from '#render/csv.ts';

/** A practice with its element. */
export interface Placed {
  readonly element: ElementResult;
  readonly practice: PracticeResult;
}

/** A score or points as the report writes them, 0 to 100. */
const score = (value: number | null = null): Value => (value === null ? null : roundTo(value, digits.score));

/** A share as the report writes it, 0 to 1. */
const share = (value: number | null = null): Value => (value === null ? null : roundTo(value, digits.share));

/** Pieces of evidence, a line each: kind and date, what it is, then where it is, who saw it and whether it counts less. */
function evidenceText(evidence: readonly Evidence[]): string {
  return evidence
    .map(({ kind, date = 'undated', what, ref, seenBy, stale }) =>
      [
        `${kind} ${date}: ${what}`,
        ...(ref === undefined ? [] : [`ref: ${ref}`]),
        ...(seenBy === undefined ? [] : [`seenBy: ${seenBy}`]),
        ...(stale === true ? ['stale'] : []),
      ].join(' | '),
    )
    .join('\n');
}

/** Columns of a question. */
export const questionColumns: readonly Column<Placed & { readonly question: QuestionResult }>[] = [
  ['id', ({ question }) => question.id],
  ['element', ({ element }) => element.id],
  ['elementName', ({ element }) => element.name],
  ['block', ({ practice }) => practice.block],
  ['blockName', ({ element, practice }) => element.blocks.find(({ id }) => id === practice.block)?.name],
  ['practice', ({ practice }) => practice.id],
  ['practiceName', ({ practice }) => practice.name],
  ['ask', ({ question }) => question.ask],
  ['state', ({ question }) => question.state],
  ['level', ({ question }) => question.level],
  ['shownLevel', ({ question }) => question.shownLevel],
  ['answer', ({ question }) => question.answer],
  ['evidenceCount', ({ question: { evidence = [] } }) => evidence.length],
  ['staleEvidenceCount', ({ question: { evidence = [] } }) => evidence.filter(({ stale }) => stale).length],
  ['evidence', ({ question: { evidence = [] } }) => evidenceText(evidence)],
  ['note', ({ question }) => question.note],
  ['reason', ({ question }) => question.reason],
  ['practiceScore', ({ practice }) => score(practice.score)],
  ['practiceShown', ({ practice }) => score(practice.shown)],
  ['practiceDeclared', ({ practice }) => score(practice.declared)],
  ['practiceCoverage', ({ practice }) => share(practice.coverage)],
  ['elementStatus', ({ element }) => element.status],
  ['elementCoverage', ({ element }) => share(element.coverage)],
];

const advice = (name: keyof Recommendation): Column<{ readonly gap: Gap }> => [
  name,
  ({ gap }) => gap.recommendation?.[name],
];

/** Makes the columns of a gap, with the practice that it is about. */
export function gapColumns(
  nameOf: (id: string) => string,
): readonly Column<{ readonly gap: Gap } & Partial<Placed>>[] {
  return [
    ['rank', ({ gap }) => gap.rank],
    ['element', ({ gap }) => gap.element],
    ['elementName', ({ gap }) => nameOf(gap.element)],
    ['practice', ({ gap }) => gap.practice],
    ['practiceName', ({ gap }) => nameOf(gap.practice)],
    ['score', ({ gap }) => score(gap.score)],
    ['shown', ({ practice }) => score(practice?.shown)],
    ['declared', ({ practice }) => score(practice?.declared)],
    ['target', ({ gap }) => score(gap.target)],
    ['points', ({ gap }) => score(gap.points)],
    ['priority', ({ gap }) => roundTo(gap.priority, digits.priority)],
    ['blockedBy', ({ gap }) => gap.blockedBy.join('\n')],
    ['blockedByNames', ({ gap }) => gap.blockedBy.map(nameOf).join('\n')],
    ['drivers', ({ gap }) => gap.drivers.map(({ question, level }) => `${question}: ${level}`).join('\n')],
    ...(
      [
        'do',
        'owner',
        'effort',
        'days30',
        'days60',
        'days90',
        'effectAfter',
        'evidenceOfDone',
        'successMeasure',
      ] as const
    ).map(advice),
    ['practiceCoverage', ({ practice }) => share(practice?.coverage)],
    ['elementStatus', ({ element }) => element?.status],
    ['elementCoverage', ({ element }) => share(element?.coverage)],
  ];
}

/** Columns of a finding. */
export const findingColumns: readonly Column<Finding>[] = [
  ['check', ({ check }) => check],
  ['severity', ({ severity }) => severity],
  ['message', ({ message }) => message],
  ['file', ({ file }) => file],
  ['line', ({ line }) => line],
  ['column', ({ column }) => column],
  ['path', ({ path }) => path],
  ['points', ({ points }) => score(points)],
  ['fix', ({ fix }) => fix],
];

/** Columns of the whole report, in every row of every table: whose it is, and how much of it is known. */
export const reportColumns: readonly Column<ReportDocument>[] = [
  ['organization', ({ organization }) => organization.name],
  ['asOf', ({ asOf }) => ({ date: asOf })],
  ['scope', ({ summary }) => summary.scope],
  ['asked', ({ summary }) => summary.asked],
  ['outOf', ({ summary }) => summary.outOf],
  ['coverage', ({ summary }) => share(summary.coverage)],
  ['provisional', ({ summary }) => summary.provisional],
];
