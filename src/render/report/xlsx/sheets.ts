/** The tables of a workbook: actions, answers and gaps. */
import { formatMessage } from '#domain/messages.ts';
import type {
  ElementResult,
  Evidence,
  Gap,
  PracticeResult,
  QuestionResult,
  ReportDocument,
} from '#domain/types/report.ts';
import { roundTo } from '#domain/scoring/numbers.ts';
import type { ReportContext } from '#render/report/context.ts';
import type { TrackedAction } from '#render/report/office/tracked-actions.ts';
import { writeDates, writeDaysAfterStart } from '#render/report/wording/recommendations.ts';
import { describeKindOfEvidence, describeState } from '#render/report/wording/labels.ts';
import { describeReason, formatDate, makeLinkable, makeNameLookup } from '#render/report/wording/phrases.ts';
import type { Column } from './tables.ts';

/** Number of the column with the status of an action, from 0. */
export const progressColumn = 7;

/** Lists the columns of the actions. The status and the comment are for the team to fill in. */
export function listActionColumns({ messages }: ReportContext): readonly Column<TrackedAction>[] {
  return [
    { title: messages['office.number'], width: 6, value: ({ number }) => number },
    { title: messages['office.when'], width: 12, value: ({ when }) => when },
    { title: messages['office.action'], width: 44, value: ({ action }) => action },
    { title: messages['office.firstStep'], width: 44, value: ({ firstStep }) => firstStep },
    { title: messages['report.owner'], width: 20, value: ({ owner }) => owner },
    {
      title: messages['office.firstStepDue'],
      width: 14,
      value: ({ firstStepBy }) => ({ date: firstStepBy }),
    },
    { title: messages['office.due'], width: 14, value: ({ due }) => ({ date: due }) },
    { title: messages['office.progress'], width: 15, value: () => messages['office.notStarted'] },
    { title: messages['report.practice'], width: 24, value: ({ practice }) => practice },
    { title: messages['report.element'], width: 14, value: ({ element }) => element },
    { title: messages['report.doneWhen'], width: 44, value: ({ doneWhen }) => doneWhen },
    { title: messages['report.blockedBy'], width: 24, value: ({ after }) => after },
    { title: messages['office.comment'], width: 30, value: () => undefined },
  ];
}

/** A question with its place. */
interface Placed {
  readonly element: ElementResult;
  readonly practice: PracticeResult;
  readonly question: QuestionResult;
}

/** Lists all questions in order, with their places. */
export function listPlaced({ elements }: ReportDocument): readonly Placed[] {
  return elements.flatMap((element) =>
    element.practices.flatMap((practice) =>
      practice.questions.map((question) => ({ element, practice, question })),
    ),
  );
}

function describeEvidence(evidence: Evidence, { messages, isTechnical }: ReportContext): string {
  const { kind, what, ref, seenBy, stale } = evidence;
  return [
    what,
    describeKindOfEvidence(kind, messages),
    formatDate(evidence, messages),
    ...(seenBy === undefined ? [] : [formatMessage(messages, 'report.seenBy', { name: seenBy })]),
    ...(stale === true ? [messages['report.countsLess']] : []),
    ...(ref === undefined || (!isTechnical && makeLinkable(ref) === undefined) ? [] : [ref]),
  ].join('; ');
}

/** Lists the columns of the answers. */
export function listAnswerColumns(context: ReportContext): readonly Column<Placed>[] {
  const { messages, model } = context;
  return [
    { title: messages['report.element'], width: 14, value: ({ element }) => element.name },
    { title: messages['report.practice'], width: 24, value: ({ practice }) => practice.name },
    { title: messages['report.question'], width: 48, value: ({ question }) => question.ask },
    {
      title: messages['report.state'],
      width: 14,
      value: ({ question }) => describeState(question.state, messages),
    },
    { title: messages['report.level'], width: 8, value: ({ question }) => question.level },
    {
      title: messages['report.answer'],
      width: 44,
      value: ({ question }) =>
        question.reason === undefined
          ? [question.label, question.answer].filter((text) => text !== null).join(': ')
          : describeReason(question, model),
    },
    { title: messages['office.levelShown'], width: 10, value: ({ question }) => question.shownLevel },
    {
      title: messages['office.guess'],
      width: 12,
      value: ({ question }) => (question.guess === true ? messages['office.yes'] : undefined),
    },
    {
      title: messages['office.lowest'],
      width: 24,
      value: ({ question: { lowest } }) =>
        lowest === undefined ? undefined : formatMessage(messages, 'report.lowest', lowest),
    },
    {
      title: messages['report.evidence'],
      width: 48,
      value: ({ question: { evidence = [] } }) =>
        evidence.map((each) => describeEvidence(each, context)).join('\n'),
    },
    {
      title: messages['office.nextLevel'],
      width: 44,
      value: ({ question: { next } }) =>
        next === undefined
          ? undefined
          : `${formatMessage(messages, 'report.toReach', { level: next.level })}: ${next.means}`,
    },
    { title: messages['report.note'], width: 60, value: ({ question }) => question.note },
  ];
}

/** Lists the gaps, which have the numbers of the plan, with the scores of their practices. */
export function listGaps(
  report: ReportDocument,
): readonly { readonly gap: Gap; readonly practice: PracticeResult | undefined }[] {
  const practices = report.elements.flatMap((element) => element.practices);
  return report.gaps.map((gap) => ({
    gap,
    practice: practices.find(({ id }) => id === gap.practice),
  }));
}

/** Lists the columns of the gaps. */
export function listGapColumns(
  report: ReportDocument,
  { messages }: ReportContext,
): readonly Column<ReturnType<typeof listGaps>[number]>[] {
  const getName = makeNameLookup(report);
  // Days of what comes later count from its beginning, which is not known yet.
  const now = new Set(report.plan.now.map(({ practice }) => practice));
  const write = (gap: Gap, text = ''): string =>
    now.has(gap.practice) ? writeDates(text, report.asOf, messages) : writeDaysAfterStart(text, messages);
  const roundScore = (score: number | null | undefined): number | undefined =>
    typeof score === 'number' ? roundTo(score, 0) : undefined;
  return [
    { title: messages['office.number'], width: 6, value: ({ gap }) => gap.rank },
    { title: messages['report.practice'], width: 24, value: ({ gap }) => getName(gap.practice) },
    { title: messages['report.element'], width: 14, value: ({ gap }) => getName(gap.element) },
    { title: messages['report.today'], width: 9, value: ({ gap }) => roundScore(gap.score) },
    {
      title: messages['summary.declared'],
      width: 10,
      value: ({ practice }) => (practice?.nothingDeclared === true ? '–' : roundScore(practice?.declared)),
    },
    { title: messages['summary.shown'], width: 10, value: ({ practice }) => roundScore(practice?.shown) },
    { title: messages['report.target'], width: 9, value: ({ gap }) => roundScore(gap.target) },
    {
      title: messages['report.adds'],
      width: 9,
      format: '0.0',
      value: ({ gap }) => (report.summary.score === null ? undefined : roundTo(gap.points, 1)),
    },
    {
      title: messages['report.blockedBy'],
      width: 22,
      value: ({ gap }) => gap.blockedBy.map(getName).join('\n'),
    },
    {
      title: messages['report.recommendation'],
      width: 48,
      value: ({ gap }) => gap.recommendation?.do,
    },
    { title: messages['report.owner'], width: 20, value: ({ gap }) => gap.recommendation?.owner },
    { title: messages['report.effort'], width: 24, value: ({ gap }) => gap.recommendation?.effort },
    {
      title: messages['report.doneWhen'],
      width: 44,
      value: ({ gap }) => write(gap, gap.recommendation?.evidenceOfDone),
    },
    {
      title: messages['report.failedWhen'],
      width: 44,
      value: ({ gap }) => write(gap, gap.recommendation?.successMeasure),
    },
  ];
}
