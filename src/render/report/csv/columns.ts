/** Columns of the tables. Their names are a contract: other programs read them. */
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

/** Rounds a score or points of 0..100 as the report does. */
const roundScore = (value: number | null = null): Value =>
  value === null ? null : roundTo(value, digits.score);

/** Rounds a share of 0..1 as the report does. */
const roundShare = (value: number | null = null): Value =>
  value === null ? null : roundTo(value, digits.share);

/** Formats evidence, one line per piece: kind and date, what it is, then reference, witness and staleness. */
function formatEvidence(evidence: readonly Evidence[]): string {
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

/** Columns of the table of questions. */
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
  ['evidence', ({ question: { evidence = [] } }) => formatEvidence(evidence)],
  ['note', ({ question }) => question.note],
  ['reason', ({ question }) => question.reason],
  ['practiceScore', ({ practice }) => roundScore(practice.score)],
  ['practiceShown', ({ practice }) => roundScore(practice.shown)],
  ['practiceDeclared', ({ practice }) => roundScore(practice.declared)],
  ['practiceCoverage', ({ practice }) => roundShare(practice.coverage)],
  ['elementStatus', ({ element }) => element.status],
  ['elementCoverage', ({ element }) => roundShare(element.coverage)],
];

const makeAdviceColumn = (name: keyof Recommendation): Column<{ readonly gap: Gap }> => [
  name,
  ({ gap }) => gap.recommendation?.[name],
];

/** Columns of the table of gaps. */
export function makeGapColumns(
  nameOf: (id: string) => string,
): readonly Column<{ readonly gap: Gap } & Partial<Placed>>[] {
  return [
    ['rank', ({ gap }) => gap.rank],
    ['element', ({ gap }) => gap.element],
    ['elementName', ({ gap }) => nameOf(gap.element)],
    ['practice', ({ gap }) => gap.practice],
    ['practiceName', ({ gap }) => nameOf(gap.practice)],
    ['score', ({ gap }) => roundScore(gap.score)],
    ['shown', ({ practice }) => roundScore(practice?.shown)],
    ['declared', ({ practice }) => roundScore(practice?.declared)],
    ['target', ({ gap }) => roundScore(gap.target)],
    ['points', ({ gap }) => roundScore(gap.points)],
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
    ).map(makeAdviceColumn),
    ['practiceCoverage', ({ practice }) => roundShare(practice?.coverage)],
    ['elementStatus', ({ element }) => element?.status],
    ['elementCoverage', ({ element }) => roundShare(element?.coverage)],
  ];
}

/** Columns of the table of findings. */
export const findingColumns: readonly Column<Finding>[] = [
  ['check', ({ check }) => check],
  ['severity', ({ severity }) => severity],
  ['message', ({ message }) => message],
  ['file', ({ file }) => file],
  ['line', ({ line }) => line],
  ['column', ({ column }) => column],
  ['path', ({ path }) => path],
  ['points', ({ points }) => roundScore(points)],
  ['fix', ({ fix }) => fix],
];

/** Columns about the whole report, in every row of every table. */
export const reportColumns: readonly Column<ReportDocument>[] = [
  ['organization', ({ organization }) => organization.name],
  ['asOf', ({ asOf }) => ({ date: asOf })],
  ['scope', ({ summary }) => summary.scope],
  ['asked', ({ summary }) => summary.asked],
  ['outOf', ({ summary }) => summary.outOf],
  ['coverage', ({ summary }) => roundShare(summary.coverage)],
  ['provisional', ({ summary }) => summary.provisional],
];
