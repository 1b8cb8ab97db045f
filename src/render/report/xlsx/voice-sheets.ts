/** The tables of several respondents: how each role sees the practices, and what each group answered. */
import { roundTo } from '#domain/scoring/numbers.ts';
import type { Perception, QuestionVoices, ReportDocument, Voices } from '#domain/types/report.ts';
import type { ReportContext } from '#render/report/context.ts';
import { type GroupRow, describeAgreement, labelGap, listGroups } from '#render/report/voices/answers.ts';
import { type Side, listSides, nameSide } from '#render/report/voices/perception.ts';
import { makeNameLookup } from '#render/report/wording/phrases.ts';
import { listPlaced } from './sheets.ts';
import type { Column } from './tables.ts';

const round = (value: number | null | undefined, digits: number): number | undefined =>
  typeof value === 'number' ? roundTo(value, digits) : undefined;

/** Lists the columns of how the leader, managers and sellers see each practice, as scores of 100. */
export function listPerceptionColumns(
  report: ReportDocument,
  voices: Voices,
  { messages }: ReportContext,
): readonly Column<Perception>[] {
  const getName = makeNameLookup(report);
  const places = new Map(
    report.elements.flatMap((element) =>
      element.practices.map((practice) => [practice.id, { element: element.name, score: practice.score }]),
    ),
  );
  const makeSideColumn = (side: Side): Column<Perception> => ({
    title: nameSide(side, voices, messages),
    width: 14,
    value: (practice) => round(practice[side], 0),
  });
  return [
    { title: messages['report.practice'], width: 32, value: ({ id }) => getName(id) },
    { title: messages['report.element'], width: 16, value: ({ id }) => places.get(id)?.element },
    ...listSides(voices).map(makeSideColumn),
    { title: messages['voices.gap'], width: 10, format: '+0;-0;0', value: ({ gap }) => round(gap, 0) },
    {
      title: messages['report.today'],
      width: 14,
      value: ({ id }) => round(places.get(id)?.score, 0),
    },
  ];
}

/** A group with the question that it answered. */
interface Answered {
  readonly voice: QuestionVoices;
  readonly practice: string;
  readonly ask: string;
  readonly group: GroupRow;
}

/** Lists what each group answered to each question, in asking order. */
export function listAnswered(
  report: ReportDocument,
  voices: Voices,
  { messages }: ReportContext,
): readonly Answered[] {
  const placed = new Map(listPlaced(report).map((each) => [each.question.id, each]));
  return voices.questions.flatMap((voice) => {
    const { practice, question } = placed.get(voice.id) ?? {};
    return listGroups(voice, voices, messages).map((group) => ({
      voice,
      practice: practice?.name ?? '',
      ask: question?.ask ?? voice.id,
      group,
    }));
  });
}

/** Lists the columns of what each group answered. What is not shown is empty, with the reason in the last column. */
export function listAnsweredColumns({ messages, isTechnical }: ReportContext): readonly Column<Answered>[] {
  const makeLevelColumn = (level: number): Column<Answered> => ({
    title: `${messages['report.level']} ${level}`,
    width: 6,
    value: ({ group }) => group.levels?.[level],
  });
  return [
    { title: messages['report.practice'], width: 22, value: ({ practice }) => practice },
    { title: messages['report.question'], width: 40, value: ({ ask }) => ask },
    { title: messages['office.group'], width: 24, value: ({ group }) => group.name },
    { title: messages['voices.people'], width: 9, value: ({ group }) => group.count },
    ...[0, 1, 2, 3, 4].map(makeLevelColumn),
    { title: messages['voices.other'], width: 8, value: ({ group }) => group.withoutLevel },
    { title: messages['voices.median'], width: 8, value: ({ group }) => round(group.median, 1) },
    {
      title: messages['office.agreement'],
      width: 26,
      value: ({ group: { agreement } }) =>
        agreement === null ? undefined : describeAgreement(agreement, messages, isTechnical),
    },
    {
      title: messages['voices.gap'],
      width: 8,
      format: '+General;-General;0',
      value: ({ voice }) => round(voice.gap, 1),
    },
    { title: messages['office.gapMeans'], width: 20, value: ({ voice }) => labelGap(voice, messages) },
    { title: messages['voices.governs'], width: 60, value: ({ voice }) => voice.because },
    {
      title: messages['office.leftOut'],
      width: 40,
      value: ({ group: { levels, answers } }) => (levels === undefined ? answers : undefined),
    },
  ];
}
