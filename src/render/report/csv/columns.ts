/** Columns of the tables. Their names are a contract: other programs read them. */
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
import type { Column } from '#render/csv.ts';

/** A practice with its element. */
export interface Placed {
  readonly element: ElementResult;
  readonly practice: PracticeResult;
}

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
  ['label', ({ question }) => question.label],
  ['answer', ({ question }) => question.answer],
  ['nextLevel', ({ question }) => question.next?.level],
  ['nextMeans', ({ question }) => question.next?.means],
  ['lowestLevel', ({ question }) => question.lowest?.level],
  ['lowestWhere', ({ question }) => question.lowest?.where],
  ['guess', ({ question }) => question.guess === true],
  ['evidenceCount', ({ question: { evidence = [] } }) => evidence.length],
  ['staleEvidenceCount', ({ question: { evidence = [] } }) => evidence.filter(({ stale }) => stale).length],
  ['evidence', ({ question: { evidence = [] } }) => formatEvidence(evidence)],
  ['note', ({ question }) => question.note],
  ['reason', ({ question }) => question.reason],
  ['practiceScore', ({ practice }) => practice.score],
  ['practiceShown', ({ practice }) => practice.shown],
  ['practiceDeclared', ({ practice }) => practice.declared],
  ['practiceCoverage', ({ practice }) => practice.coverage],
  ['elementStatus', ({ element }) => element.status],
  ['elementCoverage', ({ element }) => element.coverage],
];

const makeAdviceColumn = (name: keyof Recommendation): Column<{ readonly gap: Gap }> => [
  name,
  ({ gap }) => gap.recommendation?.[name],
];

/** Columns of the table of gaps. */
export function makeGapColumns(
  getName: (id: string) => string,
): readonly Column<{ readonly gap: Gap } & Partial<Placed>>[] {
  return [
    ['rank', ({ gap }) => gap.rank],
    ['element', ({ gap }) => gap.element],
    ['elementName', ({ gap }) => getName(gap.element)],
    ['practice', ({ gap }) => gap.practice],
    ['practiceName', ({ gap }) => getName(gap.practice)],
    ['score', ({ gap }) => gap.score],
    ['shown', ({ practice }) => practice?.shown],
    ['declared', ({ practice }) => practice?.declared],
    ['target', ({ gap }) => gap.target],
    ['overallPoints', ({ gap }) => gap.points],
    ['priority', ({ gap }) => gap.priority],
    ['blockedBy', ({ gap }) => gap.blockedBy.join('\n')],
    ['blockedByNames', ({ gap }) => gap.blockedBy.map(getName).join('\n')],
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
    ['practiceCoverage', ({ practice }) => practice?.coverage],
    ['elementStatus', ({ element }) => element?.status],
    ['elementCoverage', ({ element }) => element?.coverage],
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
  ['declaredPoints', ({ points }) => points],
  ['element', ({ element }) => element],
  ['fix', ({ fix }) => fix],
  ['waivedBy', ({ waiver }) => waiver?.owner],
  ['waivedUntil', ({ waiver }) => waiver && { date: waiver.until }],
  ['waivedBecause', ({ waiver }) => waiver?.reason],
];

/** Columns about the whole report, in every row of every table. */
export const reportColumns: readonly Column<ReportDocument>[] = [
  ['organization', ({ organization }) => organization.name],
  ['asOf', ({ asOf }) => ({ date: asOf })],
  ['scope', ({ summary }) => summary.scope],
  ['asked', ({ summary }) => summary.asked],
  ['outOf', ({ summary }) => summary.outOf],
  ['coverage', ({ summary }) => summary.coverage],
  ['provisional', ({ summary }) => summary.provisional],
];
