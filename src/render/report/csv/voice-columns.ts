/** Columns of the tables of several respondents. Their names are a contract: other programs read them. */
import type {
  ElementResult,
  Perception,
  PracticeResult,
  QuestionVoices,
  ReportDocument,
  VoiceCell,
} from '#domain/types/report.ts';
import type { Column } from '#render/csv.ts';
import type { Placed } from './columns.ts';

/** Answers of a role, or of people of some units. */
interface Group {
  readonly role: string;
  /** Empty for the whole role. */
  readonly units: readonly string[];
  /** Whether people without a unit are among those of the units. */
  readonly withoutUnit: boolean;
  /** null if the answers are not shown, because the group is too small. */
  readonly answers: VoiceCell | null;
}

/** What a group said to one question. */
interface GroupVoice {
  readonly question: QuestionVoices;
  readonly place: Partial<Placed>;
  readonly ask: string | undefined;
  readonly group: Group;
}

/** How a practice is seen. */
interface PlacedPerception {
  readonly perception: Perception;
  readonly place: Partial<Placed>;
}

function listGroups({ byRole, byUnit }: QuestionVoices): readonly Group[] {
  const whole = Object.entries(byRole).map(([role, answers]): Group => ({
    role,
    units: [],
    withoutUnit: false,
    answers,
  }));
  const units = byUnit.map(({ role, units: names, withoutUnit = false, answers }): Group => ({
    role,
    units: names,
    withoutUnit,
    answers,
  }));
  return [...whole, ...units];
}

function listPlaces({ elements }: ReportDocument): readonly Placed[] {
  return elements.flatMap((element) => element.practices.map((practice) => ({ element, practice })));
}

/** Lists what each group said, in asking order: the roles, then the units. Empty for a report of one person. */
export function listGroupVoices(report: ReportDocument): readonly GroupVoice[] {
  const questions = new Map(
    listPlaces(report).flatMap((place) =>
      place.practice.questions.map((question) => [question.id, { place, ask: question.ask }] as const),
    ),
  );
  return (report.voices?.questions ?? []).flatMap((question) => {
    const { place = {}, ask } = questions.get(question.id) ?? {};
    return listGroups(question).map((group) => ({ question, place, ask, group }));
  });
}

/** Lists how each practice is seen, in asking order. Empty for a report of one person. */
export function listPerceptions(report: ReportDocument): readonly PlacedPerception[] {
  const places = listPlaces(report);
  return (report.voices?.practices ?? []).map((perception) => ({
    perception,
    place: places.find(({ practice }) => practice.id === perception.id) ?? {},
  }));
}

type PlacedColumn = Column<{
  readonly place: { readonly element?: ElementResult; readonly practice?: PracticeResult };
}>;

const placeColumns: readonly PlacedColumn[] = [
  ['element', ({ place }) => place.element?.id],
  ['elementName', ({ place }) => place.element?.name],
  ['practice', ({ place }) => place.practice?.id],
  ['practiceName', ({ place }) => place.practice?.name],
];

/** Says why answers of sellers, or how many gave each, are not shown. */
function explainHidden({ answers }: Group): string | undefined {
  if (answers === null) return 'few-sellers';
  return answers.counts === undefined ? 'same-answer' : undefined;
}

const makeLevelColumn = (level: 0 | 1 | 2 | 3 | 4): Column<GroupVoice> => [
  `level${level}`,
  ({ group }) => group.answers?.counts?.levels[level],
];

/** Columns of the table of what each group said to each question. */
export const voiceColumns: readonly Column<GroupVoice>[] = [
  ['id', ({ question }) => question.id],
  ...placeColumns,
  ['ask', ({ ask }) => ask],
  ['role', ({ group }) => group.role],
  ['units', ({ group }) => group.units.join('\n')],
  ['withoutUnit', ({ group }) => group.withoutUnit],
  ['count', ({ group }) => group.answers?.count],
  ['median', ({ group }) => group.answers?.median],
  ...([0, 1, 2, 3, 4] as const).map(makeLevelColumn),
  ['unknown', ({ group }) => group.answers?.counts?.unknown],
  ['notApplicable', ({ group }) => group.answers?.counts?.notApplicable],
  ['open', ({ group }) => group.answers?.counts?.open],
  ['notShown', ({ group }) => explainHidden(group)],
  ['agreement', ({ group }) => group.answers?.agreement?.reading],
  ['deviation', ({ group }) => group.answers?.agreement?.deviation],
  ['rwg', ({ group }) => group.answers?.agreement?.rwg],
  ['kind', ({ question }) => question.kind],
  ['governs', ({ question }) => question.governs],
  ['because', ({ question }) => question.because],
  ['gap', ({ question }) => question.gap],
  ['gapReading', ({ question }) => question.gapReading],
  ['spread', ({ question }) => question.spread],
];

/** Columns of the table of how the leader, managers and sellers see each practice. */
export const perceptionColumns: readonly Column<PlacedPerception>[] = [
  ...placeColumns,
  ['leader', ({ perception }) => perception.leader],
  ['managers', ({ perception }) => perception.managers],
  ['sellers', ({ perception }) => perception.sellers],
  ['gap', ({ perception }) => perception.gap],
  ['score', ({ place }) => place.practice?.score],
];
